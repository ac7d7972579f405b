/// Whether a publication is still there at the publisher's, as far as the polls tell.
///
/// Withdrawal is a state machine and not a deletion: nothing leaves the store. See the article
/// <doc:Withdrawal>.
public enum Presence: Hashable, Sendable {
  /// Listed by the last whole document.
  case present
  /// Older than all that the feed lists now: no statement on whether it still stands.
  case rolledOff
  /// Gone from between siblings that are still listed, for so many polls in a row.
  case missing(polls: Int)
  /// Taken back by the publisher.
  case withdrawn(Withdrawal)

  /// Why a publication counts as withdrawn.
  public enum Withdrawal: String, Hashable, Sendable, Codable, CaseIterable {
    /// Its page answers 404 or 410.
    case gone
    /// The publisher says so (RFC 6721 `deleted-entry`).
    case declared
    /// Not in a document that lists everything (RFC 5005 complete feed, a folder).
    case notInCompleteFeed = "not-in-complete-feed"
    /// Missing on the configured number of polls.
    case missing
  }

  /// The name in JSON: `present`, `rolled_off`, `missing`, `withdrawn`.
  public var name: String {
    switch self {
    case .present: "present"
    case .rolledOff: "rolled_off"
    case .missing: "missing"
    case .withdrawn: "withdrawn"
    }
  }

  public var isWithdrawn: Bool {
    if case .withdrawn = self { true } else { false }
  }
}

/// When absence becomes withdrawal.
public struct WithdrawalPolicy: Hashable, Sendable {
  /// Polls in a row on which a publication is missing before it counts as withdrawn. Three: one
  /// broken cache or half-published page must not raise an alarm, and a day of polls tells.
  public var missingPolls: Int

  public init(missingPolls: Int = 3) {
    self.missingPolls = max(1, missingPolls)
  }
}
