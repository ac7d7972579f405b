@testable import BriefParsing

/// Shorthand of the tests: the feed in a text.
func parse(
  _ document: String, contentType: String? = nil, baseURL: String? = "https://example.org/feed",
  limits: ParsingLimits = ParsingLimits()
) throws(FeedTrouble) -> ParsedFeed {
  try FeedParser.parse(
    Array(document.utf8), contentType: contentType, baseURL: baseURL, limits: limits)
}

/// The only entry of an RSS feed with these elements in its item.
func item(_ elements: String) throws -> ParsedEntry {
  let feed = try parse(
    "<rss version='2.0' \(namespaces)><channel><item>\(elements)</item></channel></rss>")
  return feed.entries.first ?? ParsedEntry()
}

/// The only entry of an Atom feed with these elements in its entry.
func entry(_ elements: String) throws -> ParsedEntry {
  let feed = try parse(
    "<feed xmlns='http://www.w3.org/2005/Atom' \(namespaces)><entry>\(elements)</entry></feed>")
  return feed.entries.first ?? ParsedEntry()
}

let namespaces = """
  xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/' \
  xmlns:content='http://purl.org/rss/1.0/modules/content/' \
  xmlns:media='http://search.yahoo.com/mrss/' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/' \
  xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd' \
  xmlns:prism='http://prismstandard.org/namespaces/basic/2.0/' \
  xmlns:at='http://purl.org/atompub/tombstones/1.0' \
  xmlns:fh='http://purl.org/syndication/history/1.0' xmlns:a='http://www.w3.org/2005/Atom'
  """
