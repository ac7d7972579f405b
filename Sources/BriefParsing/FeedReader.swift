import BriefModel

/// Reads RSS, RDF and Atom: one pass over the tokens, each entry handed on as soon as it ends.
struct FeedReader {
  /// What an element's text is wanted for.
  enum Field {
    case title, link, summary, content, id, published, updated, person, name, email, category, tags
    case language, publisher, ttl, hour, day, updatePeriod, updateFrequency, comment, number
  }

  /// The element whose text is being collected.
  struct Capture {
    enum Mode {
      case plain
      /// Markup in the text, escaped.
      case html
      /// Markup among the elements: put together again as HTML.
      case inline
      case base64
    }
    var field: Field
    var depth: Int
    var mode: Mode
    /// Atom says of a text that it is plain; RSS says nothing, and it is looked at.
    var isStatedPlain = false
    var rank = 0
    var isCut = false
  }

  struct Person {
    enum Role { case author, other }
    var role: Role
    var depth: Int
    var name: String?
    var email: String?
    var text: String?
  }

  struct Open {
    var name: Int
    var element: FeedElement
  }

  var tokenizer: XMLTokenizer
  var names = NameTable()
  let limits: ParsingLimits
  var feed = ParsedFeed(format: .rss)
  /// The entry that is open, while ``isInEntry``.
  var draft = EntryDraft()
  var isInEntry = false
  var capture: Capture?
  var person: Person?
  var field: [UInt8] = []
  var collector = TextCollector()
  var tombstone: DeletedEntry?
  var updateFrequency: Int64 = 1
  var feedTitleRank = Int.max
  /// Atom's `id` of the feed: its link, where it has no other and the id is one.
  var feedID: String?
  var base: WebAddress?
  var language: String?

  var scope = NamespaceScope()
  var stack: [Open] = []
  private var openCount: [Int] = []
  private var entities = EntityTable()
  var bases: [(depth: Int, base: WebAddress?)] = []
  var languages: [(depth: Int, language: String?)] = []
  private var draftDepth = 0
  private var skipDepth: Int?
  private var tombstoneDepth = 0
  private var entryCount = 0
  private var seenIDs: Set<Int> = []
  var root: String?
  var isFeed = false
  /// A channel was seen, or the namespace of RSS: RDF holds other things, too.
  var isRSS = false
  private var hasEnded = false
  /// The document ended inside an element: what is open is closed without its end.
  private var hasBrokenOff = false
  private var hasText = false
  private let sink: (ParsedEntry) -> Void

  init(
    _ source: TextSource, base: WebAddress?, limits: ParsingLimits,
    sink: @escaping (ParsedEntry) -> Void
  ) {
    tokenizer = XMLTokenizer(source, limits: limits)
    self.base = base
    self.limits = limits
    self.sink = sink
  }

  var depth: Int { stack.count }

  /// Twice how far the element that is open lies from its entry or channel: there is room for Media
  /// RSS in between.
  var rank: Int { 2 * (!isInEntry ? stack.count : stack.count - draftDepth) }

  mutating func read() throws(FeedTrouble) -> ParsedFeed {
    loop: while true {
      switch try tokenizer.next() {
      case .start(let name, let isEmpty): try start(name, isEmpty: isEmpty)
      case .end(let name): end(name)
      case .text(let range): text(range, hasReferences: true)
      case .literal(let range): text(range, hasReferences: false)
      case .doctype(let range): entities.declare(tokenizer.window, range)
      case .finished: break loop
      }
    }
    return try finish()
  }

  private mutating func finish() throws(FeedTrouble) -> ParsedFeed {
    guard isFeed else { throw .notAFeed(NotAFeed.found(root: root, hasText: hasText)) }
    if root == "rdf", !isRSS, entryCount == 0 {
      throw .notAFeed(.otherXML(root: "rdf:RDF"))
    }
    if !hasEnded || tokenizer.isCutOff {
      feed.isWhole = false
      note(.cutOff)
      hasBrokenOff = true
      // Half a text is no text: "14" may have been 1440 minutes.
      capture = nil
    }
    while let top = stack.last { close(top) }
    if tokenizer.isIllFormed { note(.illFormed) }
    if entities.wasExhausted { note(.entityNotExpanded) }
    if feed.link == nil { feed.link = feedID.flatMap { WebAddress.resolve($0, base: nil) } }
    for limit in tokenizer.crossed { note(.crossed(limit)) }
    tokenizer.describeText(in: &feed)
    return feed
  }

  mutating func note(_ oddity: FeedOddity) { feed.oddities[oddity, default: 0] += 1 }

  // MARK: Elements

  private mutating func start(_ range: Range<Int>, isEmpty: Bool) throws(FeedTrouble) {
    let name = names.number(tokenizer.window, range)
    if let capture, Self.takesMarkup(capture.field) {
      // An entry or a date cannot lie inside a title or a text: an end tag was forgotten.
      guard capture.mode != .inline, Self.endsText(element(name), of: capture.field) else {
        return try startInline(name, isEmpty: isEmpty)
      }
      note(.illFormed)
      while stack.count >= capture.depth, let top = stack.last { close(top) }
    }
    guard stack.count < limits.depth else { throw .limit(.depth) }
    let depth = stack.count + 1
    if !tokenizer.attributes.isEmpty { readScopes(depth: depth) }
    let element = element(name)
    if element == .entry, isInEntry, skipDepth == nil { closeEntry() }
    push(name, element)
    if !isFeed { try recognise(element, name) }
    if isFeed, skipDepth == nil { act(on: element) }
    if isEmpty, let top = stack.last { close(top) }
  }

