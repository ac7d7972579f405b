/// Words that mean the same, a line each.
struct SpellingTable {
  /// Of each line, the stems and the letters of its words; a blank behind each, a mark before what
  /// is Cyrillic. A word of one script is no word of the other: ціна has the letters of China.
  private let lines: [(stems: [UInt8], letters: [UInt8])]
  /// Letters of a stem that tell the word; words of shorter ones must be equal.
  private let shortestStem: Int
  private static let cyrillicMark = UInt8(ascii: "+")

  /// - Parameter text: lines of words with blanks between them.
  init(_ text: String, shortestStem: Int) {
    self.shortestStem = shortestStem
    lines = text.split(separator: "\n").map { line in
      let line = String(line)
      return (
        SearchFold.markedBytes(line, cyrillic: Self.cyrillicMark) { $0.cutToStem() },
        SearchFold.markedBytes(line, cyrillic: Self.cyrillicMark) { _ = $0.joinSounds() }
      )
    }
  }

  /// The stems of all lines that have the word; `nil` when none has.
  ///
  /// - Parameters:
  ///   - stems: that the word may have.
  ///   - letters: of the word.
  func stems(of stems: [String], letters: String, isCyrillic: Bool) -> [String]? {
    let mark = isCyrillic ? [Self.cyrillicMark] : []
    let sought = stems.filter { $0.utf8.count >= shortestStem }.map { mark + Array($0.utf8) }
    let letters = mark + Array(letters.utf8)
    let found = lines.filter { line in
      Self.line(line.letters, has: letters) || sought.contains { Self.line(line.stems, has: $0) }
    }
    guard !found.isEmpty else { return nil }
    return found.flatMap { line in
      line.stems.split(separator: 0x20).map { stem in
        String(decoding: stem.first == Self.cyrillicMark ? stem.dropFirst() : stem, as: UTF8.self)
      }
    }
  }

  private static func line(_ line: [UInt8], has word: [UInt8]) -> Bool {
    var same = 0
    var isSame = true
    for byte in line {
      if byte == 0x20 {
        if isSame, same == word.count { return true }
        (same, isSame) = (0, true)
      } else if isSame {
        isSame = same < word.count && word[same] == byte
        same += 1
      }
    }
    return false
  }
}
