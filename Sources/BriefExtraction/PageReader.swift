import BriefModel
import BriefParsing

/// Bytes of an HTML page to its article, or to the articles that it lists.
package enum PageReader {
  /// - Parameters:
  ///   - contentType: the value of the header field, for its charset.
  ///   - address: the page's own address, against which relative links count.
  ///   - selectors: what the source's owner says; each overrides the rule of its own.
  package static func page(
    bytes: [UInt8], contentType: String? = nil, address: String? = nil,
    selectors: PageSelectors = PageSelectors(), limits: PageLimits = PageLimits()
  ) throws(ExtractionTrouble) -> Page {
    let tree = try tree(of: bytes, contentType: contentType, limits: limits)
      .without(selectors.remove)
    let head = PageHead(tree: tree, address: address, limits: limits)
    let metadata = PageMetadata(head: head)
    let blocks = BlockTable(tree: tree, policy: MainTextPolicy())
    let title = PageTitle.title(head: head, metadata: metadata, blocks: blocks)
    let main = MainText(
      page: blocks, title: title, summary: metadata.summary,
      homes: selectors.text?.matches(in: tree))
    var page = article(main: main, metadata: metadata, title: title)
    let listed = ListingLinks.links(of: tree, head: head, address: address, limits: limits)
    page.kind = PageKind.kind(of: head, main: main, listed: listed, address: address)
    page.links = page.kind == .listing ? listed : main.links(head: head, limits: limits)
    page.override(by: selectors, tree: tree)
    return page.shown
  }

  /// The articles that a listing page announces, in document order.
  package static func listing(
    bytes: [UInt8], contentType: String? = nil, address: String? = nil,
    selectors: PageSelectors = PageSelectors(), limits: PageLimits = PageLimits()
  ) throws(ExtractionTrouble) -> [PageLink] {
    try listingPage(
      bytes: bytes, contentType: contentType, address: address, selectors: selectors,
      limits: limits
    ).links
  }

  /// The same, with where the owner's selector says that the next page is.
  package static func listingPage(
    bytes: [UInt8], contentType: String? = nil, address: String? = nil,
    selectors: PageSelectors = PageSelectors(), limits: PageLimits = PageLimits()
  ) throws(ExtractionTrouble) -> ListingPage {
    let tree = try tree(of: bytes, contentType: contentType, limits: limits)
      .without(selectors.remove)
    let head = PageHead(tree: tree, address: address, limits: limits)
    var page = Page()
    page.links =
      selectors.item == nil && selectors.link == nil
      ? ListingLinks.links(of: tree, head: head, address: address, limits: limits)
      : SelectedListing.links(of: tree, head: head, selectors: selectors, limits: limits)
    return ListingPage(
      links: page.shown.links, next: SelectedListing.next(of: tree, head: head, selectors))
  }

  static func tree(
    of bytes: [UInt8], contentType: String?, limits: PageLimits
  ) throws(ExtractionTrouble) -> HTMLTree {
    guard bytes.count <= limits.bytes else {
      throw .tooLarge(bytes: bytes.count, limit: limits.bytes)
    }
    let decoded = TextDecoding.decode(bytes, contentType: contentType, declaration: .html)
    if decoded.utf8.prefix(4096).contains(0) { throw .notText(reason: "it holds zero bytes") }
    let tree = HTMLTreeBuilder.tree(of: decoded.utf8, limits: limits)
    guard tree.nodes.count > 1 else { throw .empty }
    return tree
  }

  private static func article(main: MainText, metadata: PageMetadata, title: String?) -> Page {
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
    page.body = LinkedBody.checked(Body(sections: main.sections), against: metadata.linkedBody)
    page.corrections = metadata.corrections + Corrections.announced(in: main.page)
    page.language = PageLanguage.language(stated: metadata.language, text: page.body.text)
    return page
  }
}

extension Page {
  fileprivate mutating func override(by selectors: PageSelectors, tree: HTMLTree) {
    if let node = selectors.title?.matches(in: tree).first { title = tree.text(of: node) }
    if let nodes = selectors.authors?.matches(in: tree) {
      authors = AuthorNames.cleaned(nodes.map { tree.text(of: $0) })
    }
    if let node = selectors.date?.matches(in: tree).first {
      let text = tree.attribute("datetime", of: node) ?? tree.text(of: node)
      published = FeedDate(text)?.moment ?? PrintedDate.first(in: text)?.date.midnight ?? published
    }
  }
}
