public import BriefModel
internal import BriefStore

extension ArchiveSnapshot {
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
