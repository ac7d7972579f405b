/// Finds the summary that many pages print between the title and the text, outside the text's own
/// element.
struct LeadFinder {
  /// Indices into the page's blocks.
  private(set) var found: [Int] = []

  init(page: BlockTable, before first: Int?, title: String?, summary: String?) {
    guard let first else { return }
    let start = Self.titleIndex(page: page, before: first, title: title)
    let from = max(start.map { $0 + 1 } ?? first, first - page.policy.leadDistance)
    let known = Set((summary ?? "").folded.split(separator: " "))
    let teaser = Self.teaser(in: from..<max(from, first), of: page)
    for index in from..<max(from, first) {
      let block = page.blocks[index]
      if teaser.contains(index) {
        found.append(index)
        continue
      }
      guard block.words >= page.policy.leadWords, block.linkDensity < page.policy.linkDensity,
        block.roles.isDisjoint(with: PageRole.boilerplate.subtracting([.byline, .hidden])),
        !page.isCaption(index), block.text.folded != title?.folded,
        !BoilerplatePhrases.begins(block)
      else { continue }
      if Self.isLead(block, known: known, page: page) { found.append(index) }
    }
  }

  /// The one box between title and text that calls itself a teaser and has no link: news programs
  /// print their first paragraph so. With a link, or beside others, such a box speaks of another page.
  private static func teaser(in range: Range<Int>, of page: BlockTable) -> Range<Int> {
    let boxes = Set(range.compactMap { teaserBox(around: page.blocks[$0], in: page.tree) })
    guard boxes.count == 1, let box = boxes.first else { return 0..<0 }
    let inside = page.range(of: box).clamped(to: range)
    guard inside.count == page.range(of: box).count, inside.count <= page.policy.leadBlocks,
      inside.allSatisfy({ page.blocks[$0].linkWords == 0 && page.policy.isProse(page.blocks[$0]) })
    else { return 0..<0 }
    return inside
  }

  /// The outermost element that makes the block one of a teaser, where nothing else speaks against it.
  private static func teaserBox(around block: PageBlock, in tree: HTMLTree) -> Int? {
    guard block.roles.intersection(.boilerplate) == .related else { return nil }
    let boxes = ([block.node] + Array(tree.ancestors(of: block.node))).filter {
      ![.html, .body, .article, .main, .root].contains(tree.tag($0))
        && tree.role(of: $0).contains(.related)
    }
    let words = boxes.flatMap { box in
      ["class", "id"].compactMap { tree.attribute($0, of: box) }.flatMap(PageRoleWords.words)
    }
    let related = words.filter { PageRoleWords.role(of: $0).contains(.related) }
    return related.allSatisfy(teaserWords.contains) ? boxes.last : nil
  }

  private static let teaserWords: Set<String> = ["teaser", "teasers", "promo", "promos"]

  private static func isLead(_ block: PageBlock, known: Set<Substring>, page: BlockTable) -> Bool {
    let words = block.text.folded.split(separator: " ")
    let shared = words.filter { known.contains($0) }.count
    if Double(shared) >= Double(words.count) * page.policy.leadOverlap { return true }
    return block.roles.contains(.lead) || (block.isHeading && block.tag != .h1)
      || (known.isEmpty && page.policy.isProse(block))
  }

  /// The last block before the text that is the title.
  private static func titleIndex(page: BlockTable, before first: Int, title: String?) -> Int? {
    let folded = title?.folded
    return (0..<first).last { index in
      page.blocks[index].text.folded == folded || page.blocks[index].tag == .h1
    }
  }
}
