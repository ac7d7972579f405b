import BriefExtraction
import BriefFetching
import BriefModel
import BriefParsing

/// Looks on a site for what can be followed: the address itself, what its page names, the places
/// where feeds usually are, the sitemaps of robots.txt, and the page's own list of publications.
package struct SiteSearch: Sendable {
  let url: String
  let requests: DocumentRequests
  /// Documents that are asked for at most: a search is not a crawl.
  private static let mostRequests = 24
  /// Links that a page must list to be worth following as a listing.
  private static let fewestListed = 3
  private static let usualPlaces = [
    "/feed", "/feed/", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml", "/rss", "/feed.json",
  ]

  package init(url: String, allowsPrivateAddresses: Bool, contact: String?) async throws {
    self.init(
      url: url, allowsPrivateAddresses: allowsPrivateAddresses, contact: contact,
      fetcher: try FetchEngine(limits: .byHand))
  }

  init(
    url: String, allowsPrivateAddresses: Bool, contact: String? = nil, fetcher: any Fetching
  ) {
    self.url = url.contains("://") ? url : "https://" + url
    requests = DocumentRequests(
      source: Source(
        id: SourceID("add"), url: url, allowsPrivateAddresses: allowsPrivateAddresses),
      policy: RequestPolicy(version: ProgramVersion.number, contact: contact), fetcher: fetcher,
      pauseMilliseconds: FetchLimits.byHand.hostPauseMilliseconds)
  }

  /// Nothing was found, and why the address itself could not be read.
  package struct NothingFound: Error, CustomStringConvertible {
    package var description: String
  }

  /// The best first. Throws ``NothingFound``.
  package func run() async throws(NothingFound) -> [FoundSource] {
    let response = await requests.perform(url)
    guard response.outcome == .document else {
      // The first sentence says what happened; the others are about polls to come.
      let reason = response.outcome.sentence.split(separator: ". ").first.map(String.init) ?? ""
      throw NothingFound(
        description: "\(ShownAddress.of(url)): \(reason). Look at the address in a browser"
          + (response.outcome.isAddressRule ? ", or give --allow-private." : "."))
    }
    var search = Progress(asked: [canonicalLink(url) ?? url], address: response.finalURL)
    search.take(read(response, isStated: true), response)
    if search.found.isEmpty { await lookAround(response, &search) }
    guard !search.found.isEmpty else {
      throw NothingFound(
        description:
          "\(ShownAddress.of(url)): no feed, listing of publications or sitemap was found there. Give the address of the page that lists the publications, or of the feed itself."
      )
    }
    return search.found.enumerated().sorted { a, b in
      let (first, second) = (a.element.rank, b.element.rank)
      return first < second || (!(second < first) && a.offset < b.offset)
    }.map(\.element)
  }

  /// What was asked for and found until now.
  private struct Progress {
    var asked: Set<String>
    var address: String
    var found: [FoundSource] = []
    private var bodies: Set<[UInt8]> = []

    init(asked: Set<String>, address: String) { (self.asked, self.address) = (asked, address) }

    /// The same document under another address is the same source.
    mutating func take(_ source: FoundSource?, _ response: FeedResponse) {
      guard let source, bodies.insert(response.body).inserted else { return }
      found.append(source)
    }
  }

  private func lookAround(_ response: FeedResponse, _ search: inout Progress) async {
    let links =
      (try? PageReader.feedLinks(
        bytes: response.body, contentType: response.fields[.contentType],
        address: response.finalURL)) ?? []
    for link in links { await ask(link.url, isStated: link.isStated, &search) }
    if !search.found.contains(where: { $0.kind == .feed }) {
      for place in Self.usualPlaces where !search.found.contains(where: { $0.kind == .feed }) {
        await ask(place, isStated: false, &search)
      }
    }
    if let listing = listing(response) { search.found.append(listing) }
    for sitemap in await sitemaps(&search) { await ask(sitemap, isStated: true, &search) }
  }

  private func ask(_ reference: String, isStated: Bool, _ search: inout Progress) async {
    guard let base = WebAddress(search.address),
      let url = WebAddress.resolve(reference, base: base), let link = canonicalLink(url),
      search.asked.count < Self.mostRequests, search.asked.insert(link).inserted
    else { return }
    let response = await requests.perform(url)
    guard response.outcome == .document else { return }
    search.take(read(response, isStated: isStated), response)
  }

  /// The sitemaps that robots.txt names (RFC 9309, 2.2.4), else the usual place.
  private func sitemaps(_ search: inout Progress) async -> [String] {
    guard var root = WebAddress(search.address) else { return [] }
    (root.path, root.query, root.fragment) = ("/robots.txt", nil, nil)
    let response = await requests.perform(root.text)
    guard response.outcome == .document else { return ["/sitemap.xml"] }
    let lines = MarkRuns.text(of: Array(response.body.prefix(512 << 10)))
      .split(whereSeparator: \.isNewline)
    let named = lines.compactMap { line -> String? in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased().hasSuffix("sitemap") else { return nil }
      return String(parts[1].drop { $0 == " " })
    }
    return named.isEmpty ? ["/sitemap.xml"] : Array(named.prefix(3))
  }

  private func read(_ response: FeedResponse, isStated: Bool) -> FoundSource? {
    let type = response.fields[.contentType]
    if let feed = try? FeedParser.parse(
      response.body, contentType: type, baseURL: response.finalURL)
    {
      return FoundSource(
        url: response.finalURL, kind: .feed, title: feed.title, format: feed.format.rawValue,
        entries: feed.entries.count,
        newest: feed.entries.compactMap { ($0.published ?? $0.updated)?.moment }.max(),
        fullTexts: feed.entries.count { $0.content?.isEmpty == false }, isStated: isStated)
    }
    let source = Source(id: SourceID("add"), url: response.finalURL, kind: .sitemap)
    guard
      let sitemap = try? SourceDocument.read(
        response.body, source: source, contentType: type, url: response.finalURL)
    else { return nil }
    let pages = sitemap.snapshot.entries
    let isIndex = !sitemap.parts.isEmpty
    return FoundSource(
      url: response.finalURL, kind: .sitemap, format: isIndex ? "sitemap index" : "sitemap",
      entries: isIndex ? sitemap.parts.count : pages.count,
      newest: pages.compactMap { $0.content.published ?? $0.updated }.max(), isStated: isStated)
  }

  private func listing(_ response: FeedResponse) -> FoundSource? {
    guard
      let links = try? PageReader.listing(
        bytes: response.body, contentType: response.fields[.contentType],
        address: response.finalURL), links.count >= Self.fewestListed
    else { return nil }
    return FoundSource(
      url: response.finalURL, kind: .listing, format: "listing page", entries: links.count,
      newest: links.compactMap(\.published).max(), isStated: true)
  }

  package func shutDown() async {
    if let engine = requests.fetcher as? FetchEngine { await engine.shutDown() }
  }
}

extension FetchOutcome {
  fileprivate var isAddressRule: Bool {
    if case .refused = self { true } else { false }
  }
}
