/// Bytes to feed: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1.
package struct FeedParser {
  /// Reads a whole document.
  ///
  /// - Parameters:
  ///   - contentType: the header field that it came with.
  ///   - baseURL: where it came from, for relative links.
  package static func parse(
    _ bytes: [UInt8], contentType: String? = nil, baseURL: String? = nil,
    limits: ParsingLimits = ParsingLimits()
  ) throws(FeedTrouble) -> ParsedFeed {
    var entries: [ParsedEntry] = []
    var feed = try read(
      TextSource(bytes, contentType: contentType, limits: limits), baseURL: baseURL, limits: limits
    ) { entries.append($0) }
    feed.entries = entries
    return feed
  }

  /// Reads a document piece by piece and hands each entry on as it ends; the feed comes back
  /// without entries, for much of what it says of itself may stand behind them.
  package static func read(
    _ source: TextSource, baseURL: String? = nil, limits: ParsingLimits = ParsingLimits(),
    sink: @escaping (ParsedEntry) -> Void
  ) throws(FeedTrouble) -> ParsedFeed {
    if source.beginning.isEmpty { throw .empty }
    if let trouble = NotAFeed.found(beginning: source.beginning) { throw trouble }
    var source = source
    let base = baseURL.flatMap { WebAddress($0) }
    let head = try source.peek()
    guard let first = head.first(where: { !$0.isXMLSpace }) else { throw .empty }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      return try JSONFeedReader.read(&source, base: base, limits: limits, sink: sink)
    }
    var reader = FeedReader(source, base: base, limits: limits, sink: sink)
    return try reader.read()
  }
}

extension TextSource {
  /// The beginning of the text, which stays to be read.
  mutating func peek() throws(FeedTrouble) -> [UInt8] {
    var text: [UInt8] = []
    while !text.contains(where: { !$0.isXMLSpace }), try append(to: &text) {}
    putBack(text)
    return text
  }
}

extension XMLTokenizer {
  /// Writes what is known of the text's encoding into the feed.
  func describeText(in feed: inout ParsedFeed) {
    feed.encoding = encoding
    if isMislabelled { feed.oddities[.encodingMislabelled] = 1 }
    if replacements > 0 { feed.oddities[.bytesReplaced] = replacements }
  }
}
