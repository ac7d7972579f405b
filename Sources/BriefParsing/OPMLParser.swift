/// A list of feeds as readers exchange it (OPML 1.0 and 2.0).
package struct ParsedOPML: Hashable, Sendable {
  /// An outline that names a feed.
  package struct Subscription: Hashable, Sendable {
    /// As written; only http and https are addresses of feeds.
    package var address: String
    package var title: String?
    package var isWeb: Bool
  }

  /// In document order.
  package var subscriptions: [Subscription] = []
  /// The document was read to its end.
  package var isWhole = true
}

/// Bytes to a list of feeds. Nothing that the list names is asked for.
package struct OPMLParser {
  /// Feeds of one list; a person follows fewer.
  package static let mostSubscriptions = 2_000

  package static func parse(
    _ bytes: [UInt8], limits: ParsingLimits = ParsingLimits()
  ) throws(FeedTrouble) -> ParsedOPML {
    if bytes.isEmpty { throw .empty }
    if let trouble = NotAFeed.found(beginning: bytes) { throw trouble }
    var tokenizer = XMLTokenizer(
      try TextSource(bytes, contentType: nil, limits: limits), limits: limits)
    var list = ParsedOPML()
    var root: String?
    var hasEnded = false
    loop: while true {
      switch try tokenizer.next() {
      case .start(let name, _):
        let element = String(decoding: tokenizer.window[name].prefix(64), as: UTF8.self)
          .lowercased()
        if root == nil { root = element }
        guard root == "opml" else { throw .notAFeed(NotAFeed.found(root: root, hasText: false)) }
        guard element == "outline", let feed = subscription(tokenizer, limits) else { continue }
        guard list.subscriptions.count < mostSubscriptions else { throw .limit(.entries) }
        list.subscriptions.append(feed)
      case .end(let name):
        hasEnded =
          hasEnded || tokenizer.window[name].map(\.asciiLowercased).elementsEqual("opml".utf8)
      case .text, .literal, .doctype: break
      case .finished: break loop
      }
    }
    guard root != nil else { throw .notAFeed(.text) }
    list.isWhole = hasEnded && !tokenizer.isCutOff
    return list
  }

  private static func subscription(
    _ tokenizer: XMLTokenizer, _ limits: ParsingLimits
  ) -> ParsedOPML.Subscription? {
    var values: [String: String] = [:]
    for attribute in tokenizer.attributes where attribute.value.count <= limits.nameBytes {
      let name = String(decoding: tokenizer.window[attribute.name], as: UTF8.self).lowercased()
      guard ["xmlurl", "title", "text"].contains(name) else { continue }
      var decoded: [UInt8] = []
      var entities = EntityTable()
      entities.append(tokenizer.window, attribute.value, isEscaped: false, into: &decoded)
      values[name] = VisibleText.filtered(String(decoding: decoded, as: UTF8.self)).trimmed
    }
    guard let address = values["xmlurl"], !address.isEmpty else { return nil }
    let title = [values["title"], values["text"]].compactMap(\.self).first { !$0.isEmpty }
    return ParsedOPML.Subscription(
      address: address, title: title, isWeb: WebAddress(address)?.isWeb == true)
  }
}
