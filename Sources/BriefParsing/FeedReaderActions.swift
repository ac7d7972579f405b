import BriefModel

/// What each element makes the reader do.
extension FeedReader {
  mutating func act(on element: FeedElement) {
    switch element {
    case .entry: beginEntry()
    case .title: begin(.title, mode: textMode(default: .plain))
    case .mediaTitle:
      begin(.title, mode: textMode(default: .plain))
      capture?.rank += 1
    case .link: link()
    case .description, .mediaDescription: begin(.summary, mode: textMode(default: .html))
    case .summary: begin(.summary, mode: textMode(default: .plain))
    case .content: content()
    case .fullText: begin(.content, mode: .html)
    case .body: if isInEntry { begin(.content, mode: .inline) }
    case .id:
      begin(.id, mode: .plain)
      let rank = permalinkRank
      if isInEntry { capture?.rank = rank }
    case .published: begin(.published, mode: .plain)
    case .updated: begin(.updated, mode: .plain)
    case .author, .creator: beginPerson(.author)
    case .contributor, .owner: beginPerson(.other)
    case .name: if person != nil { begin(.name, mode: .plain) }
    case .email: if person != nil { begin(.email, mode: .plain) }
    case .category: category()
    case .keywords: begin(.category, mode: .plain)
    case .tags: begin(.tags, mode: .plain)
    case .enclosure: enclosure()
    case .source, .image, .textInput: skip()
    case .deletedEntry: deletedEntry()
    case .complete: if !isInEntry { feed.isComplete = true }
    case .archive: if !isInEntry { feed.isArchive = true }
    case .language: begin(.language, mode: .plain)
    case .publisher: begin(.publisher, mode: .plain)
    case .ttl: begin(.ttl, mode: .plain)
    case .hour: begin(.hour, mode: .plain)
    case .day: begin(.day, mode: .plain)
    case .updatePeriod: begin(.updatePeriod, mode: .plain)
    case .updateFrequency: begin(.updateFrequency, mode: .plain)
    case .comment: begin(.comment, mode: .plain)
    case .number: begin(.number, mode: .plain)
    case .rss, .rdf, .feed, .channel: readRoot(element)
    case .address, .subtitle, .created, .skipHours, .skipDays, .mediaContainer, .html, .skipped,
      .other:
      break
    }
  }

  private mutating func readRoot(_ element: FeedElement) {
    if element == .channel { isRSS = true }
    if element != .channel, feed.language == nil { feed.language = language }
  }

  private mutating func begin(_ field: Field, mode: Capture.Mode) {
    if capture?.field == .person {
      let text = plainText()
      person?.text = text
    }
    self.field.removeAll(keepingCapacity: true)
    capture = Capture(field: field, depth: depth, mode: mode, rank: rank)
    capture?.isStatedPlain = feed.format.isAtom && mode == .plain
  }

  private mutating func beginPerson(_ role: Person.Role) {
    begin(.person, mode: .plain)
    person = Person(role: role, depth: depth)
  }

  /// How a text is written: an Atom text construct (RFC 4287, 3.1 and 4.1.3; Atom 0.3, 3.1), or
  /// RSS.
  private func textMode(default mode: Capture.Mode) -> Capture.Mode {
    if attribute("mode")?.lowercased() == "base64" { return .base64 }
    guard let type = attribute("type")?.lowercased() else { return mode }
    switch type {
    case "text", "plain", "text/plain": return .plain
    case "html", "text/html": return .html
    case "xhtml", "application/xhtml+xml": return .inline
    default:
      guard type.contains("/"), !type.hasPrefix("text/") else { return mode }
      // Any other media type holds XML, or is encoded (RFC 4287, 4.1.3.3).
      return type.hasSuffix("+xml") || type.hasSuffix("/xml") ? .inline : .base64
    }
  }

  private mutating func content() {
    if isInEntry { begin(.content, mode: textMode(default: .plain)) }
  }

  private mutating func link() {
    let rel = Self.relation(attribute("rel"))
    guard let href = attribute("href") ?? attribute("url") ?? attribute("uri") else {
      if rel == "alternate" { begin(.link, mode: .plain) }
      return
    }
    guard let link = web(href) else { return }
    // Relation types compare without case (RFC 8288, 2.1.1).
    switch rel.lowercased() {
    case "alternate": alternate(link, isExact: rel == "alternate")
    case "enclosure":
      if isInEntry { add(enclosure: link) }
    case "self": if !isInEntry { feed.selfLink = feed.selfLink ?? link }
    case "hub": if !isInEntry { feed.manners.hub = feed.manners.hub ?? link }
    case "next": if !isInEntry { feed.next = link }
    case "prev-archive": if !isInEntry { feed.previousArchive = link }
    default: break
    }
  }

