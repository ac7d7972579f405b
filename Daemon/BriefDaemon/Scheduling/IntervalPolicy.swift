import BriefModel

/// How long after a good poll the next one comes.
package struct IntervalPolicy: Hashable, Sendable {
  /// Seconds before anything is learned.
  package var first: Int64 = 1_800

  package init() {}

  /// The wait in seconds and what made it, in order: the learned interval, what the server asks,
  /// the source's limits, the hours that the feed wants for itself.
  func plan(_ state: PollState, limits: IntervalLimits, at now: Timestamp, chance: Double)
    -> (wait: Int64, reasons: [PollReason])
  {
    var (wait, reasons) = learned(state)
    if let asked = ServerWish.longest(state), asked.seconds > wait {
      wait = asked.seconds
      reasons.append(PollReason(asked.kind, seconds: asked.seconds))
    }
    wait = wait.plusSaturating(Int64(Double(min(wait, limits.maximum)) * 0.05 * chance))
    if wait < limits.minimum {
      wait = limits.minimum
      reasons.append(PollReason(.minimum, seconds: wait))
    }
    if wait > limits.maximum {
      wait = limits.maximum
      reasons.append(PollReason(.maximum, seconds: wait))
    }
    if let quiet = state.manners.quietUntil(now.advanced(by: wait)) {
      // Not all at the stroke of the hour.
      let until = now.seconds(until: quiet.until).plusSaturating(Int64(300 * chance))
      if until <= limits.maximum {
        wait = until
        reasons.append(PollReason(quiet.kind, until: quiet.until))
      }
    }
    return (wait, reasons)
  }

  private func learned(_ state: PollState) -> (Int64, [PollReason]) {
    guard state.rhythm.days > 0 else { return (first, [PollReason(.unlearned, seconds: first)]) }
    // One imagined publication in ten days, so that a quiet source is neither dropped nor hammered.
    let rate = (state.rhythm.publications + 0.1) / (state.rhythm.days + 1)
    let wait = Int64(43_200 / rate.squareRoot() / 4)
    return (
      wait, [PollReason(.learned, seconds: wait, count: Int(state.rhythm.publications.rounded()))]
    )
  }
}

/// What the server and the document ask for, the longest of it.
enum ServerWish {
  static func longest(_ state: PollState) -> (seconds: Int64, kind: PollReason.Kind)? {
    let wishes: [(Int64?, PollReason.Kind)] = [
      (state.freshFor, .fresh), (state.manners.ttl, .ttl),
      (state.manners.updatePeriod, .updatePeriod),
    ]
    return wishes.compactMap { wish in wish.0.map { ($0, wish.1) } }.max { $0.0 < $1.0 }
  }
}
