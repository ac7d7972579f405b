import BriefModel

/// The wait until the next poll and what made it, in order: the rhythm, what the server asks, the
/// source's limits, the hours that the feed wants for itself.
struct IntervalPlan: Hashable, Sendable {
  /// Seconds.
  var wait: Int64
  var reasons: [PollReason]

  /// `chance` in 0..<1 moves the wait by up to a twentieth either way, so that sources that were
  /// added together drift apart.
  init(
    rhythm: (seconds: Int64, reason: PollReason), state: PollState, limits: IntervalLimits,
    at now: Timestamp, chance: Double
  ) {
    wait = Int64(Double(rhythm.seconds) * (0.95 + 0.1 * chance))
    reasons = [rhythm.reason]
    if let asked = Self.asked(state), asked.seconds > wait {
      wait = asked.seconds
      reasons.append(PollReason(asked.kind, seconds: asked.seconds))
    }
    if wait < limits.minimum {
      wait = limits.minimum
      reasons.append(PollReason(.minimum, seconds: limits.minimum))
    }
    if wait > limits.maximum {
      wait = limits.maximum
      reasons.append(PollReason(.maximum, seconds: limits.maximum))
    }
    guard let quiet = state.manners.quietUntil(now.advanced(by: wait)) else { return }
    // Not all at the stroke of the hour.
    let until = now.seconds(until: quiet.until).plusSaturating(Int64(300 * chance))
    wait = min(until, limits.maximum)
    reasons.append(PollReason(quiet.kind, until: quiet.until))
    guard until > limits.maximum else { return }
    // A part of the quiet is kept: as long as the longest interval allows.
    reasons.removeAll { $0.kind == .maximum }
    reasons.append(PollReason(.maximum, seconds: limits.maximum))
  }

  /// The longest wait that the server or the document asks for.
  private static func asked(_ state: PollState) -> (seconds: Int64, kind: PollReason.Kind)? {
    let wishes: [(Int64?, PollReason.Kind)] = [
      (state.freshFor, .fresh), (state.manners.ttl, .ttl),
      (state.manners.updatePeriod, .updatePeriod),
    ]
    return wishes.compactMap { wish in wish.0.map { ($0, wish.1) } }.max { $0.0 < $1.0 }
  }
}
