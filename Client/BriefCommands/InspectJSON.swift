import BriefModel
import BriefParsing

/// Writes a feed as JSON while it is read, so that memory does not grow with it.
///
/// The entries come first, then the feed: much of what a feed says of itself stands behind its
/// entries.
enum InspectJSON {
  /// Bytes that are collected before they are handed on; enough that small documents are never
  /// handed on in part.
  private static let pieceBytes = 262_144

  static func print(
    _ source: TextSource, baseURL: String?, limits: ParsingLimits,
    write: @escaping ([UInt8]) -> Void
  ) throws(FeedTrouble) {
    var json = JSONBuffer()
    json.raw("{\"schema\":\"brief-sync/inspect/1\",\"entries\":[")
    var isFirst = true
    let feed = try FeedParser.read(source, baseURL: baseURL, limits: limits) { entry in
      if !isFirst { json.raw(",") }
      isFirst = false
      json.append(entry)
      if json.bytes.count >= pieceBytes {
        write(json.bytes)
        json.removeAll()
      }
    }
    json.raw("],\"feed\":")
    json.append(feed)
    json.raw("}\n")
    write(json.bytes)
  }
}

extension JSONBuffer {
  fileprivate mutating func append(_ entry: ParsedEntry) {
    raw("{\"id\":")
    string(entry.id)
    member("title", entry.title)
    member("link", entry.link)
    date("published", entry.published)
    date("updated", entry.updated)
    list("authors", entry.authors)
    list("categories", entry.categories)
    member("summary_text", entry.summary?.utf8)
    member("content_text", entry.content?.utf8)
    member("language", entry.language)
    raw(",\"enclosures\":[")
    for (index, enclosure) in entry.enclosures.enumerated() {
      raw(index == 0 ? "{\"url\":" : ",{\"url\":")
      string(enclosure.url)
      member("type", enclosure.type)
      member("length", enclosure.length)
      raw("}")
    }
    raw("]}")
  }

  fileprivate mutating func append(_ feed: ParsedFeed) {
    raw("{\"title\":")
    string(feed.title)
    member("link", feed.link)
    member("language", feed.language)
    date("updated", feed.updated)
    member("format", feed.format.rawValue)
    member("encoding", feed.encoding.name)
    raw(",\"whole\":\(feed.isWhole),\"complete\":\(feed.isComplete),\"archive\":\(feed.isArchive)")
    member("self", feed.selfLink)
    member("next", feed.next)
    member("prev_archive", feed.previousArchive)
    raw(",\"manners\":{\"ttl\":")
    raw(feed.manners.ttl.map(String.init) ?? "null")
    member("update_period", feed.manners.updatePeriod)
    raw(",\"skip_hours\":\(feed.manners.skipHours),\"skip_days\":\(feed.manners.skipDays)")
    member("hub", feed.manners.hub)
    raw("},\"deleted\":[")
    for (index, entry) in feed.deleted.enumerated() {
      raw(index == 0 ? "{\"ref\":" : ",{\"ref\":")
      string(entry.ref)
      member("when", entry.when?.rfc3339)
      member("comment", entry.comment)
      raw("}")
    }
    raw("],\"oddities\":[")
    let oddities = feed.oddities.map { ($0.key.phrase, $0.value) }.sorted { $0.0 < $1.0 }
    for (index, oddity) in oddities.enumerated() {
      raw(index == 0 ? "{\"what\":" : ",{\"what\":")
      string(oddity.0)
      raw(",\"count\":\(oddity.1)}")
    }
    raw("]}")
  }

  private mutating func date(_ name: StaticString, _ date: StatedDate?) {
    member(name, date?.moment?.rfc3339)
    guard let date else { return }
    raw(",\"")
    raw(name)
    raw("_raw\":")
    string(date.raw)
    raw(",\"")
    raw(name)
    raw("_confidence\":")
    string(date.date?.confidence.rawValue)
  }
}
