/// Finds where a page that goes on for ever begins its next article.
enum NextArticle {
  /// The node of the box of the second title, where both titles stand in boxes of one kind side by
  /// side. Titles among paragraphs are headings of one text.
  static func start(in page: BlockTable) -> Int? {
    let titles = page.blocks.filter { $0.tag == .h1 && $0.roles.isDisjoint(with: .boilerplate) }
    guard titles.count > 1, let first = titles.first else { return nil }
    for second in titles.dropFirst() {
      guard let (mine, theirs) = boxes(first.node, second.node, in: page.tree),
        mine != first.node, theirs != second.node,
        page.tree.tag(mine) == page.tree.tag(theirs),
        let kind = kind(of: mine, in: page.tree), kind == self.kind(of: theirs, in: page.tree),
        page.prose(of: mine) > 0, page.prose(of: theirs) > 0
      else { continue }
      return theirs
    }
    return nil
  }

  /// The children of the innermost element around both nodes.
  private static func boxes(_ first: Int, _ second: Int, in tree: HTMLTree) -> (Int, Int)? {
    var box = first
    while let parent = tree.parent(box), tree.nodes[parent].end <= second { box = parent }
    guard let around = tree.parent(box) else { return nil }
    var other = second
    while let parent = tree.parent(other), parent != around { other = parent }
    return tree.parent(other) == around && other != box ? (box, other) : nil
  }

  /// The first name of its class.
  private static func kind(of node: Int, in tree: HTMLTree) -> Substring? {
    tree.attribute("class", of: node)?.split { $0.isWhitespace }.first
      ?? (tree.tag(node) == .article ? "article" : nil)
  }
}
