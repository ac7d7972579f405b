/// What a source published between two polls that have nothing in common, as far as it is known: the
/// source's older documents are read back, some with each poll, until they reach what was known.
public struct SourceGap: Hashable, Sendable {
  /// Why the older documents were read no further, though nothing known was reached.
  public enum Ending: String, Hashable, Sendable, Codable, CaseIterable {
    /// The source has none, or sends the newest again.
    case notOffered = "not-offered"
    /// As many were read as the configuration allows.
    case limit
    /// One could not be had, however often it was asked for.
    case unreadable
    /// The source has another address now.
    case moved
  }

  /// The last good poll before it; `nil` where that is not known.
  public var after: Timestamp?
  /// The poll that found it.
  public var found: Timestamp
  /// Older documents that were read.
  public var documents: Int
  /// `nil` while the reading goes on.
  public var ending: Ending?

  public init(after: Timestamp?, found: Timestamp, documents: Int, ending: Ending? = nil) {
    self.after = after
    self.found = found
    self.documents = documents
    self.ending = ending
  }
}
