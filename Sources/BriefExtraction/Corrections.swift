import BriefModel

/// Corrections that a page announces in its text.
enum Corrections {
  /// Blocks that announce one by their first words, or stand in an element that is called one. A
  /// label that stands alone goes with the block below it.
  static func announced(in table: BlockTable) -> [String] {
    var found: [String] = []
    var label: String?
    for block in table.blocks
    where block.roles.isDisjoint(with: [.comments, .related, .navigation, .hidden]) {
      defer { label = CorrectionNotice.isLabel(block.text) ? block.text : nil }
      guard block.words <= 250 else { continue }
      if let label {
        found.append(label + " " + block.text)
      } else if CorrectionNotice.isOne(block.text) || block.words >= 5 && isNamed(block, in: table)
      {
        found.append(block.text)
      }
    }
    return found
  }

  private static func isNamed(_ block: PageBlock, in table: BlockTable) -> Bool {
    let names = table.tree.attribute("class", of: block.node) ?? ""
    return PageRoleWords.words(of: names).contains { $0 == "correction" || $0 == "corrections" }
  }
}
