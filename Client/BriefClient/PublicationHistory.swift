public import BriefModel
internal import BriefStore

extension ArchiveSnapshot {
  /// The earliest publication of each source that speaks of one of the topics, the first source
  /// first.
  public func firstPublications(
    about topics: [TopicID]
  ) throws(ArchiveError) -> [Publication] {
    if past != nil {
      func isEarlier(_ a: Publication, _ b: Publication) -> Bool {
        let days = (a.published ?? a.lastChanged, b.published ?? b.lastChanged)
        return (days.0, a.firstSeen) < (days.1, b.firstSeen)
      }
      let all = try self.publications(PublicationQuestion(topics: Set(topics)))
      return Dictionary(grouping: all, by: \.reference.source).values
        .compactMap { $0.min(by: isEarlier) }.sorted(by: isEarlier)
    }
    let ids = try query { try $0.firstPublications(about: topics) }
    var publications: [Publication] = []
    for id in ids {
      if let publication = try publication(id) { publications.append(publication) }
    }
    return publications
  }

  /// Everything that happened to a publication, in the order of recording.
  public func changes(of id: PublicationID) throws(ArchiveError) -> [Change] {
    let last = try cursor().revision
    return try query { try $0.changes(after: .none, ChangeFilter(publication: id, through: last)) }
  }

  /// The first passage of a publication's newest version for one of the topics; `nil` when there is
  /// none.
  public func passage(
    of publication: Publication, about topics: Set<TopicID>
  ) throws(ArchiveError) -> Mention? {
    let id = publication.reference.id
    let mentions = try query { store in
      try store.mentions(publication: try store.row(of: id) ?? 0, version: publication.versions)
    }
    let found = mentions.filter { topics.contains($0.topic) }
    // A sentence says more than a title that is printed above it.
    return found.first { $0.field == .text } ?? found.first
  }
}
