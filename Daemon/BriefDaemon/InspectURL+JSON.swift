import BriefFetching
import BriefModel
import BriefParsing

/// What the answer to a request was.
struct SeenAnswer: Encodable {
  struct Step: Encodable {
    var status: Int
    var target: String
  }

  var status: Int?
  var url: String
  var redirects: [Step]
  /// Bytes over the wire.
  var received: Int64
  var milliseconds: Int64

  private enum CodingKeys: String, CodingKey {
    case status, url, redirects, received, milliseconds
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(status, forKey: .status)
    try container.encode(url, forKey: .url)
    try container.encode(redirects, forKey: .redirects)
    try container.encode(received, forKey: .received)
    try container.encode(milliseconds, forKey: .milliseconds)
  }

  init(_ response: FeedResponse) {
    status = response.status
    url = response.finalURL
    redirects = response.redirects.map { Step(status: $0.status, target: $0.target) }
    received = response.received
    milliseconds = response.duration
  }
}

struct SeenTrouble: Encodable {
  var error: String
  var code: String
  var fetch: SeenAnswer
}

/// A feed with the members that `brief-sync inspect` prints.
struct SeenFeed: Encodable {
  var fetch: SeenAnswer
  var feed: ParsedFeed

  private enum CodingKeys: String, CodingKey { case schema, fetch, feed, entries }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("brief-sync/inspect/1", forKey: .schema)
    try container.encode(fetch, forKey: .fetch)
    try container.encode(SeenFeedFacts(feed), forKey: .feed)
    try container.encode(feed.entries.map(SeenEntry.init), forKey: .entries)
  }
}

/// Members that are unknown are null, so the encoding is written out.
private struct SeenFeedFacts: Encodable {
  let feed: ParsedFeed

  init(_ feed: ParsedFeed) { self.feed = feed }

  private enum CodingKeys: String, CodingKey {
    case title, link, language, updated, format, whole, complete
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(feed.title, forKey: .title)
    try container.encode(feed.link, forKey: .link)
    try container.encode(feed.language, forKey: .language)
    try container.encode(feed.updated?.moment, forKey: .updated)
    try container.encode(feed.format.rawValue, forKey: .format)
    try container.encode(feed.isWhole, forKey: .whole)
    try container.encode(feed.isComplete, forKey: .complete)
  }
}

private struct SeenEntry: Encodable {
  let entry: ParsedEntry

  init(_ entry: ParsedEntry) { self.entry = entry }

  private enum CodingKeys: String, CodingKey {
    case id, title, link, published, updated, authors, categories, enclosures
    case summary = "summary_text"
    case content = "content_text"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(entry.id, forKey: .id)
    try container.encode(entry.title, forKey: .title)
    try container.encode(entry.link, forKey: .link)
    try container.encode(entry.published?.moment, forKey: .published)
    try container.encode(entry.updated?.moment, forKey: .updated)
    try container.encode(entry.authors, forKey: .authors)
    try container.encode(entry.categories, forKey: .categories)
    try container.encode(entry.summary?.text, forKey: .summary)
    try container.encode(entry.content?.text, forKey: .content)
    try container.encode(entry.enclosures.map(SeenFile.init), forKey: .enclosures)
  }
}

private struct SeenFile: Encodable {
  let file: Enclosure

  init(_ file: Enclosure) { self.file = file }

  private enum CodingKeys: String, CodingKey { case url, type, length }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file.url, forKey: .url)
    try container.encode(file.type, forKey: .type)
    try container.encode(file.length, forKey: .length)
  }
}
