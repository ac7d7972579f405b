package import BriefModel
import BriefParsing

/// A document on disk becomes a page, and a page an entry.
package enum DocumentReader {
  /// Reads a `.txt`, `.md`, `.html` or `.pdf` document into an entry.
  ///
  /// `link` is the `file:` or http address that the entry gets. Its identity is the publisher's own
  /// number where the document prints one (`Spotlight 83/2021`), so that the same brief under
  /// another file name is the same publication; else the canonical link, `link` or the file's name.
  package static func entry(
    bytes: [UInt8], fileName: String, link: String? = nil,
    limits: DocumentLimits = DocumentLimits()
  ) throws(ExtractionTrouble) -> Entry {
    let page = try page(bytes: bytes, fileName: fileName, address: link, limits: limits)
    let name = [page.series, page.number].compactMap(\.self)
    let identity =
      name.count == 2
      ? Identity(kind: .entryID, value: name.joined(separator: " "))
      : Identity(kind: .link, value: page.canonicalLink ?? link ?? "file:\(fileName)")
    return page.entry(identity: identity, link: link ?? page.canonicalLink)
  }

  /// The same, as a page. A PDF is known by its first bytes too.
  package static func page(
    bytes: [UInt8], fileName: String, contentType: String? = nil, address: String? = nil,
    selectors: PageSelectors = PageSelectors(), limits: DocumentLimits = DocumentLimits()
  ) throws(ExtractionTrouble) -> Page {
    guard bytes.count <= limits.bytes else {
      throw .tooLarge(bytes: bytes.count, limit: limits.bytes)
    }
    switch ending(of: fileName) {
    case "txt", "md", "markdown", "text":
      return try textPage(
        bytes: bytes, contentType: contentType, isMarkdown: ending(of: fileName).hasPrefix("m"),
        limits: limits)
    case "html", "htm", "xhtml":
      return try PageReader.page(
        bytes: bytes, contentType: contentType, address: address, selectors: selectors)
    case "pdf": return pdfPage(bytes: bytes, fileName: fileName, limits: limits)
    default:
      if bytes.starts(with: Array("%PDF-".utf8)) {
        return pdfPage(bytes: bytes, fileName: fileName, limits: limits)
      }
      throw .unknownFormat(fileName: fileName, known: [".html", ".md", ".txt", ".pdf"])
    }
  }

  /// A PDF that gives no text is a page without text and with the reason, under its file's name.
  private static func pdfPage(bytes: [UInt8], fileName: String, limits: DocumentLimits) -> Page {
    do {
      let text = try PDFText(bytes: bytes, limits: limits.command)
      return DocumentLayout(
        blocks: PDFBlocks.blocks(of: text), limits: limits, isPrinted: true
      ).page
    } catch {
      var page = Page()
      page.title = stem(of: fileName)
      page.missingText = error.reason
      return page
    }
  }

  private static func stem(of fileName: String) -> String {
    let name = fileName.split(separator: "/").last ?? ""
    return String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
  }

  private static func textPage(
    bytes: [UInt8], contentType: String?, isMarkdown: Bool, limits: DocumentLimits
  ) throws(ExtractionTrouble) -> Page {
    let decoded = TextDecoding.decode(bytes, contentType: contentType, declaration: .none)
    let controls = decoded.utf8.prefix(4096).count { $0 < 0x20 && !(0x9...0xD).contains($0) }
    guard controls * 50 <= min(decoded.utf8.count, 4096) else {
      throw .notText(reason: "it holds \(controls) control characters")
    }
    let front = FrontMatter(decoded.text)
    let text = front.map { String($0.rest) } ?? decoded.text
    let isPlain = !isMarkdown && front == nil && !MarkdownBlocks.hasMarks(text)
    let blocks =
      isPlain
      ? PlainTextBlocks.blocks(of: text, limits: limits)
      : MarkdownBlocks.blocks(of: text, limits: limits)
    guard !blocks.isEmpty || front != nil else { throw .empty }
    var layout = DocumentLayout(blocks: blocks, limits: limits, titled: front?.title)
    if let front { layout.override(by: front) }
    var page = layout.page
    page.language = front?.language ?? page.language
    return page
  }

  /// The part of the name after its last full stop, in lower case.
  static func ending(of fileName: String) -> String {
    guard let dot = fileName.lastIndex(of: ".") else { return "" }
    return fileName[fileName.index(after: dot)...].lowercased()
  }
}
