/// A run of text on a page that stands in lines of its own.
struct PageBlock: Hashable, Sendable {
  /// The innermost block element that the text stands in.
  var node: Int
  /// The nodes from the first to the last text.
  var nodes: Range<Int>
  /// White space collapsed, never empty.
  var text: String
  /// Words; in scripts without spaces, two characters count as one.
  var words: Int
  /// Of these, the words inside links.
  var linkWords: Int
  /// Roles of all elements that the text stands in.
  var roles: PageRole
  /// The innermost of the block elements that says what the text is (`p`, `li`, `h2`, `td`).
  var tag: HTMLTag

  var linkDensity: Double { words == 0 ? 0 : Double(linkWords) / Double(words) }
  var isHeading: Bool { tag.headingLevel != nil }
  /// Which picture of how many: `1 / 6`.
  var isCount: Bool {
    let parts = text.split(separator: "/")
    return parts.count == 2
      && parts.allSatisfy { part in
        part.utf8.count <= 4 && part.contains(where: \.isNumber)
          && part.allSatisfy { $0.isNumber || $0 == " " }
      }
  }
}

extension StringProtocol {
  /// Words; two characters of a script without spaces between words count as one.
  var wordCount: Int {
    var count = 0
    var dense = 0
    var isInside = false
    for scalar in unicodeScalars {
      if scalar.value >= 0xE00, scalar.isDense {
        dense += 1
        isInside = false
      } else if scalar.isWordPart || scalar.value > 0xFF && scalar.properties.isEmoji {
        if !isInside { count += 1 }
        isInside = true
      } else if scalar != "'" && scalar != "’" {
        isInside = false
      }
    }
    return count + (dense + 1) / 2
  }
}

extension Unicode.Scalar {
  /// Han, kana, Hangul and Thai: no space says where a word ends, or words are short.
  fileprivate var isDense: Bool {
    switch value {
    case 0x0E00...0x0E7F, 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF, 0x20000...0x2FFFF: true
    default: false
    }
  }
}
