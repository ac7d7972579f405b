/// Headings that nothing but their shape tells: a short line between whole paragraphs.
enum ShortHeadings {
  static func told(in blocks: [TextBlock], limits: DocumentLimits) -> [TextBlock] {
    var told = blocks
    for index in blocks.indices.dropLast() {
      guard blocks[index].kind == .paragraph, isHeading(blocks[index].text),
        blocks[index + 1].kind == .paragraph, !blocks[index + 1].text.startsInLowerCase,
        blocks[index + 1].text.utf8.count >= limits.sectionText,
        index == 0 && !blocks[index].text.isAllCapitals
          || index > 0
            && (told[index - 1].isHeading || blocks[index - 1].text.endsSentence
              || blocks[index - 1].kind == .item)
      else { continue }
      told[index].kind = .heading(level: 5)
    }
    return told
  }

  /// Two to twelve words that begin like a sentence and do not end like one; a question may.
  static func isHeading(_ line: some StringProtocol) -> Bool {
    let text = withoutNumber(line)
    let words = text.words
    guard (1...12).contains(words.count), text.utf8.count <= 160, let first = text.first,
      first.isUppercase || first.isNumber || "«„“\"".contains(first), let last = text.last,
      last.isLetter || last.isNumber || "?»”\")".contains(last)
    else { return false }
    // Half a sentence ends with its article or preposition.
    let isHalf =
      words.count > 4 && (words.last?.count ?? 0) <= 3 && words.last?.startsInLowerCase == true
    return !isHalf && !text.contains(". ") && text.contains(where: \.isLetter)
      && !text.contains("@") && !text.contains("|")
      && (words.count > 1 || text.count > 4)
  }

  /// `1. Background` and `IV. Outlook` without their numbers.
  private static func withoutNumber(_ line: some StringProtocol) -> String {
    let words = line.words
    guard words.count > 1, let first = words.first, first.count <= 5, first.last == "." else {
      return String(line)
    }
    let number = first.dropLast()
    let isNumber =
      number.allSatisfy { $0.isNumber || $0 == "." } || number.allSatisfy { "IVX".contains($0) }
    return isNumber ? words.dropFirst().joined(separator: " ") : String(line)
  }
}
