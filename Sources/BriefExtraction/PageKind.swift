import BriefParsing

/// Tells a page that is one work from a page that lists works.
enum PageKind {
  /// A page at the site's root is a listing; else what the head says; else a page whose text is
  /// strewn with links to articles, or that has no text, is a listing.
  static func kind(of head: PageHead, main: MainText, listed: [PageLink], address: String?)
    -> Page.Kind
  {
    guard !listed.isEmpty else { return .article }
    let own = address ?? head.links["canonical"]?.first ?? head.meta("og:url")
    if let path = own.flatMap({ WebAddress($0) })?.path, path == "" || path == "/" {
      return .listing
    }
    if isWork(head) { return .article }
    if main.prose < main.page.policy.articleWords { return .listing }
    let inside = Set(main.links(head: head, limits: PageLimits()).map(\.url))
    let policy = main.page.policy
    if listed.count(where: { inside.contains($0.url) }) >= policy.listedInside { return .listing }
    // Titles that link are no text; around teasers they stand all the same.
    return teasers(of: listed, head: head, main: main) >= policy.teasersOfListing
      ? .listing : .article
  }

  /// Links to articles, outside the text, behind which text stands before the next one.
  private static func teasers(of listed: [PageLink], head: PageHead, main: MainText) -> Int {
    let urls = Set(listed.map(\.url))
    let kept = main.kept.map { main.page.blocks[$0].nodes }
    let anchors = PageAnchors.anchors(of: main.page.tree, head: head, limits: PageLimits())
      .filter { $0.roles.isDisjoint(with: [.navigation, .footer, .form]) && urls.contains($0.url) }
    var (block, count) = (0, 0)
    var last: Int?
    for anchor in anchors {
      while block < kept.count, kept[block].upperBound <= anchor.node {
        if let before = last, kept[block].lowerBound > before {
          count += 1
          last = nil
        }
        block += 1
      }
      if block < kept.count, kept[block].contains(anchor.node + 1) { continue }
      last = anchor.node
    }
    if let last, kept[block...].contains(where: { $0.lowerBound > last }) { count += 1 }
    return count
  }

  private static func isWork(_ head: PageHead) -> Bool {
    if head.meta("og:type")?.lowercased().contains("article") == true { return true }
    if head.meta("citation_title", "article:published_time", "datepublished") != nil { return true }
    let works = head.objects.filter { object in
      (object["@type"]?.list ?? []).compactMap(\.text).contains {
        $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report"
      }
    }
    return works.count == 1 || works.contains { $0["articleBody"] != nil }
  }
}
