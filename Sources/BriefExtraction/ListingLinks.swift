import BriefModel
import BriefParsing

/// Finds on a listing page, without configuration, the links to the articles that it lists.
///
/// Every address collects points from its own form, from the texts that link to it and from where
/// those stand. Where the site puts dates into its articles' addresses and enough of the links have
/// one, those are the articles.
struct ListingLinks {
  private let tree: HTMLTree
  /// The site's; `nil` where no link is one of a site.
  private let host: String?
  private let own: String?
  private let policy: ListingPolicy
  private var candidates: [Candidate] = []

  private struct Candidate {
    var link: PageLink
    /// The link that names it best.
    var node: Int
    /// All links to it, in document order.
    var nodes: [Int]
    var points: Int
    var isDated: Bool
  }

  static func links(
    of tree: HTMLTree, head: PageHead, address: String?, limits: PageLimits,
    policy: ListingPolicy = ListingPolicy()
  ) -> [PageLink] {
    let anchors = PageAnchors.anchors(of: tree, head: head, limits: limits)
    var reader = ListingLinks(
      tree: tree, head: head, address: address, anchors: anchors, policy: policy)
    reader.collect(anchors)
    return reader.chosen
  }

  private init(
    tree: HTMLTree, head: PageHead, address: String?, anchors: [PageAnchor], policy: ListingPolicy
  ) {
    self.tree = tree
    self.policy = policy
    let known = head.base?.host.flatMap { UnknownAddress.isHost($0) ? nil : Self.site($0) }
    host = known ?? Self.commonest(of: anchors)
    own = address.flatMap { canonicalLink($0) }
  }

