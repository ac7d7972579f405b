import BriefModel
import BriefParsing
import BriefReport

/// What a person wants to know of a feed before following it.
struct InspectView {
  private(set) var text: String

  init(_ source: TextSource, baseURL: String?, limits: ParsingLimits) throws(FeedTrouble) {
    var count = 0
    var withText = 0
    var moments: [Timestamp] = []
    var newest: [String] = []
    let feed = try FeedParser.read(source, baseURL: baseURL, limits: limits) { entry in
      count += 1
      if entry.content?.isEmpty == false { withText += 1 }
      if let moment = (entry.published ?? entry.updated)?.moment { moments.append(moment) }
      if newest.count < 3 { newest.append(entry.title ?? entry.link ?? "(no title)") }
    }
    var lines = [
      "Title     \(feed.title ?? "(none)")",
      "Site      \(feed.link ?? "(none)")",
      "Format    \(feed.format.rawValue), \(feed.encoding.name)"
        + (feed.language.map { ", language \($0)" } ?? ""),
      "Entries   " + Self.entries(count, withText: withText),
    ]
    lines += Self.window(moments)
    lines += newest.enumerated().map { ($0 == 0 ? "First     " : "          ") + $1 }
    lines += Self.manners(feed)
    for (oddity, count) in feed.oddities.map({ ($0.key.phrase, $0.value) }).sorted(by: {
      $0.0 < $1.0
    }) {
      lines.append("Oddity    \(oddity)" + (count > 1 ? " (\(count) times)" : ""))
    }
    // Foreign words on a terminal: nothing in them may act on it.
    text = lines.map(VisibleText.line).joined(separator: "\n") + "\n"
  }

  private static func entries(_ count: Int, withText: Int) -> String {
    if count == 0 { return "none" }
    if withText == count { return "\(count), all with their full text" }
    let others = withText == 0 ? "all without their full text" : "\(withText) with their full text"
    return "\(count), \(others) (pages = true reads texts from the pages)"
  }

  /// The time that the listing covers, and how often one must look so that nothing falls out of it
  /// unseen.
  private static func window(_ moments: [Timestamp]) -> [String] {
    guard let first = moments.min(), let last = moments.max() else { return ["Window    no dates"] }
    let seconds = max(0, last.seconds - first.seconds)
    let length = seconds < 3600 ? "" : " (\(interval(hours: seconds / 3600)))"
    var lines = ["Window    \(first.day) to \(last.day)\(length)"]
    guard moments.count > 1, seconds > 0 else { return lines }
    let perWeek = Double(moments.count - 1) * 604_800 / Double(seconds)
    lines.append("Rate      \(rounded(perWeek)) a week")
    // Half the window: one missed poll must not lose an entry.
    let hours = max(1, seconds / 7200)
    lines.append("Poll      at least every \(interval(hours: hours)), or entries are lost")
    return lines
  }

  private static func interval(hours: Int64) -> String {
    hours > 96 ? "\(hours / 24) days" : hours == 1 ? "1 hour" : "\(hours) hours"
  }

  private static func rounded(_ value: Double) -> String {
    let tenths = Int64(min(value * 10, 1e12))
    return tenths >= 100 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  private static func manners(_ feed: ParsedFeed) -> [String] {
    var lines: [String] = []
    if let ttl = feed.manners.ttl {
      lines.append("Asks      not to be polled more than every \(ttl / 60) minutes")
    }
    if let period = feed.manners.updatePeriod {
      lines.append("Says      it changes every \(interval(hours: max(1, period / 3600)))")
    }
    if feed.isComplete { lines.append("Lists     everything there is (RFC 5005 complete feed)") }
    if let archive = feed.previousArchive ?? feed.next { lines.append("Older     \(archive)") }
    if let hub = feed.manners.hub { lines.append("Hub       \(hub)") }
    return lines
  }
}

extension FeedOddity {
  /// For a line of its own.
  var phrase: String {
    switch self {
    case .encodingMislabelled: "the encoding is not the one that the document names"
    case .bytesReplaced: "bytes that mean nothing in the encoding"
    case .illFormed: "the XML is ill-formed"
    case .undeclaredPrefix: "a namespace prefix is not declared"
    case .entityNotExpanded: "entities were left unexpanded, there are too many"
    case .cutOff: "the document is cut off"
    case .textAfterEnd: "something stands after the end of the document"
    case .dateUnreadable: "a date cannot be read"
    case .linkNotWeb: "a link is neither http nor https"
    case .duplicateID: "two entries share an id"
    case .entryWithoutIdentity: "an entry has no id, link or title"
    case .crossed(let limit): "\(limit.subject) is over the limit (\(limit.key))"
    }
  }
}
