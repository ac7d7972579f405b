import BriefModel
import BriefStore

/// What is remembered of an entry whose text is read from a page of its own: what the source's
/// document announced, and what the page said.
struct KeptPage: Hashable, Sendable, Codable {
  var announced: KeptEntry
  /// `nil` until a visit brought a text.
  var read: KeptEntry?
  /// The name of a text that was seen once and counts as an edit when it is seen again, in
  /// hexadecimal.
  var doubted: String?
  /// Visits in a row at which the server said that there is no such page (404, 410).
  var absences: Int?
  /// It said so often enough.
  var isGone: Bool?
  /// The address that gave the validators; `nil` is the entry's own.
  var validatedURL: String?
  /// Conditional requests in a row that failed where a plain one may not; `nil` for none.
  var refusals: Int?
  /// The selectors that the text was read by; `nil` for none.
  var selectors: String?
  /// It is another address of a page that is listed under its own ("?print=1"), and nothing to tell.
  var isCopy: Bool?
  /// What the page said of itself when the document last said it anew; `nil` of what was kept before
  /// this was remembered.
  var beside: PageHeading?

  init(announced: KeptEntry) { self.announced = announced }

  /// The entry as it is recorded: the text and its corrections are the page's; of the rest, what
  /// the document says comes first, until the page says it anew: a headline that is edited on the
  /// page of an entry that has left the document is told by nothing else. The document's own text
  /// stands while the page's is missing.
  var entry: Entry {
    var entry = announced.entry
    let page = read?.entry
    let anew = read.map { PageHeading($0).anew(since: beside) }
    entry.content.title = anew?.title ?? entry.content.title ?? page?.content.title
    if let authors = anew?.authors {
      entry.content.authors = authors
    } else if entry.content.authors.isEmpty {
      entry.content.authors = page?.content.authors ?? []
    }
    entry.content.published =
      anew?.published ?? entry.content.published ?? page?.content.published
    entry.content.number = entry.content.number ?? page?.content.number
    entry.content.body = page?.content.body ?? entry.content.body
    entry.updated = page?.updated ?? entry.updated
    entry.language = entry.language ?? page?.language
    entry.publisher = entry.publisher ?? page?.publisher
    entry.series = entry.series ?? page?.series
    entry.correction = page?.correction ?? entry.correction
    return entry
  }
}

extension KeptPage {
  /// Takes what the document says now. Where it says a title, authors or a date anew, what the page
  /// says of them next is no later word.
  mutating func announce(_ entry: KeptEntry) {
    var heading = beside ?? read.map(PageHeading.init) ?? PageHeading()
    if entry.title != announced.title { heading.title = nil }
    if entry.authors != announced.authors { heading.authors = nil }
    if entry.published != announced.published { heading.published = nil }
    (announced, beside) = (entry, heading)
  }

  /// Takes what the page says now.
  ///
  /// - Parameter old: what was read last, as the extractor of today reads it; `nil` when that cannot
  ///   be told, and then nothing of it is an edit.
  mutating func take(_ page: KeptEntry, old: KeptEntry?) {
    let was = read.map(PageHeading.init) ?? PageHeading()
    var heading = beside ?? was
    let now = PageHeading(page)
    let same = old.map(PageHeading.init) ?? now
    // What is compared with must be read by the same extractor.
    if heading.title == was.title { heading.title = same.title }
    if heading.authors == was.authors { heading.authors = same.authors }
    if heading.published == was.published { heading.published = same.published }
    heading.title = heading.title ?? now.title
    heading.authors = heading.authors ?? now.authors
    heading.published = heading.published ?? now.published
    (read, beside, isCopy) = (page, heading, nil)
  }
}

/// What a page says of itself above its text. `nil` is not known.
struct PageHeading: Hashable, Sendable, Codable {
  var title: String?
  var authors: [String]?
  var published: Timestamp?

  init() {}

  init(_ page: KeptEntry) {
    (title, published) = (page.title, page.published)
    authors = page.authors.isEmpty ? nil : page.authors
  }

  /// What of it is another than it was.
  func anew(since old: PageHeading?) -> PageHeading {
    var anew = PageHeading()
    if let was = old?.title, title != was { anew.title = title }
    if let was = old?.authors, authors != was { anew.authors = authors }
    if let was = old?.published, published != was { anew.published = published }
    return anew
  }
}

/// An entry as it is kept in JSON.
struct KeptEntry: Hashable, Sendable, Codable {
  var identity: Identity
  var link: String?
  var title: String?
  var authors: [String]
  var published: Timestamp?
  var number: String?
  var sections: [Section]?
  var enclosures: [Enclosure]
  var updated: Timestamp?
  var language: String?
  var publisher: String?
  var series: String?
  var categories: [String]
  var correction: String?

  init(_ entry: Entry) {
    (identity, link) = (entry.identity, entry.link)
    (title, authors) = (entry.content.title, entry.content.authors)
    (published, number) = (entry.content.published, entry.content.number)
    (sections, enclosures) = (entry.content.body?.sections, entry.content.enclosures)
    (updated, language, publisher) = (entry.updated, entry.language, entry.publisher)
    (series, categories, correction) = (entry.series, entry.categories, entry.correction)
  }

  var entry: Entry {
    Entry(
      identity: identity, link: link,
      content: Content(
        title: title, authors: authors, published: published, number: number,
        body: sections.map { Body(sections: $0) }, enclosures: enclosures),
      updated: updated, language: language, publisher: publisher, series: series,
      categories: categories, correction: correction)
  }

  /// True when title or date is the same: the same entry, whatever else moved.
  func announcesSame(as other: KeptEntry) -> Bool {
    title != nil && title == other.title || published != nil && published == other.published
  }

  /// Of all that the source's document says: another one means that the page is to be read anew.
  var digest: Digest {
    let stamp = "\u{0}" + (updated?.rfc3339 ?? "") + "\u{0}" + (link ?? "")
    return Fingerprint.sha256(
      Fingerprint.version(entry.content).digest.bytes + Array(stamp.utf8))
  }
}
