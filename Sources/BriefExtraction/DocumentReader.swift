package import BriefModel

/// A document on disk becomes an entry.
package enum DocumentReader {
  /// Reads a `.txt`, `.md` or `.markdown` document.
  ///
  /// `link` is the `file:` or http address that the entry gets. Its identity is the publisher's own
  /// number where the document prints one (`Spotlight 83/2021`), so that the same brief under
  /// another file name is the same publication; else the link or the file's name.
  package static func entry(
    bytes: [UInt8], fileName: String, link: String? = nil,
    limits: DocumentLimits = DocumentLimits()
  ) throws(ExtractionTrouble) -> Entry {
    guard bytes.count <= limits.bytes else {
      throw .tooLarge(bytes: bytes.count, limit: limits.bytes)
    }
    switch ending(of: fileName) {
    case "txt", "md", "markdown", "text":
      return try textEntry(bytes: bytes, fileName: fileName, link: link, limits: limits)
    default:
      throw .unknownFormat(fileName: fileName, known: [".txt", ".md", ".markdown", ".text"])
    }
  }

  private static func textEntry(
    bytes: [UInt8], fileName: String, link: String?, limits: DocumentLimits
  ) throws(ExtractionTrouble) -> Entry {
    guard !bytes.prefix(4096).contains(0) else { throw .notText(reason: "it holds zero bytes") }
    let text = String(decoding: bytes, as: UTF8.self)
    let blocks = MarkdownBlocks.blocks(of: text, limits: limits)
    guard !blocks.isEmpty else { throw .empty }
    return entry(of: DocumentLayout(blocks: blocks, limits: limits), fileName: fileName, link: link)
  }

  private static func entry(of layout: DocumentLayout, fileName: String, link: String?) -> Entry {
    let body = Body(sections: layout.sections)
    let name = [layout.series, layout.masthead.number].compactMap(\.self)
    let identity =
      name.count == 2
      ? Identity(kind: .entryID, value: name.joined(separator: " "))
      : Identity(kind: .link, value: link ?? "file:\(fileName)")
    return Entry(
      identity: identity, link: link,
      content: Content(
        title: layout.title, authors: layout.authors,
        published: layout.masthead.date?.midnight, number: layout.masthead.number, body: body),
      language: LanguageGuess.language(of: body.text), publisher: layout.masthead.publisher,
      series: layout.series)
  }

  /// The part of the name after its last full stop, in lower case.
  static func ending(of fileName: String) -> String {
    guard let dot = fileName.lastIndex(of: ".") else { return "" }
    return fileName[fileName.index(after: dot)...].lowercased()
  }
}
