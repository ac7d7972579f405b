package import BriefModel

/// Whether a source's 304 is believed, and when it is tested by a request without validators.
///
/// Some servers answer 304 to everything and hide news for ever. So one poll in twenty, and one at
/// the latest a week after the last, is unconditional. "Whichever comes first": twenty polls bound
/// the cost (one full body in twenty), the week bounds what a source that is polled daily can hide.
/// A change that such a probe finds, without any conditional poll having found one since the probe
/// before, is a suspicion: the next probe comes after 5 polls, after a second suspicion after 2.
/// One change found by a conditional poll clears the server.
package struct ConditionalTrust: Hashable, Sendable, Codable {
  package struct Policy: Hashable, Sendable {
    package var pollsBetweenProbes = [20, 5, 2]
    package var longestBetweenProbes: Int64 = 7 * 86_400
    package init() {}
  }

  /// 304 answers since the last full body.
  package var unchangedInARow = 0
  /// Changes in a row that only a probe found.
  package var suspicions = 0
  /// When a full body last came.
  package var lastWhole: Timestamp?

  package init() {}

  func wantsProbe(at now: Timestamp, policy: Policy) -> Bool {
    guard unchangedInARow > 0 else { return false }
    let last = policy.pollsBetweenProbes.count - 1
    let step = policy.pollsBetweenProbes[min(max(suspicions, 0), last)]
    if unchangedInARow >= step - 1 { return true }
    guard let lastWhole else { return true }
    let age = lastWhole.seconds(until: now)
    return age >= policy.longestBetweenProbes || age < 0
  }

  mutating func notModified() { unchangedInARow = min(unchangedInARow, 1_000_000) + 1 }

  mutating func whole(wasConditional: Bool, changed: Bool, at now: Timestamp) {
    if wasConditional {
      if changed { suspicions = 0 }
    } else if changed && unchangedInARow > 0 {
      suspicions = min(suspicions, 1_000) + 1
    }
    unchangedInARow = 0
    lastWhole = now
  }
}
