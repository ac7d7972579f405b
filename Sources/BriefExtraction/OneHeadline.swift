import BriefModel

/// Tells a page's own headline from a `title` that all pages of a site or a section share.
enum OneHeadline {
  /// The one `h1` of a page whose head says something else; `nil` where the head may be right.
  ///
  /// Nothing of the head's title is printed as a heading (the caller has looked), it may be a name,
  /// the heading stands with the text in one part of the page, and of the two it says more of what the
  /// text says. Where neither does, a heading above a text is the better guess.
  static func text(of headings: [PageBlock], beside stated: String, blocks: BlockTable) -> String? {
    let titles = headings.filter { $0.tag == .h1 }
    guard titles.count == 1, let heading = titles.first, (3...40).contains(heading.words),
      heading.linkDensity < 0.5, heading.roles.isDisjoint(with: .boilerplate),
      isName(stated, blocks), isWithText(heading, blocks)
    else { return nil }
    let words = words(below: heading, of: blocks)
    let (own, other) = (share(of: heading.text, in: words), share(of: stated, in: words))
    return own > other || other == 0 ? heading.text : nil
  }

  /// One or two words, an institution, or what the page prints outside its text, in a menu or below it.
  private static func isName(_ stated: String, _ blocks: BlockTable) -> Bool {
    if stated.folded.split(separator: " ").count <= 2 { return true }
    let part = PageTitle.parts(stated)[0]
    let name = part.folded
    if InstituteName.isName(String(part)) || offices.contains(where: name.hasPrefix) { return true }
    return blocks.blocks.contains { block in
      (block.linkDensity >= 0.5 || !block.roles.isDisjoint(with: [.navigation, .footer, .header]))
        && block.words <= 40 && block.text.folded.holds(name)
    }
  }

  /// Beginnings of what authorities are called.
  private static let offices = [
    "ministry", "ministerstwo", "minister", "министерство", "міністэрства", "міністерство",
    "ministerija", "bundesministerium", "embassy", "посольство", "амбасада", "ambasada",
  ]

  /// Share of the page's prose that the part around the heading must hold.
  private static let most = 0.6

  private static func isWithText(_ heading: PageBlock, _ blocks: BlockTable) -> Bool {
    let all = blocks.prose(of: 0)
    guard all > 0 else { return false }
    for (steps, node) in blocks.tree.ancestors(of: heading.nodes.lowerBound).enumerated() {
      if blocks.tree.tag(node) == .body { return steps <= 1 }
      if blocks.prose(of: node) >= all * most { return true }
      if steps > 5 { return false }
    }
    return false
  }

  /// Words of five letters or more in the prose after the heading.
  private static func words(below heading: PageBlock, of blocks: BlockTable) -> Set<Substring> {
    var words: Set<Substring> = []
    for block in blocks.blocks
    where block.node > heading.node && blocks.policy.isProse(block)
      && block.roles.isDisjoint(with: .boilerplate)
    {
      words.formUnion(long(block.text))
    }
    return words
  }

  private static func share(of title: String, in words: Set<Substring>) -> Double {
    let own = Set(long(title))
    return own.isEmpty ? 0 : Double(own.intersection(words).count) / Double(own.count)
  }

  private static func long(_ text: String) -> [Substring] {
    text.folded.split(separator: " ").filter { $0.count >= 5 }
  }
}
