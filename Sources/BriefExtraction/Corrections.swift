/// Corrections that a page announces in its text.
enum Corrections {
  /// Blocks that begin with a word for a correction, or stand in an element that is called one.
  static func announced(in table: BlockTable) -> [String] {
    table.blocks.filter { block in
      block.words >= 5 && block.words <= 250
        && block.roles.isDisjoint(with: [.comments, .related, .navigation, .hidden])
        && (openings.contains { block.text.folded.hasPrefix($0 + " ") }
          || isNamed(block, in: table))
    }.map(\.text)
  }

  private static func isNamed(_ block: PageBlock, in table: BlockTable) -> Bool {
    let names = table.tree.attribute("class", of: block.node) ?? ""
    return PageRoleWords.words(of: names).contains { $0 == "correction" || $0 == "corrections" }
  }

  private static let openings = [
    "correction", "corrections", "corrected", "clarification", "erratum", "editor s note this",
    "this article was amended", "this article has been amended", "this article was corrected",
    "this article has been corrected", "an earlier version of this", "a previous version of this",
    "sprostowanie", "korekta", "errata", "korrektur", "berichtigung", "richtigstellung",
    "in einer früheren version", "исправление", "уточнение", "поправка", "виправлення", "уточнення",
    "выпраўленне", "удакладненне", "pataisymas", "patikslinimas", "rectificatif", "corrección",
    "errata corrige", "w poprzedniej wersji",
  ]
}
