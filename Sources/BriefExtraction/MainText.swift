import BriefModel

/// Finds the blocks of a page that are its article.
///
/// 1. Every block gets a value: prose is worth its words, links and scraps cost.
/// 2. The element whose blocks sum up to most is the article's home; while one child holds nearly
///    all of its prose, the child takes its place.
/// 3. Inside it, blocks stay by their own kind and that of their neighbours.
struct MainText {
  let page: BlockTable
  /// The element that holds the article.
  private(set) var home = 0
  /// Indices into the page's blocks.
  private(set) var kept: [Int] = []

  init(page: BlockTable, title: String?, summary: String?) {
    self.page = page
    home = findHome()
    kept = BlockFilter(page: page, home: home, title: title?.folded).kept
    let lead = LeadFinder(page: page, before: kept.first, title: title, summary: summary)
    kept = lead.found + kept
  }

  /// Headings and the paragraphs below each.
  var sections: [Section] {
    var sections: [Section] = []
    var lastNode = -1
    for index in kept {
      let block = page.blocks[index]
      if block.isHeading {
        sections.append(Section(heading: block.text, text: ""))
      } else if let last = sections.indices.last {
        let isSameLine = block.node == lastNode && block.tag == .td
        let gap = sections[last].text.isEmpty ? "" : isSameLine ? " " : "\n\n"
        sections[last].text += gap + block.text
      } else {
        sections.append(Section(heading: nil, text: block.text))
      }
      lastNode = block.node
    }
    return sections
  }

  private func findHome() -> Int {
    var best = (node: 0, value: -Double.infinity)
    for node in page.tree.nodes.indices where page.tree.tag(node).isBlock {
      let value = page.value(of: node)
      if value >= best.value { best = (node, value) }
    }
    var home = best.node
    while let child = heir(of: home) { home = child }
    return home
  }

  /// The child that holds nearly all prose of the element.
  private func heir(of node: Int) -> Int? {
    let all = page.prose(of: node)
    guard all > 0 else { return nil }
    return page.tree.children(of: node).first { child in
      let tag = page.tree.tag(child)
      return tag.isBlock && tag != .p && page.prose(of: child) >= all * page.policy.heirShare
    }
  }
}
