import BriefModel

/// JSON Feed 1.0 and 1.1.
///
/// The grammar is checked to the end before the first entry is handed on: half a JSON document is
/// no document.
struct JSONFeedReader {
  private let base: WebAddress?
  private let limits: ParsingLimits
  private let sink: (ParsedEntry) -> Void
  private var feed = ParsedFeed(format: .json11)
  private var collector = TextCollector()
  private var isJSONFeed = false
  private var hasItems = false
  private var entryCount = 0

  static func read(
    _ source: inout TextSource, base: WebAddress?, limits: ParsingLimits,
    sink: @escaping (ParsedEntry) -> Void
  ) throws(FeedTrouble) -> ParsedFeed {
    var bytes: [UInt8] = []
    while try source.append(to: &bytes) {}
    var scanner = JSONScanner(bytes, maximumDepth: limits.depth)
    try scanner.skipValue()
    scanner.skipSpace()
    var reader = JSONFeedReader(base: base, limits: limits, sink: sink)
    if scanner.index < bytes.count { reader.note(.textAfterEnd) }
    reader.feed.encoding = source.encoding
    scanner = JSONScanner(bytes, maximumDepth: limits.depth)
    guard try scanner.kind() == .object else { throw .notAFeed(.otherJSON) }
    try reader.readFeed(&scanner)
    return reader.feed
  }

  private init(base: WebAddress?, limits: ParsingLimits, sink: @escaping (ParsedEntry) -> Void) {
    (self.base, self.limits, self.sink) = (base, limits, sink)
  }

  private mutating func note(_ oddity: FeedOddity) { feed.oddities[oddity, default: 0] += 1 }

  private mutating func readFeed(_ scanner: inout JSONScanner) throws(FeedTrouble) {
    try recognise(scanner)
    guard isJSONFeed else { throw .notAFeed(.otherJSON) }
    try scanner.object { (scanner, key) throws(FeedTrouble) in
      switch key {
      case "title": feed.title = try line(&scanner)
      case "home_page_url": feed.link = try link(&scanner)
      case "feed_url": feed.selfLink = try link(&scanner)
      case "next_url": feed.next = try link(&scanner)
      case "language": feed.language = try line(&scanner)
      case "hubs": feed.manners.hub = try hub(&scanner)
      case "items": try items(&scanner)
      default: try scanner.skipValue()
      }
    }
  }

  /// A version that names JSON Feed, or, where it was forgotten, a list of items. Items are objects:
  /// a list of numbers or names is something else.
  private mutating func recognise(_ scanner: JSONScanner) throws(FeedTrouble) {
    var scanner = scanner
    var version: String?
    var hasItems = false
    try scanner.object { (scanner, key) throws(FeedTrouble) in
      if key == "version" {
        version = try scanner.text()
      } else {
        guard key == "items", try scanner.kind() == .array else { return try scanner.skipValue() }
        var (objects, others) = (0, 0)
        try scanner.array { (scanner) throws(FeedTrouble) in
          if try scanner.kind() == .object { objects += 1 } else { others += 1 }
          try scanner.skipValue()
        }
        hasItems = objects > 0 || others == 0
      }
    }
    let isNamed = version?.contains("jsonfeed.org/version/") ?? false
    isJSONFeed = isNamed || hasItems
    if version?.hasSuffix("/1") ?? false { feed.format = .json10 }
  }

  private mutating func items(_ scanner: inout JSONScanner) throws(FeedTrouble) {
    guard try scanner.kind() == .array else { return try scanner.skipValue() }
    try scanner.array { (scanner) throws(FeedTrouble) in
      guard try scanner.kind() == .object else { return try scanner.skipValue() }
      guard entryCount < limits.entries else {
        if feed.isWhole { note(.crossed(.entries)) }
        feed.isWhole = false
        return try scanner.skipValue()
      }
      entryCount += 1
      sink(try entry(&scanner))
    }
  }

  private mutating func entry(_ scanner: inout JSONScanner) throws(FeedTrouble) -> ParsedEntry {
    var draft = EntryDraft()
    var plain: MarkedText?
    try scanner.object { (scanner, key) throws(FeedTrouble) in
      switch key {
      case "id": draft.entry.id = try line(&scanner)
      case "url": draft.entry.link = try link(&scanner)
      case "external_url": draft.otherLink = try link(&scanner)
      case "title": draft.entry.title = try line(&scanner)
      case "content_html": draft.entry.content = try text(&scanner, isMarkup: true)
      case "content_text": plain = try text(&scanner, isMarkup: false)
      case "summary": draft.entry.summary = try text(&scanner, isMarkup: false)
      case "date_published": draft.entry.published = try date(&scanner)
      case "date_modified": draft.entry.updated = try date(&scanner)
      case "language": draft.entry.language = try line(&scanner)
      case "author", "authors": try authors(&scanner, into: &draft)
      case "tags": try tags(&scanner, into: &draft)
      case "attachments": try attachments(&scanner, into: &draft)
      default: try scanner.skipValue()
      }
    }
    if draft.entry.content == nil || draft.entry.content?.isEmpty == true {
      draft.entry.content = plain ?? draft.entry.content
    }
    if draft.isOverListLimit { note(.crossed(.listItems)) }
    if draft.entry.id == nil, draft.entry.link == nil, draft.entry.title == nil {
      note(.entryWithoutIdentity)
    }
    return draft.finish()
  }

