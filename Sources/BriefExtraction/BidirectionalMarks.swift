/// Characters that turn the direction of writing (Unicode Bidirectional Algorithm, UAX 9, 2).
enum BidirectionalMarks {
  /// The text with every embedding and isolate closed inside each line, so that it cannot reach
  /// what is printed after it. Overrides, which no honest text needs, and marks without partner are
  /// dropped.
  static func balanced(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isMark) else { return text }
    let source = Array(text.unicodeScalars)
    var isKept = [Bool](repeating: true, count: source.count)
    var open: [(mark: Unicode.Scalar, index: Int)] = []
    for (index, scalar) in source.enumerated() {
      if scalar == "\n" {
        for mark in open { isKept[mark.index] = false }
        open = []
      } else if isOpening(scalar) {
        open.append((scalar, index))
        isKept[index] = !isOverride(scalar)
      } else if isMark(scalar) {
        let isPartner = open.last.map { isIsolate($0.mark) == (scalar == "\u{2069}") } ?? false
        isKept[index] = isPartner && !isOverride(open.last?.mark ?? " ")
        if isPartner { open.removeLast() }
      }
    }
    for mark in open { isKept[mark.index] = false }
    var result = String.UnicodeScalarView()
    for (index, scalar) in source.enumerated() where isKept[index] { result.append(scalar) }
    return String(result)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    isMark(scalar) && scalar != "\u{202C}" && scalar != "\u{2069}"
  }

  private static func isIsolate(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x2066 }

  private static func isOverride(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x202D || scalar.value == 0x202E
  }
}
