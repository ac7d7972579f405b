import BriefModel
import BriefParsing

/// What a page's head says of its article, by trust: Highwire's `citation_*`, JSON-LD, Dublin Core
/// and PRISM, Open Graph, plain `meta`.
struct PageMetadata: Sendable {
  private(set) var title: String?
  private(set) var authors: [String] = []
  private(set) var published: Timestamp?
  private(set) var modified: Timestamp?
  private(set) var language: String?
  private(set) var publisher: String?
  private(set) var series: String?
  private(set) var number: String?
  private(set) var summary: String?
  private(set) var canonicalLink: String?
  private(set) var corrections: [String] = []
  /// The text that JSON-LD gives as the article's.
  private(set) var linkedBody: String?

  init(head: PageHead) {
    let canonical = (head.links["canonical"] ?? []) + (head.metas["og:url"] ?? [])
    canonicalLink = canonical.lazy.compactMap { WebAddress.resolve($0, base: head.base) }.first
    let linked = LinkedArticle(head: head, canonical: canonicalLink)
    title =
      head.meta("citation_title") ?? linked?.headline
      ?? head.meta("dc.title", "dcterms.title", "og:title", "twitter:title")
    authors = Self.authors(head: head, linked: linked)
    readDates(head: head, linked: linked)
    language =
      head.meta("citation_language") ?? linked?.language
      ?? head.meta("dc.language", "dcterms.language") ?? head.language
      ?? head.meta("content-language", "og:locale")
    publisher =
      head.meta("citation_publisher") ?? linked?.publisher
      ?? head.meta("dc.publisher", "dcterms.publisher", "og:site_name")
    series =
      head.meta("citation_series_title", "citation_journal_title") ?? linked?.series
      ?? head.meta("prism.publicationname")
    number =
      head.meta("citation_issue") ?? linked?.number
      ?? head.meta("prism.number", "prism.issueidentifier")
    summary =
      linked?.description
      ?? head.meta("dc.description", "dcterms.abstract", "og:description", "description")
    corrections = linked?.corrections ?? []
    linkedBody = linked?.body
  }

  private mutating func readDates(head: PageHead, linked: LinkedArticle?) {
    published = Self.first(
      head.meta("citation_publication_date"), head.meta("citation_online_date"),
      head.meta("citation_date"), linked?.published,
      head.meta("dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created"),
      head.meta("prism.publicationdate"), head.meta("article:published_time"),
      head.meta(
        "datepublished", "date", "pubdate", "publish-date", "publishdate", "parsely-pub-date"))
    modified = Self.first(
      linked?.modified, head.meta("dcterms.modified", "dc.date.modified"),
      head.meta("prism.modificationdate"), head.meta("article:modified_time", "og:updated_time"),
      head.meta("datemodified", "last-modified"))
  }

  /// The first text that is a date.
  private static func first(_ candidates: String?...) -> Timestamp? {
    candidates.lazy.compactMap { $0.flatMap { FeedDate($0)?.moment } }.first
  }

  private static func authors(head: PageHead, linked: LinkedArticle?) -> [String] {
    let lists = [
      head.metas["citation_author"] ?? [],
      (head.metas["citation_authors"] ?? []).flatMap { $0.split(separator: ";").map(String.init) },
      linked?.authors ?? [],
      (head.metas["dc.creator"] ?? []) + (head.metas["dcterms.creator"] ?? []),
      (head.metas["author"] ?? []) + (head.metas["article:author"] ?? [])
        + (head.metas["parsely-author"] ?? []),
    ]
    for list in lists {
      let names = AuthorNames.cleaned(list)
      if !names.isEmpty { return names }
    }
    return []
  }
}