  /// The site that most links to articles lead to: the page's own, where nothing says its address.
  private static func commonest(of anchors: [PageAnchor]) -> String? {
    var counts: [String: Int] = [:]
    for url in Set(anchors.map(\.url)) {
      guard let address = WebAddress(url), let host = address.host, !UnknownAddress.isHost(host)
      else { continue }
      counts[site(host), default: 0] += ArticleAddress(address).points > 1 ? anchors.count : 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private mutating func collect(_ anchors: [PageAnchor]) {
    var byURL: [String: Int] = [:]
    var rows: [String: Int] = [:]
    for anchor in anchors { rows[row(of: anchor), default: 0] += 1 }
    for anchor in anchors {
      guard isOwn(anchor),
        let key = canonicalLink(anchor.url), key != own
      else { continue }
      let address = ArticleAddress(anchor.address)
      let isRow = rows[row(of: anchor), default: 0] >= policy.rowLinks
      let points = policy.points(of: anchor) + (isRow ? 1 : 0)
      guard let index = byURL[key] else {
        byURL[key] = candidates.count
        candidates.append(
          Candidate(
            link: PageLink(
              url: anchor.url, title: Self.title(anchor.text), published: address.date?.midnight),
            node: anchor.node, nodes: [anchor.node], points: address.points + points,
            isDated: address.isDated))
        continue
      }
      candidates[index].nodes.append(anchor.node)
      candidates[index].points = max(candidates[index].points, address.points + points)
      if (candidates[index].link.title?.wordCount ?? 0) < anchor.text.wordCount,
        !anchor.text.isEmpty,
        anchor.isHeading || candidates[index].link.title == nil
      {
        candidates[index].link.title = Self.title(anchor.text)
        candidates[index].node = anchor.node
      }
    }
    readSurroundings()
  }

  /// What links of one kind have in common: their own class, the element around them and its class.
  private func row(of anchor: PageAnchor) -> String {
    let parent = tree.parent(anchor.node) ?? anchor.node
    return [
      tree.attribute("class", of: anchor.node) ?? "", "\(tree.tag(parent))",
      tree.attribute("class", of: parent) ?? "",
    ].joined(separator: "|")
  }

  private var chosen: [PageLink] {
    let accepted = candidates.filter { $0.points >= policy.acceptance }
    let dated = candidates.filter(\.isDated)
    let others = accepted.count { !$0.isDated }
    let isDatedSite = dated.count >= policy.datedLinks && dated.count >= others
    return (isDatedSite ? dated : accepted).map(\.link)
  }

  /// A date printed beside a link counts for it, and makes it more of an article; a link that only
  /// says “more” has its title from what stands beside it.
  private mutating func readSurroundings() {
    let nodes = boundaries
    for index in candidates.indices {
      guard isLikely(candidates[index]),
        let item = ListingItem(around: candidates[index].node, in: tree, others: nodes)
      else { continue }
      if let date = item.date {
        candidates[index].points += policy.dateBeside
        candidates[index].link.published = candidates[index].link.published ?? date
      }
      if (candidates[index].link.title?.wordCount ?? 0) < 2 {
        candidates[index].link.title = item.title ?? candidates[index].link.title
      }
    }
  }

  private func isLikely(_ candidate: Candidate) -> Bool {
    candidate.points >= policy.acceptance - policy.dateBeside || candidate.isDated
  }

  /// The links that end the box of an item next to theirs. What several items link to (their author,
  /// their category) is no item of its own: it would end the box of the first one, which has the link
  /// that was seen first.
  private var boundaries: Set<Int> {
    let likely = candidates.filter(isLikely).map(\.node).sorted()
    let items = candidates.filter { candidate in
      places(of: candidate, among: likely)
        < (isLikely(candidate) ? policy.sharedArticle : policy.sharedLink)
    }
    return Set(items.map(\.node))
  }

  /// Groups of links to one address, with links to others that are likely articles between them.
  private func places(of candidate: Candidate, among likely: [Int]) -> Int {
    let isOne = isLikely(candidate)
    return zip(candidate.nodes, candidate.nodes.dropFirst()).reduce(1) { places, pair in
      let hasItself = isOne && pair.0 < candidate.node && candidate.node < pair.1
      let between = likely.count(below: pair.1) - likely.count(below: pair.0 + 1)
      return between > (hasItself ? 1 : 0) ? places + 1 : places
    }
  }

  /// A link that is relative on a page of unknown address stays on its site.
  private func isOwn(_ anchor: PageAnchor) -> Bool {
    guard let host, let other = anchor.address.host else { return true }
    return Self.site(other) == host || UnknownAddress.isHost(other)
  }

  private static func title(_ text: String) -> String? { text.isEmpty ? nil : text }

  /// The host without `www.`, so that both forms are one site.
  private static func site(_ host: String) -> String {
    host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }
}

/// What makes a link one to an article.
struct ListingPolicy: Hashable, Sendable {
  /// Points that a link needs.
  var acceptance = 5
  /// Points for a date printed beside it.
  var dateBeside = 2
  /// Links of one kind that make a row of a listing.
  var rowLinks = 5
  /// Places of a listing, with articles between them, from which a link that is hardly one to an
  /// article belongs to none of them.
  var sharedLink = 2
  /// The same for a link that may be one: what a page features at its top stands in its list, too.
  var sharedArticle = 3
  /// Links with a date in their address from which a site is taken to date its articles so.
  var datedLinks = 5

  func points(of anchor: PageAnchor) -> Int {
    var points = 0
    let words = anchor.text.wordCount
    if words >= 5 { points += 2 } else if words >= 3 { points += 1 }
    if anchor.isHeading { points += 2 }
    if !anchor.roles.isDisjoint(with: [.article, .listItem]) { points += 1 }
    if !anchor.roles.isDisjoint(with: [.navigation, .footer, .form]) { points -= 4 }
    if !anchor.roles.isDisjoint(with: [.comments, .sharing, .advertisement]) { points -= 3 }
    return points
  }
}

extension [Int] {
  /// Numbers of an ascending list that are smaller.
  fileprivate func count(below number: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
