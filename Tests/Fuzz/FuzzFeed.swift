import BriefModel
import BriefParsing

let readings = 4

/// Feed XML: it ends, it says the same twice and in pieces, and nothing that a terminal acts on
/// comes through.
func examine(_ bytes: [UInt8]) {
  guard let feed = try? FeedParser.parse(bytes, baseURL: "https://example.org/a/b") else {
    return
  }
  for entry in feed.entries {
    check(entry.title)
    check(entry.id)
    check(entry.link)
    check(entry.content?.text)
    check(entry.summary?.text)
    for text in entry.authors + entry.categories + entry.enclosures.map(\.url) { check(text) }
    _ = entry.content?.sections
  }
  check(feed.title)
  check(feed.link)
  _ = feed.snapshot()
  _ = try? SitemapParser.parse(bytes)
  guard String(validating: bytes, as: UTF8.self) != nil, feed.encoding == .utf8,
    feed.oddities[.encodingMislabelled] == nil
  else { return }
  var position = 0
  var entries: [ParsedEntry] = []
  let pieces = try? TextSource(contentType: nil, limits: ParsingLimits(), headBytes: 200) {
    let end = min(position + 37, bytes.count)
    defer { position = end }
    return Array(bytes[position..<end])
  }
  guard let pieces,
    let again = try? FeedParser.read(
      pieces, baseURL: "https://example.org/a/b", sink: { entries.append($0) })
  else { fatalError("pieces do not parse") }
  // A declaration further in than the first piece is another encoding; so is a head that is too
  // short to tell.
  guard again.encoding == .utf8 else { return }
  require(entries == feed.entries, "pieces give other entries")
  require(again.isWhole == feed.isWhole, "pieces give another end")
}

private func check(_ text: String?) {
  guard let text else { return }
  for scalar in text.unicodeScalars {
    let value = scalar.value
    require(value >= 0x20 || value == 0x0A, "a control character")
    // Five of them may be a part of a letter that was encoded twice.
    let isPart = [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(value)
    require(isPart || !(0x7F...0x9F).contains(value), "a C1 control character")
    require(
      !(0x202A...0x202E).contains(value) && !(0x2066...0x2069).contains(value), "a bidi control")
  }
}
