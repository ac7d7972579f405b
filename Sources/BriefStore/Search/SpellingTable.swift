import Glibc

/// Words that mean the same, a line each.
struct SpellingTable {
  /// Of each line, the stems and the letters of its words, a mark before what is Cyrillic. A word of
  /// one script is no word of the other: ціна has the letters of China.
  private var stems = WordLines()
  private var letters = WordLines()
  /// Letters of a stem that tell the word; words of shorter ones must be equal.
  private let shortestStem: Int
  private static let cyrillicMark = UInt8(ascii: "+")

  /// - Parameter text: lines of words with blanks between them.
  init(_ text: String, shortestStem: Int) {
    self.shortestStem = shortestStem
    for line in text.split(separator: "\n") {
      let line = String(line)
      stems.append(SearchFold.markedBytes(line, cyrillic: Self.cyrillicMark) { $0.cutToStem() })
      letters.append(
        SearchFold.markedBytes(line, cyrillic: Self.cyrillicMark) { _ = $0.joinSounds() })
    }
  }

  /// The stems of all lines that have the word; `nil` when none has.
  ///
  /// - Parameters:
  ///   - stems: that the word may have.
  ///   - letters: of the word.
  func stems(of stems: [String], letters: String, isCyrillic: Bool) -> [String]? {
    let mark = isCyrillic ? [Self.cyrillicMark] : []
    var found = self.letters.lines(having: mark + Array(letters.utf8))
    for stem in stems where stem.utf8.count >= shortestStem {
      found += self.stems.lines(having: mark + Array(stem.utf8))
    }
    guard !found.isEmpty else { return nil }
    return Set(found).sorted().flatMap { line in
      self.stems.words(of: line).map { stem in
        String(decoding: stem.first == Self.cyrillicMark ? stem.dropFirst() : stem, as: UTF8.self)
      }
    }
  }
}

/// Lines of words one behind the other, so that a word is sought in all of them at once.
private struct WordLines {
  /// A blank before each word and behind the last of a line, then a line break.
  private var bytes: [UInt8] = []
  /// Where each line begins.
  private var starts: [Int] = []

  /// - Parameter words: a blank behind each.
  mutating func append(_ words: [UInt8]) {
    starts.append(bytes.count)
    bytes.append(0x20)
    bytes += words
    bytes.append(0x0A)
  }

  /// In their order.
  func lines(having word: [UInt8]) -> [Int] {
    guard let first = word.first else { return [] }
    return bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return [] }
      var found: [Int] = []
      var place = 0
      // A blank and a word behind each place, but for the last blank of a line.
      while let blank = memchr(start + place, 0x20, bytes.count - place) {
        place = UnsafeRawPointer(blank) - start + 1
        guard place + word.count < bytes.count, bytes[place] == first,
          memcmp(start + place, word, word.count) == 0, bytes[place + word.count] == 0x20
        else { continue }
        let next = starts.partitioningIndex { $0 > place }
        found.append(next - 1)
        guard next < starts.count else { break }
        place = starts[next]
      }
      return found
    }
  }

  func words(of line: Int) -> [ArraySlice<UInt8>] {
    let end = line + 1 < starts.count ? starts[line + 1] : bytes.count
    return bytes[starts[line]..<end - 1].split(separator: 0x20)
  }
}

extension [Int] {
  /// The first place whose number is one; the numbers before it are none.
  fileprivate func partitioningIndex(_ isBehind: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