  /// `isExact`: written as Atom writes it (RFC 4287, 4.2.7.2), which goes before any other writing.
  private mutating func alternate(_ link: String, isExact: Bool) {
    let type = attribute("type")?.lowercased() ?? "text/html"
    let isPage = ["text/html", "application/xhtml+xml", "html", "xhtml"].contains(type)
    guard isInEntry else {
      if isPage { feed.link = feed.link ?? link }
      return
    }
    if isPage, isExact {
      if draft.entry.link == nil || !feed.format.isAtom { draft.entry.link = link }
    } else {
      draft.otherLink = draft.otherLink ?? link
    }
  }

  /// Registered relations may be written as full addresses (RFC 4287, 4.2.7.2); their names are in
  /// lower case.
  private static func relation(_ rel: String?) -> String {
    let rel = rel ?? "alternate"
    let prefix = "http://www.iana.org/assignments/relation/"
    return rel.hasPrefix(prefix) ? String(rel.dropFirst(prefix.count)) : rel
  }

  private mutating func category() {
    let term = attribute("term") ?? attribute("text") ?? attribute("label")
    if let term, !term.isEmpty, isInEntry { draft.add(category: term, limit: limits.listItems) }
    begin(.category, mode: .plain)
  }

  private mutating func enclosure() {
    guard isInEntry, let url = attribute("url") ?? attribute("uri") ?? attribute("href"),
      let url = web(url)
    else { return }
    add(enclosure: url)
  }

  private mutating func add(enclosure url: String) {
    let length = attribute("length").flatMap(Self.length)
    draft.add(
      Enclosure(url: url, type: attribute("type"), length: length), limit: limits.listItems)
  }

  static func length(_ text: String) -> Int64? {
    guard let length = Int64(text.trimmed), length >= 0 else { return nil }
    return length
  }

  /// RFC 6721, 3.
  private mutating func deletedEntry() {
    guard !isInEntry, let ref = attribute("ref"), feed.deleted.count < limits.entries else {
      return
    }
    beginTombstone(
      DeletedEntry(ref: ref, when: attribute("when").flatMap { FeedDate($0)?.moment }))
  }

  /// RSS 2.0: a `guid` is a link unless it says otherwise. 0 when it is none, 1 when it says nothing,
  /// 2 when it says so.
  private var permalinkRank: Int {
    attribute("ispermalink").map { $0.lowercased() == "true" ? 2 : 0 } ?? 1
  }

  /// The link, absolute; as it is where it is relative and nobody knows to what.
  mutating func web(_ reference: String) -> String? {
    let link =
      WebAddress.resolve(reference, base: base) ?? WebAddress.relative(reference, base: base)
    if link == nil, !reference.isEmpty { note(.linkNotWeb) }
    return link
  }

  // MARK: Attributes

  /// The value of the first attribute with this local name, references decoded; `nil` when there is
  /// none.
  func attribute(_ local: StaticString) -> String? {
    let window = tokenizer.window
    let length = local.utf8CodeUnitCount
    for attribute in tokenizer.attributes where attribute.name.count >= length {
      let start = attribute.name.upperBound - length
      guard window.hasASCII(local, at: start, before: attribute.name.upperBound) else { continue }
      if start == attribute.name.lowerBound || window[start - 1] == UInt8(ascii: ":") {
        return value(attribute)
      }
    }
    return nil
  }

  /// `nil` when it is longer than a name or an address may be.
  func value(_ attribute: XMLTokenizer.Attribute) -> String? {
    guard attribute.value.count <= limits.nameBytes else { return nil }
    let window = tokenizer.window
    guard window[attribute.value].contains(UInt8(ascii: "&")) else {
      return VisibleText.filtered(String(decoding: window[attribute.value], as: UTF8.self)).trimmed
    }
    var decoded: [UInt8] = []
    var entities = EntityTable()
    entities.append(window, attribute.value, isEscaped: false, into: &decoded)
    return VisibleText.filtered(String(decoding: decoded, as: UTF8.self)).trimmed
  }

  // MARK: Format

  mutating func noteFormat(uri: String) {
    if uri.contains("2005/atom") {
      feed.format = .atom10
    } else if uri.contains("purl.org/atom/ns") {
      feed.format = .atom03
    } else if uri.contains("simple/0.9") {
      feed.format = .rss09
      isRSS = true
    } else if uri.contains("purl.org/rss/1.0/") && !uri.contains("modules") {
      feed.format = .rss10
      isRSS = true
    }
  }

  mutating func recogniseFormat(_ element: FeedElement) {
    let version = attribute("version") ?? ""
    switch element {
    case .rss, .channel, .other:
      feed.format =
        version.hasPrefix("2")
        ? .rss20
        : version.hasPrefix("0.91")
          ? .rss091
          : version.hasPrefix("0.9")
            ? (version == "0.9" || version == "0.90" ? .rss09 : .rss092)
            : version.hasPrefix("1.0") ? .rss10 : .rss
    case .rdf: if feed.format != .rss09 { feed.format = .rss10 }
    default:
      if feed.format != .atom10 {
        feed.format = version.hasPrefix("0.3") ? .atom03 : feed.format == .atom03 ? .atom03 : .atom
      }
    }
  }

  static func takesMarkup(_ field: Field) -> Bool {
    field == .title || field == .summary || field == .content
  }
}
