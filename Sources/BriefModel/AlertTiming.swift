/// When the alerts of a rule are sent, in the local time of those who are told.
public struct AlertTiming: Hashable, Sendable {
  public enum Digest: Hashable, Sendable {
    /// At each full hour.
    case hourly
    /// At this minute of the day, 0 to 1439.
    case daily(minute: Int)
    /// On this day, 1 (Monday) to 7, at this minute of it.
    case weekly(day: Int, minute: Int)
  }

  /// From the first minute of the day up to the second, which may lie on the next day.
  public struct QuietHours: Hashable, Sendable {
    public var from: Int
    public var to: Int
    public init(from: Int, to: Int) {
      self.from = from
      self.to = to
    }
  }

  /// Alerts are gathered into one message; `nil` sends each at once.
  public var digest: Digest?
  /// Nothing is sent in these hours; what they hold back comes as one message at their end.
  public var quietHours: QuietHours?
  /// Alerts an hour for one channel; those beyond come as one message at the next full hour.
  public var hourlyCap: Int?
  /// The name of a time zone (`Europe/Warsaw`).
  public var zone: String

  public init(
    digest: Digest? = nil, quietHours: QuietHours? = nil, hourlyCap: Int? = nil,
    zone: String = "UTC"
  ) {
    self.digest = digest
    self.quietHours = quietHours
    self.hourlyCap = hourlyCap
    self.zone = zone
  }

  /// When an alert that is owed now is due; `nil` for at once.
  ///
  /// - Parameters:
  ///   - owedLastHour: alerts of the rule for the channel in the last hour.
  ///   - offset: seconds by which the zone is ahead of UTC at a moment.
  public func due(
    at now: Timestamp, owedLastHour: Int, offset: (Timestamp) -> Int64
  ) -> Timestamp? {
    let due: Timestamp? =
      switch digest {
      case .hourly: Self.nextHour(now, offset)
      case .daily(let minute): Self.next(minute: minute, day: nil, after: now, offset)
      case .weekly(let day, let minute): Self.next(minute: minute, day: day, after: now, offset)
      case nil: hourlyCap.map { owedLastHour >= $0 } ?? false ? Self.nextHour(now, offset) : nil
      }
    guard let quietHours, quietHours.from != quietHours.to,
      quietHours.contains(Self.minute(of: due ?? now, offset))
    else { return due }
    return Self.next(minute: quietHours.to, day: nil, after: due ?? now, offset)
  }

  /// When an alert that is due now may be sent, by quiet hours and the cap; `nil` for now.
  ///
  /// - Parameter sentLastHour: alerts of the rule that the channel was sent in the last hour.
  package func postponed(
    at now: Timestamp, sentLastHour: Int, offset: (Timestamp) -> Int64
  ) -> Timestamp? {
    let cap = digest == nil ? hourlyCap : nil
    return AlertTiming(quietHours: quietHours, hourlyCap: cap, zone: zone)
      .due(at: now, owedLastHour: sentLastHour, offset: offset)
  }

  private static func minute(of time: Timestamp, _ offset: (Timestamp) -> Int64) -> Int {
    let local = time.advanced(by: offset(time)).seconds
    return Int((local - local.flooredDivision(by: 86_400) * 86_400) / 60)
  }

  private static func nextHour(_ now: Timestamp, _ offset: (Timestamp) -> Int64) -> Timestamp {
    let shift = offset(now)
    let local = now.advanced(by: shift).seconds.flooredDivision(by: 3_600) * 3_600
    return Timestamp(seconds: local).advanced(by: 3_600 - shift)
  }

  /// The next moment at which the zone's clocks show this minute; where they skip it, the moment
  /// that they would have shown it.
  private static func next(
    minute: Int, day: Int?, after now: Timestamp, _ offset: (Timestamp) -> Int64
  ) -> Timestamp {
    let today = now.advanced(by: offset(now)).seconds.flooredDivision(by: 86_400)
    let seconds = Int64(min(max(minute, 0), 1_439)) * 60
    for shift in Int64(-1)...8 {
      let local = Timestamp(seconds: (today + shift) * 86_400 + seconds)
      // 1970-01-01 was a Thursday.
      let weekday = Int((((today + shift) % 7) + 10) % 7) + 1
      if let day, day != weekday { continue }
      let guess = local.advanced(by: -offset(now))
      var moment = local.advanced(by: -offset(guess))
      if moment.advanced(by: offset(moment)) != local { moment = max(moment, guess) }
      if moment > now { return moment }
    }
    return now.advanced(by: 86_400)  // a day outside 1 to 7
  }
}

extension AlertTiming {
  /// How soon alerts are sent, the soonest first.
  package enum Urgency: Int, Comparable, Sendable {
    case atOnce
    /// At once, but for some hours or beyond a number an hour.
    case mostlyAtOnce
    case hourly, daily, weekly

    package static func < (a: Urgency, b: Urgency) -> Bool { a.rawValue < b.rawValue }
  }

  package var urgency: Urgency {
    switch digest {
    case .hourly: .hourly
    case .daily: .daily
    case .weekly: .weekly
    case nil: quietHours == nil && hourlyCap == nil ? .atOnce : .mostlyAtOnce
    }
  }
}

extension AlertTiming.QuietHours {
  /// - Parameter minute: of the day.
  func contains(_ minute: Int) -> Bool {
    from <= to ? (from..<to).contains(minute) : minute >= from || minute < to
  }
}
