/// Tells what a document is that is no feed.
enum NotAFeed {
  /// By the first bytes, before anything is parsed; `nil` when it may be a feed.
  static func found(beginning: [UInt8]) -> FeedTrouble? {
    if beginning.starts(with: [0x1F, 0x8B]) || beginning.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || beginning.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
      || beginning.starts(with: Array("BZh".utf8))
      || beginning.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A])
    {
      return .notAFeed(.compressed)
    }
    if beginning.starts(with: Array("%PDF-".utf8)) { return .notAFeed(.pdf) }
    return nil
  }

  /// By the root element.
  static func found(root: String?, hasText: Bool) -> FeedTrouble.Found {
    guard let root else { return hasText ? .text : .binary }
    switch root {
    case "html", "head", "body", "meta", "script", "div", "p", "br", "h1", "table", "center":
      return .html
    case "opml", "outlinedocument": return .opml
    case "urlset", "sitemapindex": return .sitemap
    default: return .otherXML(root: printable(root))
    }
  }

  /// A name from a document, for a message: ASCII of a decent length.
  static func printable(_ name: String) -> String {
    let bytes = name.utf8.prefix(40).map { byte in
      byte.isASCIILetterOrDigit || byte == 0x2D || byte == 0x5F || byte == 0x2E || byte == 0x3A
        ? byte : 0x3F
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
