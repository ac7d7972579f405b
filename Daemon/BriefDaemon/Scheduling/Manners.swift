import BriefModel

extension FeedManners {
  /// The end of the hour or day that the feed asks to be left alone in, if `moment` lies in one;
  /// `nil` when it does not, or when the feed names every hour or day (which cannot be meant).
  func quietUntil(_ moment: Timestamp) -> (until: Timestamp, kind: PollReason.Kind)? {
    var at = moment
    var kind: PollReason.Kind?
    for _ in 0..<(7 * 25) {
      let dayNumber = at.seconds.dividedDown(by: 86_400)
      let ofDay = at.seconds.minusSaturating(dayNumber.timesSaturating(86_400))
      // 1970-01-01 was a Thursday.
      let weekday = Int((dayNumber + 3) - (dayNumber + 3).dividedDown(by: 7) * 7) + 1
      if skipDays.contains(weekday) {
        kind = kind ?? .skipDay
        at = at.advanced(by: 86_400 - ofDay)
      } else if skipHours.contains(Int(ofDay / 3600)) {
        kind = kind ?? .skipHour
        at = at.advanced(by: 3600 - ofDay % 3600)
      } else {
        return kind.map { (at, $0) }
      }
    }
    return nil
  }
}

extension Int64 {
  /// The quotient rounded towards minus infinity, for a positive divisor.
  func dividedDown(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
