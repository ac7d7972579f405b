import BriefConfiguration
import BriefExtraction
import BriefFetching
import BriefModel
import BriefParsing

/// What a source of some kind sent, read.
struct SourceDocument {
  var snapshot: Snapshot
  /// Where the publisher says that older entries are (RFC 5005 `next`, `prev-archive`; the link to
  /// the next page of a listing).
  var older: String?
  /// The sitemaps of a sitemap index: their entries are the source's.
  var parts: [ParsedSitemap.Page] = []

  /// It ends before it should: its last entry was unfinished and is not among the entries.
  var breaksOff = false

  /// Where the bytes of a listing end; `nil` of other documents.
  var end: PageEnd?

  /// Puts what the sitemaps of an index hold in its place. An index that broke off names some of them only.
  mutating func take(_ parts: SitemapParts.Result) {
    let isWhole = snapshot.isWhole && parts.snapshot.isWhole
    snapshot = parts.snapshot
    snapshot.isWhole = isWhole
    breaksOff = breaksOff || parts.breaksOff
  }

  /// Why a document could not be read, for people.
  struct Trouble: Error, Hashable {
    var code: String
    var sentence: String
  }

  /// Bytes that a file's own compression may unfold to.
  private static let largestUnpacked = 32 << 20

  static func read(
    _ bytes: [UInt8], source: Source, reading: SourceReading = SourceReading(),
    contentType: String?, url: String
  ) throws(Trouble) -> SourceDocument {
    let bytes = try unpacked(bytes)
    switch source.kind {
    case .feed:
      do {
        let feed = try FeedParser.parse(bytes, contentType: contentType, baseURL: url)
        return SourceDocument(
          snapshot: feed.snapshot(), older: feed.next ?? feed.previousArchive,
          breaksOff: feed.oddities[.cutOff] != nil)
      } catch {
        throw Trouble(code: "not-a-feed", sentence: error.sentence)
      }
    case .listing:
      return try listing(bytes, reading: reading, contentType: contentType, url: url)
    case .sitemap:
      do {
        let sitemap = try SitemapParser.parse(bytes, contentType: contentType, baseURL: url)
        return SourceDocument(
          snapshot: sitemap.snapshot(), parts: sitemap.kind == .index ? sitemap.pages : [],
          breaksOff: sitemap.oddities[.cutOff] != nil)
      } catch {
        throw Trouble(code: "not-a-sitemap", sentence: error.sentence)
      }
    case .folder:
      throw Trouble(
        code: "kind-not-fetched",
        sentence: "A folder is read from disk: give its absolute path as the source's url.")
    }
  }

  /// A file that is compressed as such (`sitemap.xml.gz`), beside what HTTP compresses.
  private static func unpacked(_ bytes: [UInt8]) throws(Trouble) -> [UInt8] {
    guard bytes.starts(with: [0x1F, 0x8B]) else { return bytes }
    switch ContentDecoding.decode(bytes, encodings: ["gzip"], limit: largestUnpacked) {
    case .success(let unpacked): return unpacked
    case .failure:
      throw Trouble(
        code: "not-unpacked",
        sentence:
          "The compressed file is damaged, or unfolds to more than \(largestUnpacked >> 20) MiB.")
    }
  }

  /// A listing page announces titles, links and dates; the texts stay where they are.
  private static func listing(
    _ bytes: [UInt8], reading: SourceReading, contentType: String?, url: String
  ) throws(Trouble) -> SourceDocument {
    let page: ListingPage
    do {
      page = try PageReader.listingPage(
        bytes: bytes, contentType: contentType, address: url, selectors: reading.listing)
    } catch {
      throw Trouble(code: "not-a-page", sentence: error.description)
    }
    guard !page.links.isEmpty else {
      throw Trouble(
        code: "no-articles",
        sentence: reading.listing.item == nil && reading.listing.link == nil
          ? "The page announces no articles that could be told from its navigation. Say where they are with selectors = { item = \"...\" }."
          : "The selectors find no link on the page. Look at its source, and mend selectors.")
    }
    let entries = page.links.compactMap { link in
      BriefParsing.canonicalLink(link.url).map { canonical in
        Entry(
          identity: Identity(kind: .link, value: canonical), link: link.url,
          content: Content(title: link.title, published: link.published))
      }
    }
    return SourceDocument(
      snapshot: Snapshot(entries: entries), older: page.next, end: PageEnd(bytes))
  }
}
