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
    /// Good polls without validators after the first, the second and each further refusal in a row: an
    /// outage looks like one refusal, and costs one full body.
    package var plainAfterRefusal = [1, 5, 20]
    package init() {}
  }

  /// 304 answers since the last full body.
  package var unchangedInARow = 0
  /// Changes in a row that only a probe found.
  package var suspicions = 0
  /// When a full body last came.
  package var lastWhole: Timestamp?
  /// Conditional requests in a row that failed, perhaps for their condition alone; `nil` for none.
  package var refusals: Int?
  /// Good polls that are to go without validators for that; `nil` for none.
  package var plainLeft: Int?

  package init() {}

  func wantsProbe(at now: Timestamp, policy: Policy) -> Bool {
    if plainLeft != nil { return true }
    guard unchangedInARow > 0 else { return false }
    let last = policy.pollsBetweenProbes.count - 1
    let step = policy.pollsBetweenProbes[min(max(suspicions, 0), last)]
    if unchangedInARow >= step - 1 { return true }
    guard let lastWhole else { return true }
    let age = lastWhole.seconds(until: now)
    return age >= policy.longestBetweenProbes || age < 0
  }

  mutating func notModified() {
    unchangedInARow = min(unchangedInARow, 1_000_000) + 1
    (refusals, plainLeft) = (nil, nil)
  }

  /// A conditional request failed where a plain one may not.
  mutating func refused(policy: Policy) {
    let before = max(0, refusals ?? 0)
    refusals = min(before, 1_000) + 1
    let steps = policy.plainAfterRefusal
    plainLeft = steps.isEmpty ? nil : steps[min(before, steps.count - 1)]
  }

  mutating func whole(wasConditional: Bool, changed: Bool, at now: Timestamp) {
    if wasConditional {
      if changed { suspicions = 0 }
      (refusals, plainLeft) = (nil, nil)
    } else if let left = plainLeft {
      // It is a refusal that this was to get round; no 304 hid the change.
      plainLeft = left > 1 ? min(left, 1_000) - 1 : nil
    } else if changed && unchangedInARow > 0 {
      suspicions = min(suspicions, 1_000) + 1
    }
    unchangedInARow = 0
    lastWhole = now
  }
}
