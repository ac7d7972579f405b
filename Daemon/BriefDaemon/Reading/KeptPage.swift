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
  /// The selectors that the text was read by; `nil` for none.
  var selectors: String?

  init(announced: KeptEntry) { self.announced = announced }

  /// The entry as it is recorded: the text and its corrections are the page's; of the rest, what
  /// the document says comes first, and its own text stands while the page's is missing.
  var entry: Entry {
    var entry = announced.entry
    let page = read?.entry
    entry.content.title = entry.content.title ?? page?.content.title
    if entry.content.authors.isEmpty { entry.content.authors = page?.content.authors ?? [] }
    entry.content.published = entry.content.published ?? page?.content.published
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

  /// Of all that the source's document says: another one means that the page is to be read anew.
  var digest: Digest {
    let stamp = "\u{0}" + (updated?.rfc3339 ?? "") + "\u{0}" + (link ?? "")
    return Fingerprint.sha256(
      Fingerprint.version(entry.content).digest.bytes + Array(stamp.utf8))
  }
}
