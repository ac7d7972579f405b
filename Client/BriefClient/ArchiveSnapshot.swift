public import BriefModel
internal import BriefStore

/// The store at one moment. Valid only inside ``Archive/read(_:)``.
public struct ArchiveSnapshot {
  let store: StoreSnapshot
  let location: StoreLocation
  /// The moment that is answered as of, with the last revision by then; `nil` is now.
  let past: (moment: Timestamp, revision: Revision)?

  /// Seconds at which the snapshot began, and now.
  private let begun: Int64
  private let seconds: () -> Int64

  init(
    store: StoreSnapshot, location: StoreLocation, moment: Timestamp?,
    seconds: @escaping () -> Int64
  ) throws(ArchiveError) {
    self.store = store
    self.location = location
    self.seconds = seconds
    begun = seconds()
    do {
      past = try moment.map { ($0, try store.lastRevision(asOf: $0)) }
    } catch {
      throw ArchiveError(error, at: location)
    }
  }

  /// Runs a query and tells its failure as the client tells it.
  func query<Answer>(
    _ body: (StoreSnapshot) throws -> Answer
  ) throws(ArchiveError) -> Answer {
    guard seconds() - begun <= ReaderPolicy.longest else { throw ReaderPolicy.outlived }
    do {
      return try body(store)
    } catch {
      throw ArchiveError(error, at: location)
    }
  }

  /// What could not be read while the rest was, a sentence each: a damaged record never hides the
  /// others, and is never passed over in silence.
  public var damage: [String] {
    store.damage.troubles.map { ArchiveError($0, at: location).message }
  }

  /// Where the store stands: hand it back to ask for what comes after.
  public func cursor() throws(ArchiveError) -> Cursor {
    try query { store in
      Cursor(
        store: try store.storeID(), revision: try past?.revision ?? store.lastRevision())
    }
  }

  /// How many of everything there are, who writes, and what waits to be delivered. Costs the same
  /// for a small and a large store: the counts are kept when writing.
  public func status() throws(ArchiveError) -> ArchiveStatus {
    try query { store in
      guard let past else {
        var status = ArchiveStatus(
          try store.summary(), holder: StoreHolder.current(of: location),
          distress: StoreDistress.current(of: location))
        status.refusedTopics = try store.refusedTopics()
        return status
      }
      return ArchiveStatus(
        try store.summary(asOf: past.revision, moment: past.moment), holder: nil)
    }
  }

  /// All configured sources, by id.
  public func sources() throws(ArchiveError) -> [SourceState] {
    try query { store in
      guard let past else { return try store.sourceStates() }
      return try store.sourceStates(asOf: past.revision, moment: past.moment)
    }
  }

  /// Publications, the last changed first.
  public func publications(
    _ question: PublicationQuestion = PublicationQuestion()
  ) throws(ArchiveError) -> [Publication] {
    try query { store in
      guard let past else { return try store.publications(question.filter) }
      return try store.publications(
        question.filter, asOf: past.revision, moment: past.moment)
    }
  }

  /// `nil` when the store does not know the publication.
  public func publication(_ id: PublicationID) throws(ArchiveError) -> Publication? {
    try query { store in
      guard let past else { return try store.publication(id) }
      return try store.publication(id, asOf: past.revision, moment: past.moment)
    }
  }

  /// All versions, the oldest first; empty when the store does not know the publication.
  public func versions(of id: PublicationID) throws(ArchiveError) -> [Version] {
    let versions = try query { try $0.versions(of: id) }
    guard let past else { return versions }
    return versions.filter { $0.revision <= past.revision }
  }

  /// True when a version in the store speaks of the topic.
  public func knows(_ topic: TopicID) throws(ArchiveError) -> Bool {
    try query { try $0.knows(topic) }
  }

  /// The topics that the daemon tags with, a user's own too; empty in a store that no daemon has opened
  /// yet.
  public func topicNames() throws(ArchiveError) -> [TopicName] {
    try query { try $0.topicNames() }
  }

  /// The topic of exactly this id with those right below it; empty when the store has none.
  public func topicFamily(_ id: TopicID) throws(ArchiveError) -> Set<TopicID> {
    try query { try $0.topicFamily(id) }
  }

  /// How many publications speak of each topic in their newest version.
  public func publicationsByTopic() throws(ArchiveError) -> [TopicID: Int] {
    try query { try $0.publicationsByTopic() }
  }
}
