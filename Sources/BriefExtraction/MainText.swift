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

  /// `homes` are elements that the source's owner chose: all their text is the article's.
  init(page: BlockTable, title: String?, summary: String?, homes: [Int]? = nil) {
    self.page = page
    if let homes, !homes.isEmpty {
      home = homes[0]
      kept = Set(homes.flatMap { Array(page.range(of: $0)) }).sorted()
      return
    }
    home = findHome()
    kept = BlockFilter(page: page, home: home, title: title?.folded).kept
    if kept.isEmpty { kept = plainBlocks }
    if let end = NextArticle.start(in: page) {
      let own = kept.filter { page.blocks[$0].nodes.lowerBound < end }
      if !own.isEmpty { kept = own }
    }
    let lead = LeadFinder(page: page, before: kept.first, title: title, summary: summary)
    kept = lead.found + kept
  }

  /// Where no block passed: all that is neither boilerplate nor a link.
  private var plainBlocks: [Int] {
    page.blocks.indices.filter { index in
      page.blocks[index].roles.isDisjoint(with: .boilerplate)
        && page.blocks[index].linkDensity < page.policy.linkDensity
    }
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

  /// The links in the article's text, each address once.
  func links(head: PageHead, limits: PageLimits) -> [PageLink] {
    let anchors = PageAnchors.anchors(of: page.tree, head: head, limits: limits)
    var links: [PageLink] = []
    var seen = Set<String>()
    var next = 0
    for index in kept {
      let nodes = page.blocks[index].nodes
      while next < anchors.count, anchors[next].node < nodes.lowerBound - 1 { next += 1 }
      while next < anchors.count, anchors[next].node < nodes.upperBound {
        let anchor = anchors[next]
        if seen.insert(anchor.url).inserted {
          links.append(PageLink(url: anchor.url, title: anchor.text.isEmpty ? nil : anchor.text))
        }
        next += 1
      }
    }
    return links
  }

  /// Words of prose in what is kept.
  var prose: Int {
    kept.reduce(0) { $0 + (page.policy.isProse(page.blocks[$1]) ? page.blocks[$1].words : 0) }
  }

  private func findHome() -> Int {
    var best = (node: 0, value: -Double.infinity)
    let within = announced ?? page.tree.nodes.indices
    for node in within where page.tree.tag(node).isBlock {
      let value = page.value(of: node)
      if value >= best.value { best = (node, value) }
    }
    var home = best.node
    while let child = heir(of: home) { home = child }
    return home
  }

  /// The nodes of the one `article` element that has a title and a fair share of the prose: what
  /// stands beside a short article may be longer.
  private var announced: Range<Int>? {
    let titled = page.tree.nodes.indices.filter { node in
      page.tree.tag(node) == .article
        && page.range(of: node).contains { page.blocks[$0].tag == .h1 }
    }
    guard titled.count == 1, let node = titled.first,
      page.prose(of: node) >= page.prose(of: 0) * page.policy.articleShare
    else { return nil }
    return node..<page.tree.nodes[node].end
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
