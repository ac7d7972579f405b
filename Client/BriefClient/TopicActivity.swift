public import BriefModel
internal import BriefStore

/// How much a source says of a topic.
public struct TopicActivity: Hashable, Sendable {
  public var topic: TopicID
  public var source: SourceID
  /// Publications whose newest version speaks of it.
  public var publications: Int
  /// The day of the latest of them: its publisher's, else when it was seen.
  public var latest: Timestamp
}

/// How many changes there were.
public struct ChangeCounts: Hashable, Sendable {
  public var kinds: [Change.Kind: Int]
  public var silentEdits: Int
  /// By topic, the busiest first.
  public var topics: [TopicChanges]

  public struct TopicChanges: Hashable, Sendable {
    public var topic: TopicID
    public var changes: Int
  }
}

/// Publications about a topic.
public struct TopicPublications: Hashable, Sendable {
  /// The last changed first; as many as were asked for.
  public var publications: [Publication]
  /// How many there are.
  public var count: Int
  /// The earliest of each source, the first source first.
  public var first: [Publication]
}

extension ArchiveSnapshot {
  /// By topic, then source. From counts that are kept when writing; as of a moment each publication is
  /// looked at.
  public func topicActivity() throws(ArchiveError) -> [TopicActivity] {
    if past != nil { return Self.activity(of: try publications()) }
    return try query { try $0.topicActivity() }.map {
      TopicActivity(
        topic: $0.topic, source: $0.source, publications: $0.publications, latest: $0.latest)
    }
  }

  /// How many changes were recorded after a cursor.
  public func changeCounts(since cursor: Cursor) throws(ArchiveError) -> ChangeCounts {
    let here = try self.cursor()
    return try query { store in
      let (kinds, silent) = try store.changeCounts(
        after: cursor.revision, through: here.revision)
      let topics = try store.topicChanges(after: cursor.revision, through: here.revision)
      return ChangeCounts(
        kinds: kinds, silentEdits: silent,
        topics: topics.map { ChangeCounts.TopicChanges(topic: $0.topic, changes: $0.changes) })
    }
  }

  /// When the revision that a cursor stands at was recorded; `nil` for the beginning.
  public func time(of cursor: Cursor) throws(ArchiveError) -> Timestamp? {
    try query { try $0.time(of: cursor.revision) }
  }

  /// Refuses a cursor of another store, or of a future of this one.
  public func check(_ cursor: Cursor) throws(ArchiveError) {
    _ = try changes(since: cursor, ChangeQuestion(limit: 1))
  }

  /// The cursor that gives what was recorded at this moment or later.
  public func cursor(before moment: Timestamp) throws(ArchiveError) -> Cursor {
    var cursor = try cursor()
    cursor.revision = min(cursor.revision, try query { try $0.lastRevision(before: moment) })
    return cursor
  }

  /// Publications whose newest version speaks of one of the topics.
  public func publications(
    about topics: [TopicID], limit: Int
  ) throws(ArchiveError) -> TopicPublications {
    if past != nil {
      let all = try self.publications(PublicationQuestion(topics: Set(topics)))
      return TopicPublications(
        publications: Array(all.prefix(limit)), count: all.count, first: Self.first(of: all))
    }
    let found = try query { try $0.publications(about: topics, limit: limit) }
    return TopicPublications(
      publications: try publications(found.newest), count: found.count,
      first: try publications(found.first))
  }

  private func publications(_ ids: [PublicationID]) throws(ArchiveError) -> [Publication] {
    var publications: [Publication] = []
    for id in ids {
      if let publication = try publication(id) { publications.append(publication) }
    }
    return publications
  }

  private static func first(of publications: [Publication]) -> [Publication] {
    func isEarlier(_ a: Publication, _ b: Publication) -> Bool {
      let days = (a.published ?? a.lastChanged, b.published ?? b.lastChanged)
      return (days.0, a.firstSeen) < (days.1, b.firstSeen)
    }
    return Dictionary(grouping: publications, by: \.reference.source).values
      .compactMap { $0.min(by: isEarlier) }.sorted(by: isEarlier)
  }

  private static func activity(of publications: [Publication]) -> [TopicActivity] {
    struct Place: Hashable {
      var topic: TopicID
      var source: SourceID
    }
    var rows: [Place: TopicActivity] = [:]
    for publication in publications {
      for topic in publication.topics {
        let source = publication.reference.source
        let day = publication.published ?? publication.lastChanged
        var row =
          rows[Place(topic: topic, source: source)]
          ?? TopicActivity(topic: topic, source: source, publications: 0, latest: day)
        row.publications += 1
        row.latest = max(row.latest, day)
        rows[Place(topic: topic, source: source)] = row
      }
    }
    return rows.values.sorted { ($0.topic, $0.source) < ($1.topic, $1.source) }
  }
}
