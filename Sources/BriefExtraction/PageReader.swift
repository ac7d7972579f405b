import BriefModel
import BriefParsing

/// Bytes of an HTML page to its article.
package enum PageReader {
  /// - Parameters:
  ///   - contentType: the value of the header field, for its charset.
  ///   - address: the page's own address, against which relative links count.
  package static func page(
    bytes: [UInt8], contentType: String? = nil, address: String? = nil,
    limits: PageLimits = PageLimits()
  ) throws(ExtractionTrouble) -> Page {
    guard bytes.count <= limits.bytes else {
      throw .tooLarge(bytes: bytes.count, limit: limits.bytes)
    }
    let decoded = TextDecoding.decode(bytes, contentType: contentType, declaration: .html)
    if decoded.utf8.prefix(4096).contains(0) { throw .notText(reason: "it holds zero bytes") }
    let tree = HTMLTreeBuilder.tree(of: decoded.utf8, limits: limits)
    guard tree.nodes.count > 1 else { throw .empty }
    return page(of: tree, address: address, limits: limits)
  }

  private static func page(of tree: HTMLTree, address: String?, limits: PageLimits) -> Page {
    let head = PageHead(tree: tree, address: address, limits: limits)
    let metadata = PageMetadata(head: head, limits: limits)
    let blocks = BlockTable(tree: tree, policy: MainTextPolicy())
    let title = PageTitle.title(head: head, metadata: metadata, blocks: blocks)
    let main = MainText(page: blocks, title: title, summary: metadata.summary)
    let front = PageFront(main: main, metadata: metadata)
    var page = Page()
    page.title = title
    page.authors = metadata.authors.isEmpty ? front.authors : metadata.authors
    page.published = metadata.published ?? front.published
    page.modified = metadata.modified ?? front.modified
    page.publisher = metadata.publisher ?? front.publisher
    page.series = metadata.series ?? front.series
    page.number = metadata.number ?? front.number
    page.summary = metadata.summary
    page.canonicalLink = metadata.canonicalLink
    page.body = Body(sections: main.sections)
    page.corrections = metadata.corrections + Corrections.announced(in: blocks)
    page.language = PageLanguage.language(stated: metadata.language, text: page.body.text)
    page.links = []
    return page.shown
  }
}
