/// Where the owner of a source says that things stand on its pages; each overrides our own rule.
package struct PageSelectors: Hashable, Sendable {
  /// On a listing: one element an item. Without it every element that `link` finds is an item.
  package var item: CSSSelector?
  /// The link inside an item; without it the item's first link.
  package var link: CSSSelector?
  package var title: CSSSelector?
  package var date: CSSSelector?
  package var authors: CSSSelector?
  /// On an article's page: the elements that hold its text.
  package var text: CSSSelector?
  /// Elements that count as not there.
  package var remove: CSSSelector?
  /// On a listing: the link to its next page.
  package var next: CSSSelector?

  package init(
    item: CSSSelector? = nil, link: CSSSelector? = nil, title: CSSSelector? = nil,
    date: CSSSelector? = nil, authors: CSSSelector? = nil, text: CSSSelector? = nil,
    remove: CSSSelector? = nil, next: CSSSelector? = nil
  ) {
    self.next = next
    (self.item, self.link, self.title, self.date) = (item, link, title, date)
    (self.authors, self.text, self.remove) = (authors, text, remove)
  }

  /// Those that are set, as they were written.
  package var texts: [String] {
    let named = [
      ("item", item), ("link", link), ("title", title), ("date", date), ("authors", authors),
      ("text", text), ("remove", remove), ("next", next),
    ]
    return named.compactMap { name, selector in selector.map { "\(name)=\($0.text)" } }
  }
}

extension HTMLTree {
  /// The tree without the subtrees of the elements that match.
  func without(_ selector: CSSSelector?) -> HTMLTree {
    guard let selector else { return self }
    var tree = self
    for node in selector.matches(in: self) where node > 0 {
      // A template's content is on no page; its own subtree stays, so that no index moves.
      tree.nodes[node].tag = .template
    }
    return tree
  }
}
