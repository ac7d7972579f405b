import BriefModel
import BriefParsing

/// The links of a listing page where its owner says where they are.
enum SelectedListing {
  /// In document order, each address once. An item without a link gives nothing.
  static func links(
    of tree: HTMLTree, head: PageHead, selectors: PageSelectors, limits: PageLimits
  ) -> [PageLink] {
    let links = selectors.link?.matches(in: tree)
    let titles = selectors.title?.matches(in: tree)
    let dates = selectors.date?.matches(in: tree)
    var found: [PageLink] = []
    var seen = Set<String>()
    for item in selectors.item?.matches(in: tree) ?? links ?? [] where found.count < limits.links {
      guard let anchor = anchor(in: item, of: tree, chosen: links),
        let href = tree.attribute("href", of: anchor),
        let url = WebAddress.resolve(href, base: head.base), seen.insert(url).inserted
      else { continue }
      let title = first(titles, in: item, of: tree) ?? anchor
      let text = tree.text(of: title)
      let date = first(dates, in: item, of: tree).flatMap { Self.moment(at: $0, of: tree) }
      found.append(PageLink(url: url, title: text.isEmpty ? nil : text, published: date))
    }
    return found
  }

  /// Where the next page of the listing is: the first link that the selector finds, or that stands in
  /// what it finds.
  static func next(of tree: HTMLTree, head: PageHead, _ selectors: PageSelectors) -> String? {
    selectors.next?.matches(in: tree).lazy.compactMap { node -> String? in
      let href =
        tree.attribute("href", of: node)
        ?? anchor(in: node, of: tree, chosen: nil).flatMap { tree.attribute("href", of: $0) }
      return href.flatMap { WebAddress.resolve($0, base: head.base) }
    }.first
  }

  private static func anchor(in item: Int, of tree: HTMLTree, chosen: [Int]?) -> Int? {
    let inside = item..<tree.nodes[item].end
    var start = item
    if let chosen {
      guard let first = chosen.first(where: { inside.contains($0) }) else { return nil }
      start = first
    }
    return (start..<tree.nodes[start].end).first {
      tree.tag($0) == .a && tree.attribute("href", of: $0) != nil
    }
  }

  private static func first(_ nodes: [Int]?, in item: Int, of tree: HTMLTree) -> Int? {
    nodes?.first { (item..<tree.nodes[item].end).contains($0) }
  }

  private static func moment(at node: Int, of tree: HTMLTree) -> Timestamp? {
    let stated = tree.attribute("datetime", of: node) ?? tree.attribute("content", of: node)
    if let date = stated.flatMap({ FeedDate($0) }) { return date.moment }
    let text = tree.text(of: node)
    return FeedDate(text)?.moment ?? PrintedDate.first(in: text)?.date.midnight
  }
}
