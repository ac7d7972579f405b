package import BriefModel
import GRDB

/// What versions say, as rules for alerts ask.
extension StoreSnapshot {
  /// What a publication said after a change and, of an edit, before it. Without the dates that it
  /// moved, and its passages.
  package func details(of change: Change) throws -> ChangeDetails {
    guard let row = try row(of: change.publication.id) else { return ChangeDetails() }
    let (language, content) = try kept(publication: row, version: change.version)
    var details = ChangeDetails(
      language: language, authors: content?.authors ?? [], text: content?.titleAndText ?? "",
      published: content?.published)
    details.replaced = try replaced(by: change, publication: row)
    return details
  }

  /// What the version said that an edit replaced; `nil` for other changes.
  package func replaced(by change: Change) throws -> ChangeDetails.Said? {
    guard let row = try row(of: change.publication.id) else { return nil }
    return try replaced(by: change, publication: row)
  }

  private func replaced(by change: Change, publication row: Int64) throws -> ChangeDetails.Said? {
    guard change.kind == .revised, !change.isUpgrade else { return nil }
    return try said(publication: row, version: change.version - 1)
  }

  /// A version's language, authors and words; nothing but the language when it was pruned.
  package func said(publication: Int64, version: Int) throws -> ChangeDetails.Said {
    let (language, content) = try kept(publication: publication, version: version)
    return ChangeDetails.Said(
      language: language, authors: content?.authors ?? [], text: content?.titleAndText ?? "")
  }

  /// The content is `nil` when it was pruned.
  private func kept(
    publication: Int64, version: Int
  ) throws -> (language: String?, content: Content?) {
    let record = "version \(version)"
    let language = try RowStatement(
      db, "SELECT language FROM version WHERE publication = ? AND number = ?"
    ).first([.integer(publication), .integer(Int64(version))]) {
      try $0.optionalText(0, of: record)
    }
    guard case .kept(let content) = try keptContent(publication: publication, number: version)
    else { return (language ?? nil, nil) }
    return (language ?? nil, content)
  }
}
