package import BriefModel

/// A permanent redirect (301, 308; RFC 9110, 15.4) that is adopted once it has held: a moved feed
/// keeps its new address, an outage page or a captive portal never does.
package struct RedirectAdoption: Hashable, Sendable, Codable {
  package struct Policy: Hashable, Sendable {
    package var held: Int64 = 7 * 86_400
    package var polls = 3
    /// Failures in a row at the adopted address after which the configured one is asked again.
    package var failures = 3
    package init() {}
  }

  /// Where the chain of permanent redirects ends.
  package var target: String
  package var firstSeen: Timestamp
  package var polls: Int

  /// What is known after a poll that ended at `target` through permanent redirects only (`nil`: no
  /// redirect, or a temporary one among them), and whose body was good.
  static func after(_ known: RedirectAdoption?, target: String?, at now: Timestamp)
    -> RedirectAdoption?
  {
    guard let target else { return nil }
    guard var known, known.target == target, known.firstSeen <= now else {
      return RedirectAdoption(target: target, firstSeen: now, polls: 1)
    }
    known.polls = min(known.polls, 1_000_000) + 1
    return known
  }

  func hasHeld(at now: Timestamp, policy: Policy) -> Bool {
    polls >= policy.polls && firstSeen.seconds(until: now) >= policy.held
  }
}
