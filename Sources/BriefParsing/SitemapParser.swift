package import BriefModel

/// What a sitemap document is (sitemaps.org protocol 0.9).
package enum SitemapKind: String, Hashable, Sendable, CaseIterable {
  /// Lists other sitemaps.
  case index
  /// Lists pages.
  case pages
  /// Lists pages with news of the last days (Google News extension).
  case news
  /// One address a line.
  case text
}

/// A sitemap as its publisher wrote it. Unpacking `.xml.gz` is the caller's part.
package struct ParsedSitemap: Hashable, Sendable {
  /// One address and what is said of it.
  package struct Page: Hashable, Sendable {
    /// Absolute, http or https.
    package var link: String
    package var modified: StatedDate?
    /// News: when it was published.
    package var published: StatedDate?
    /// News.
    package var title: String?
    package var language: String?

    package init(link: String) { self.link = link }
  }

  package var kind: SitemapKind
  /// Sitemaps for an index, pages else; in document order.
  package var pages: [Page] = []
  package var isWhole = true
  package var oddities: [FeedOddity: Int] = [:]

  /// Pages as entries under their canonical links. An index has none: its sitemaps are to be read
  /// in turn.
  package func snapshot() -> Snapshot {
    let entries = pages.compactMap { page -> Entry? in
      guard kind != .index, let identity = canonicalLink(page.link) else { return nil }
      return Entry(
        identity: Identity(kind: .link, value: identity), link: page.link,
        content: Content(title: page.title, published: page.published?.moment),
        updated: page.modified?.moment, language: page.language)
    }
    return Snapshot(entries: entries, isWhole: isWhole)
  }
}

/// Bytes to sitemap.
package struct SitemapParser {
  package static func parse(
    _ bytes: [UInt8], contentType: String? = nil, baseURL: String? = nil,
    limits: ParsingLimits = ParsingLimits()
  ) throws(FeedTrouble) -> ParsedSitemap {
    if bytes.isEmpty { throw .empty }
    if let trouble = NotAFeed.found(beginning: bytes) { throw trouble }
    var source = try TextSource(bytes, contentType: contentType, limits: limits)
    guard let first = try source.peek().first(where: { !$0.isXMLSpace }) else { throw .empty }
    let base = baseURL.flatMap { WebAddress($0) }
    if first != UInt8(ascii: "<") { return try lines(&source, base: base, limits: limits) }
    var parser = SitemapParser(base: base, limits: limits)
    return try parser.read(XMLTokenizer(source, limits: limits))
  }

  private var sitemap = ParsedSitemap(kind: .pages)
  private var page = ParsedSitemap.Page(link: "")
  private var text: [UInt8] = []
  private var root: String?
  private var depth = 0
  private var hasEnded = false
  private let base: WebAddress?
  private let limits: ParsingLimits

  private init(base: WebAddress?, limits: ParsingLimits) {
    (self.base, self.limits) = (base, limits)
  }

  private mutating func read(_ tokenizer: XMLTokenizer) throws(FeedTrouble) -> ParsedSitemap {
    var tokenizer = tokenizer
    var entities = EntityTable()
    loop: while true {
      switch try tokenizer.next() {
      case .start(let name, let isEmpty):
        try start(Self.localName(tokenizer.window[name]))
        if isEmpty { depth -= 1 }
      case .end(let name): end(Self.localName(tokenizer.window[name]))
      case .text(let range):
        if text.count < limits.nameBytes {
          entities.append(tokenizer.window, range, isEscaped: false, into: &text)
        }
      case .literal(let range):
        if text.count < limits.nameBytes { text.append(contentsOf: tokenizer.window[range]) }
      case .doctype: break
      case .finished: break loop
      }
    }
    guard let root, root == "urlset" || root == "sitemapindex" else {
      throw .notAFeed(NotAFeed.found(root: root, hasText: false))
    }
    if !hasEnded || tokenizer.isCutOff {
      sitemap.isWhole = false
      note(.cutOff)
    }
    return sitemap
  }

  private mutating func start(_ name: String) throws(FeedTrouble) {
    guard depth < limits.depth else { throw .limit(.depth) }
    depth += 1
    text.removeAll(keepingCapacity: true)
    if root == nil {
      root = name
      if name == "sitemapindex" { sitemap.kind = .index }
    }
    if name == "url" || name == "sitemap" { page = ParsedSitemap.Page(link: "") }
    if name == "news", sitemap.kind == .pages { sitemap.kind = .news }
  }

  private mutating func end(_ name: String) {
    depth = max(0, depth - 1)
    let value = VisibleText.filtered(String(decoding: text, as: UTF8.self)).trimmed
    text.removeAll(keepingCapacity: true)
    switch name {
    case "loc":
      // An image's or a video's address has the same name and comes after the page's own.
      if page.link.isEmpty {
        let link = WebAddress.resolve(value, base: base)
        if link == nil { note(.linkNotWeb) }
        page.link = link ?? ""
      }
    case "lastmod": page.modified = date(value)
    case "publication_date": page.published = date(value)
    case "title": page.title = page.title ?? (value.isEmpty ? nil : HTMLEntities.decode(value))
    case "language": page.language = value.isEmpty ? nil : value
    case "url", "sitemap": endPage()
    case "urlset", "sitemapindex": hasEnded = true
    default: break
    }
  }

  private mutating func endPage() {
    guard !page.link.isEmpty else { return }
    guard sitemap.pages.count < limits.sitemapPages else {
      sitemap.isWhole = false
      return note(.crossed(.sitemapPages))
    }
    sitemap.pages.append(page)
  }

  private mutating func date(_ text: String) -> StatedDate? {
    guard !text.isEmpty else { return nil }
    let date = FeedDate(text)
    if date == nil { note(.dateUnreadable) }
    return StatedDate(raw: String(decoding: text.utf8.prefix(160), as: UTF8.self), date: date)
  }

  private mutating func note(_ oddity: FeedOddity) { sitemap.oddities[oddity, default: 0] += 1 }

  private static func localName(_ name: ArraySlice<UInt8>) -> String {
    let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    return String(decoding: local.prefix(64).map(\.asciiLowercased), as: UTF8.self)
  }

  /// The text form: one address a line, and nothing else.
  private static func lines(
    _ source: inout TextSource, base: WebAddress?, limits: ParsingLimits
  ) throws(FeedTrouble) -> ParsedSitemap {
    var bytes: [UInt8] = []
    while try source.append(to: &bytes) {}
    var sitemap = ParsedSitemap(kind: .text)
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let text = String(decoding: line, as: UTF8.self).trimmed
      guard !text.isEmpty else { continue }
      guard let link = WebAddress.resolve(text, base: nil) else { throw .notAFeed(.text) }
      guard sitemap.pages.count < limits.sitemapPages else {
        sitemap.isWhole = false
        sitemap.oddities[.crossed(.sitemapPages), default: 0] += 1
        break
      }
      sitemap.pages.append(ParsedSitemap.Page(link: link))
    }
    return sitemap
  }
}
