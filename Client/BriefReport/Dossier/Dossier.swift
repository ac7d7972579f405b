package import BriefClient
package import BriefModel

/// Everything about one topic.
package struct Dossier: Sendable {
  /// A topic as the catalogue names it.
  package struct Subject: Hashable, Sendable {
    package var id: TopicID
    package var label: String
    /// With those below it.
    package var family: Set<TopicID>

    package init(id: TopicID, label: String, family: Set<TopicID>) {
      (self.id, self.label, self.family) = (id, label, family)
    }
  }

  /// What a publication says of it, and how it is cited.
  package struct Passage: Sendable {
    package var publication: Publication
    package var mention: Mention
    package var citation: Citation
  }

  package var subject: Subject
  package var here: Cursor
  package var today: CalendarDate
  /// How many publications speak of it.
  package var count: Int
  /// How much each source says, the one with the most first.
  package var sources: [TopicActivity]
  /// The earliest publication of each source, the first one first.
  package var first: [Publication]
  /// By day.
  package var deadlines: [Deadline]
  /// What happened to the publications that changed last, the newest first.
  package var changes: [Change]
  /// The newest first.
  package var figures: [StatedFigure]
  package var figureCount: Int
  /// Of the publications that changed last.
  package var passages: [Passage]
}

/// How much a dossier has room for.
package enum DossierLimits {
  /// Publications whose history is told.
  package static let publications = 100
  package static let changes = 200
  /// Passages that are quoted with their citation.
  package static let passages = 25
  package static let figures = 60
  /// Deadlines, those that moved and those that are open before the others.
  package static let deadlines = 60
}

extension Dossier {
  /// Draws it up from one moment of the store.
  package init(
    _ snapshot: ArchiveSnapshot, _ subject: Subject, now: Timestamp
  ) throws(ArchiveError) {
    let topics = subject.family.sorted()
    let found = try snapshot.publications(about: topics, limit: DossierLimits.publications)
    var changes: [Change] = []
    for publication in found.publications {
      changes += try snapshot.changes(of: publication.reference.id)
    }
    changes.sort { ($1.revision, $1.ordinal) < ($0.revision, $0.ordinal) }
    var passages: [Passage] = []
    for publication in found.publications where passages.count < DossierLimits.passages {
      guard let mention = try snapshot.passage(of: publication, about: subject.family) else {
        continue
      }
      let id = publication.reference.id
      let reading = try snapshot.reading(of: id)
      let facts = try snapshot.facts(of: id, version: reading.version.number)
      passages.append(
        Passage(
          publication: publication, mention: mention,
          citation: Citation(publication, reading.version, facts)))
    }
    let deadlines = try snapshot.deadlines(
      DeadlineQuestion(topics: subject.family), today: now.day)
    let figures = try snapshot.figures(topics: subject.family)
    self.init(
      subject: subject, here: try snapshot.cursor(), today: now.day, count: found.count,
      sources: Self.joined(
        try snapshot.topicActivity().filter { subject.family.contains($0.topic) }),
      first: found.first,
      deadlines: Self.chosen(deadlines), changes: Array(changes.prefix(DossierLimits.changes)),
      figures: figures.suffix(DossierLimits.figures).reversed(), figureCount: figures.count,
      passages: passages)
  }

  /// Of a family of topics one row a source; a publication may speak of several, so the largest
  /// counts.
  private static func joined(_ activity: [TopicActivity]) -> [TopicActivity] {
    Dictionary(grouping: activity, by: \.source).compactMap { _, rows in
      guard var row = rows.max(by: { $0.publications < $1.publications }) else { return nil }
      row.latest = rows.map(\.latest).max() ?? row.latest
      return row
    }.sorted { ($1.publications, $0.source) < ($0.publications, $1.source) }
  }

  /// What moved and what is open first, where there is not room for all; then by day.
  private static func chosen(_ deadlines: [Deadline]) -> [Deadline] {
    func weight(_ deadline: Deadline) -> Int {
      deadline.moves.isEmpty ? (deadline.standing == .upcoming ? 1 : 2) : 0
    }
    let sorted = deadlines.enumerated().sorted {
      (weight($0.element), -$0.element.statements, $0.offset)
        < (weight($1.element), -$1.element.statements, $1.offset)
    }
    return sorted.prefix(DossierLimits.deadlines).map(\.element).sorted { $0.due < $1.due }
  }
}