  // MARK: Members

  /// A text on one line, without control characters; `nil` when there is none or it is over the
  /// limit.
  private mutating func line(_ scanner: inout JSONScanner) throws(FeedTrouble) -> String? {
    guard let text = try scanner.text() else { return nil }
    guard text.utf8.count <= limits.fieldBytes else {
      note(.crossed(.fieldBytes))
      return nil
    }
    let bytes = Array(text.utf8)
    collector.removeAll(isSingleLine: true)
    MarkupText.appendPlain(bytes, in: 0..<bytes.count, to: &collector)
    return collector.text()
  }

  private mutating func text(
    _ scanner: inout JSONScanner, isMarkup: Bool
  ) throws(FeedTrouble) -> MarkedText? {
    guard let text = try scanner.text() else { return nil }
    var bytes = Array(text.utf8)
    collector.removeAll()
    let isCut = bytes.count > limits.fieldBytes
    if isCut {
      var end = limits.fieldBytes
      while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      bytes.removeSubrange(end...)
      note(.crossed(.fieldBytes))
    }
    if isMarkup {
      MarkupText.append(bytes, in: 0..<bytes.count, to: &collector)
    } else {
      MarkupText.appendPlain(bytes, in: 0..<bytes.count, to: &collector)
    }
    if isCut { collector.markCut() }
    return collector.markedText()
  }

  private mutating func link(_ scanner: inout JSONScanner) throws(FeedTrouble) -> String? {
    guard let text = try scanner.text(), !text.isEmpty else { return nil }
    guard text.utf8.count <= limits.nameBytes else {
      note(.crossed(.nameBytes))
      return nil
    }
    let link = WebAddress.resolve(text, base: base) ?? WebAddress.relative(text, base: base)
    if link == nil { note(.linkNotWeb) }
    return link
  }

  private mutating func date(_ scanner: inout JSONScanner) throws(FeedTrouble) -> StatedDate? {
    guard let text = try scanner.text(), !text.isEmpty else { return nil }
    let date = FeedDate(text)
    if date == nil { note(.dateUnreadable) }
    return StatedDate(raw: String(decoding: text.utf8.prefix(160), as: UTF8.self), date: date)
  }

  private mutating func hub(_ scanner: inout JSONScanner) throws(FeedTrouble) -> String? {
    var hub: String?
    guard try scanner.kind() == .array else {
      try scanner.skipValue()
      return nil
    }
    try scanner.array { (scanner) throws(FeedTrouble) in
      guard try scanner.kind() == .object else { return try scanner.skipValue() }
      try scanner.object { (scanner, key) throws(FeedTrouble) in
        guard key == "url" else { return try scanner.skipValue() }
        hub = try link(&scanner) ?? hub
      }
    }
    return hub
  }

  /// 1.0 has one `author`, 1.1 a list of `authors`; some feeds put names where objects belong.
  private mutating func authors(
    _ scanner: inout JSONScanner, into draft: inout EntryDraft
  ) throws(FeedTrouble) {
    switch try scanner.kind() {
    case .array:
      try scanner.array { (scanner) throws(FeedTrouble) in
        // An array inside the array is no author, and is not entered.
        guard try scanner.kind() != .array else { return try scanner.skipValue() }
        try author(&scanner, into: &draft)
      }
    default: try author(&scanner, into: &draft)
    }
  }

  private mutating func author(
    _ scanner: inout JSONScanner, into draft: inout EntryDraft
  ) throws(FeedTrouble) {
    guard try scanner.kind() == .object else {
      if let name = try line(&scanner) { draft.add(author: name, limit: limits.listItems) }
      return
    }
    var name: String?
    try scanner.object { (scanner, key) throws(FeedTrouble) in
      guard key == "name" else { return try scanner.skipValue() }
      name = try line(&scanner)
    }
    if let name { draft.add(author: name, limit: limits.listItems) }
  }

  private mutating func tags(
    _ scanner: inout JSONScanner, into draft: inout EntryDraft
  ) throws(FeedTrouble) {
    guard try scanner.kind() == .array else { return try scanner.skipValue() }
    try scanner.array { (scanner) throws(FeedTrouble) in
      if let tag = try line(&scanner) { draft.add(category: tag, limit: limits.listItems) }
    }
  }

  private mutating func attachments(
    _ scanner: inout JSONScanner, into draft: inout EntryDraft
  ) throws(FeedTrouble) {
    guard try scanner.kind() == .array else { return try scanner.skipValue() }
    try scanner.array { (scanner) throws(FeedTrouble) in
      guard try scanner.kind() == .object else { return try scanner.skipValue() }
      var (url, type, length) = (String?.none, String?.none, Int64?.none)
      try scanner.object { (scanner, key) throws(FeedTrouble) in
        switch key {
        case "url": url = try link(&scanner)
        case "mime_type": type = try line(&scanner)
        case "size_in_bytes": length = try scanner.text().flatMap(FeedReader.length)
        default: try scanner.skipValue()
        }
      }
      if let url {
        draft.add(Enclosure(url: url, type: type, length: length), limit: limits.listItems)
      }
    }
  }
}