  private mutating func push(_ name: Int, _ element: FeedElement) {
    stack.append(Open(name: name, element: element))
    while openCount.count <= name { openCount.append(0) }
    openCount[name] += 1
  }

  private mutating func element(_ name: Int) -> FeedElement {
    let prefix = names.names[name].prefix
    guard let namespace = scope.namespace(prefix: prefix) else {
      guard prefix != 0 else { return names.element(name, in: .core) }
      let known = FeedNamespace(undeclaredPrefix: names.prefixes[prefix])
      if known != .xml { note(.undeclaredPrefix) }
      return names.element(name, in: known ?? .other)
    }
    return names.element(name, in: namespace)
  }

  /// Whether the element can only follow the text of `field`: no HTML has an element of its name.
  private static func endsText(_ element: FeedElement, of field: Field) -> Bool {
    switch element {
    case .entry, .id, .published, .updated, .creator, .category, .enclosure, .fullText: true
    case .link, .description, .author, .content: field == .title
    default: false
    }
  }

  private mutating func startInline(_ name: Int, isEmpty: Bool) throws(FeedTrouble) {
    beginInline()
    appendTag(name, isEnd: false)
    if names.names[name].isVoid { return }
    if isEmpty { return appendTag(name, isEnd: true) }
    guard stack.count < limits.depth else { throw .limit(.depth) }
    push(name, .other)
  }

  private mutating func end(_ range: Range<Int>) {
    let name = names.number(tokenizer.window, range)
    guard name < openCount.count, openCount[name] > 0 else {
      if capture?.mode == .inline { appendTag(name, isEnd: true) }
      return
    }
    while let top = stack.last {
      close(top)
      if top.name == name { break }
      note(.illFormed)
      // An entry without its end may have lost what stood there.
      if top.element == .entry || top.element == .channel { feed.isWhole = false }
    }
  }

  /// Ends the innermost element.
  private mutating func close(_ open: Open) {
    let depth = stack.count
    if let capture {
      if capture.depth == depth {
        endCapture()
      } else if capture.mode == .inline {
        appendTag(open.name, isEnd: true)
      }
    }
    if person?.depth == depth { endPerson() }
    if isInEntry, draftDepth == depth { endEntry() }
    if let entry = tombstone, tombstoneDepth == depth {
      if !hasBrokenOff { feed.deleted.append(entry) }
      tombstone = nil
    }
    if skipDepth == depth { skipDepth = nil }
    scope.leave(depth: depth)
    if let last = bases.last, last.depth == depth {
      base = last.base
      bases.removeLast()
    }
    if let last = languages.last, last.depth == depth {
      language = last.language
      languages.removeLast()
    }
    openCount[open.name] -= 1
    stack.removeLast()
    if stack.isEmpty, isFeed { hasEnded = true }
  }

  private mutating func text(_ range: Range<Int>, hasReferences: Bool) {
    guard let capture else {
      if stack.isEmpty, !hasText, tokenizer.window[range].contains(where: { !$0.isXMLSpace }) {
        hasText = true
        if hasEnded { note(.textAfterEnd) }
      }
      return
    }
    guard capture.mode == .inline || capture.depth == stack.count, !capture.isCut else { return }
    if hasReferences {
      entities.append(
        tokenizer.window, range, isEscaped: capture.mode == .inline, into: &field)
    } else if capture.mode == .inline {
      Markup.appendEscaped(tokenizer.window, range, into: &field)
    } else {
      field.append(contentsOf: tokenizer.window[range])
    }
    if field.count > limits.fieldBytes { cutField() }
  }

  private mutating func cutField() {
    var end = limits.fieldBytes
    while end > 0, field[end] & 0xC0 == 0x80 { end -= 1 }
    field.removeSubrange(end...)
    capture?.isCut = true
    note(.crossed(.fieldBytes))
  }

  // MARK: Entries

  private mutating func closeEntry() {
    note(.illFormed)
    feed.isWhole = false
    while let top = stack.last, stack.count >= draftDepth { close(top) }
  }

  mutating func beginEntry() {
    guard entryCount < limits.entries else {
      note(.crossed(.entries))
      feed.isWhole = false
      skip()
      return
    }
    entryCount += 1
    draft = EntryDraft()
    isInEntry = true
    draftDepth = stack.count
    draft.entry.language = languages.isEmpty ? nil : language
    draft.entry.id = attribute("about")
  }

  private mutating func endEntry() {
    isInEntry = false
    person = nil
    // Without its end it may lack words, or fields that stand further down: it is no version of anything.
    // One whose end tag alone was cut has all that it says.
    if hasBrokenOff { return }
    let entry = draft.finish()
    if draft.isOverListLimit { note(.crossed(.listItems)) }
    if let id = entry.id {
      if !seenIDs.insert(id.hashValue).inserted { note(.duplicateID) }
    } else if entry.link == nil, entry.title == nil {
      note(.entryWithoutIdentity)
    }
    sink(entry)
  }

  /// Passes over the element that was just opened.
  mutating func skip() { skipDepth = stack.count }

  mutating func beginTombstone(_ entry: DeletedEntry) {
    tombstone = entry
    tombstoneDepth = stack.count
  }
}
