package import BriefModel

/// Changes as an Atom feed (RFC 4287), withdrawals as `at:deleted-entry` (RFC 6721) beside an entry
/// that tells of them, since many readers know only entries.
package enum ChangeFeed {
  /// - Parameters:
  ///   - changes: the newest first.
  ///   - created: when the store was made: the feed's date while nothing has changed.
  package static func text(
    _ changes: [Change], store: StoreID, title: String, created: Timestamp,
    label: (TopicID) -> String
  ) -> String {
    let updated = changes.first?.time ?? created
    var lines = [
      #"<?xml version="1.0" encoding="utf-8"?>"#,
      #"<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">"#,
      "  <id>\(name(store, "changes"))</id>", "  <title>\(escaped(title))</title>",
      "  <updated>\(updated.rfc3339)</updated>",
      "  <author><name>brief-sync</name></author>",
      "  <generator>brief-sync</generator>",
    ]
    // What was restored since is not gone.
    var told: Set<PublicationID> = []
    for change in changes where told.insert(change.publication.id).inserted {
      guard change.kind == .withdrawn else { continue }
      lines.append(
        #"  <at:deleted-entry ref="\#(entryName(store, change, of: .added))" when="\#(change.time.rfc3339)"/>"#
      )
    }
    for change in changes { lines += entry(change, store: store, label: label) }
    return lines.joined(separator: "\n") + "\n</feed>\n"
  }

  private static func entry(
    _ change: Change, store: StoreID, label: (TopicID) -> String
  ) -> [String] {
    let reference = change.publication
    var lines = [
      "  <entry>", "    <id>\(entryName(store, change, of: change.kind))</id>",
      "    <title>\(escaped(headline(change)))</title>",
      "    <updated>\(change.time.rfc3339)</updated>",
      "    <author><name>\(escaped(reference.source.rawValue))</name></author>",
    ]
    if let link = SafeAddress.of(reference.link) {
      lines.append("    <link rel=\"alternate\" href=\"\(escaped(link))\"/>")
    }
    for topic in change.topics {
      lines.append(
        "    <category term=\"\(escaped(topic.rawValue))\" label=\"\(escaped(label(topic)))\"/>")
    }
    lines.append("    <content type=\"html\">\(escaped(body(change).source))</content>")
    return lines + ["  </entry>"]
  }

  private static func headline(_ change: Change) -> String {
    let title = change.publication.title ?? change.publication.link ?? "(no title)"
    let word =
      switch change.kind {
      case .added: "New"
      case .revised: change.isSilent == true ? "Edited silently" : "Edited"
      case .withdrawn: "Withdrawn"
      case .restored: "Restored"
      }
    return "\(word): \(title)"
  }

  private static func body(_ change: Change) -> HTML {
    let reference = change.publication
    let series = [reference.series, reference.number].compactMap { $0 }.joined(separator: " ")
    let facts = [
      reference.source.rawValue, series, "version \(change.version)",
      "brief-sync show \(reference.id.hexadecimal.prefix(10))",
    ].filter { !$0.isEmpty }
    return PageParts.paragraph(facts.joined(separator: " · "))
      + (change.differences.isEmpty
        ? .empty : DiffPage.list(change.differences, language: nil))
  }

  /// The same in every answer of the same store: a change is never told twice under two names.
  private static func entryName(
    _ store: StoreID, _ change: Change, of kind: Change.Kind
  ) -> String {
    let publication = "publication/\(change.publication.id.hexadecimal)"
    return switch kind {
    case .added: name(store, publication)
    case .revised: name(store, "\(publication)/version/\(change.version)")
    case .withdrawn, .restored:
      name(store, "\(publication)/\(kind.rawValue)/\(change.revision.number)")
    }
  }

  /// RFC 4151. The name of the store makes it ours; the authority is one that nobody has.
  private static func name(_ store: StoreID, _ place: String) -> String {
    "tag:brief-sync.example,2026:\(escaped(store.rawValue))/\(place)"
  }

  private static func escaped(_ text: String) -> String { HTML.text(text).source }
}
