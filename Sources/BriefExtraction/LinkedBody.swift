import BriefModel

/// Checks the text that was found on a page against the one that its JSON-LD gives.
enum LinkedBody {
  /// The text of the page, unless the page's own words for programs know most of what was missed: a
  /// page that shows its text only after a script ran carries it there alone.
  static func checked(_ found: Body, against stated: String?) -> Body {
    guard let stated else { return found }
    let paragraphs = Self.paragraphs(of: stated)
    let words = paragraphs.flatMap { $0.folded.split(separator: " ") }
    guard words.count >= 80 else { return found }
    let known = Set(found.text.folded.split(separator: " "))
    let shared = words.count { known.contains($0) }
    guard Double(shared) < Double(words.count) * 0.6 else { return found }
    return Body(sections: [Section(heading: nil, text: paragraphs.joined(separator: "\n\n"))])
  }

  /// Of HTML its blocks, of plain text its lines.
  private static func paragraphs(of text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "<")) else {
      return text.split(whereSeparator: \.isNewline).map(\.collapsed).filter { !$0.isEmpty }
    }
    let tree = HTMLTreeBuilder.tree(of: Array(text.utf8), limits: PageLimits())
    return PageBlocks.blocks(of: tree).map(\.text)
  }
}
