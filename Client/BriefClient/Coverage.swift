public import BriefModel
internal import BriefStore

/// For which time a source is known to be complete: every poll in it shared entries with the one
/// before, so nothing can have come and gone between them.
public struct Coverage: Hashable, Sendable {
  public struct Interval: Hashable, Sendable {
    public var first: Timestamp
    public var last: Timestamp
    /// True for the one that goes on.
    public var isOpen: Bool
  }

  public var source: SourceID
  /// The oldest first; between two of them there is a possible gap.
  public var intervals: [Interval]
}

extension ArchiveSnapshot {
  /// By id; of one source, or of all that are configured.
  public func coverage(of source: SourceID? = nil) throws(ArchiveError) -> [Coverage] {
    try query { store in
      try store.coverage(of: source).map { coverage in
        let sealed = coverage.sealed.map {
          Coverage.Interval(first: $0.first, last: $0.last, isOpen: false)
        }
        let open = coverage.open.map {
          Coverage.Interval(first: $0.first, last: $0.last, isOpen: true)
        }
        return Coverage(source: coverage.source, intervals: sealed + (open.map { [$0] } ?? []))
      }
    }
  }
}
