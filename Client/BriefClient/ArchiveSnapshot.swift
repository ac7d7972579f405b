public import BriefModel
internal import BriefStore

/// The store at one moment. Valid only inside ``Archive/read(_:)``.
public struct ArchiveSnapshot {
  let store: StoreSnapshot
  let location: StoreLocation
  let moment: Timestamp?

  /// Runs a query and tells its failure as the client tells it.
  func query<Answer>(
    _ body: (StoreSnapshot) throws -> Answer
  ) throws(ArchiveError) -> Answer {
    do {
      return try body(store)
    } catch {
      throw ArchiveError(error, at: location)
    }
  }

  /// Where the store stands: hand it back to ask for what comes after.
  public func cursor() throws(ArchiveError) -> Cursor {
    try query { Cursor(store: try $0.storeID(), revision: try $0.lastRevision(asOf: moment)) }
  }

  /// How many of everything there are, who writes, and what waits to be delivered. Costs the same
  /// for a small and a large store: the counts are kept when writing.
  public func status() throws(ArchiveError) -> ArchiveStatus {
    try query { try ArchiveStatus($0.summary(), holder: StoreHolder.current(of: location)) }
  }

  /// All configured sources, by id.
  public func sources() throws(ArchiveError) -> [SourceState] {
    try query { try $0.sourceStates() }
  }

  /// Publications, the last changed first.
  public func publications(
    _ question: PublicationQuestion = PublicationQuestion()
  ) throws(ArchiveError) -> [Publication] {
    try query { try $0.publications(question.filter) }
  }

  /// `nil` when the store does not know the publication.
  public func publication(_ id: PublicationID) throws(ArchiveError) -> Publication? {
    try query { try $0.publication(id) }
  }

  /// All versions, the oldest first; empty when the store does not know the publication.
  public func versions(of id: PublicationID) throws(ArchiveError) -> [Version] {
    try query { try $0.versions(of: id) }
  }
}
