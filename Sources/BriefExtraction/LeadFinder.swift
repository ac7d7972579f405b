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
    for index in from..<max(from, first) {
      let block = page.blocks[index]
      guard block.words >= page.policy.leadWords, block.linkDensity < page.policy.linkDensity,
        block.roles.isDisjoint(with: PageRole.boilerplate.subtracting([.byline, .hidden])),
        !page.isCaption(index), block.text.folded != title?.folded,
        !BoilerplatePhrases.begins(block)
      else { continue }
      if Self.isLead(block, known: known, page: page) { found.append(index) }
    }
  }

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
