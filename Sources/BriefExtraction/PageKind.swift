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
    let urls = Set(listed.map(\.url))
    let nodes = main.home..<main.page.tree.nodes[main.home].end
    let announced = Set(
      PageAnchors.anchors(of: main.page.tree, head: head, limits: PageLimits())
        .filter { nodes.contains($0.node) && $0.roles.isDisjoint(with: .boilerplate) }
        .map(\.url).filter(urls.contains)
    ).count
    return announced >= policy.listedInside && main.prose < announced * policy.wordsPerListed
      ? .listing : .article
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
