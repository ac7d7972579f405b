/// Words and what they mean, found by their bytes: thousands of words are put in before the first
/// difference is told, and a string for each would cost more than the comparison.
struct MeaningTable {
  private var words = WordTable(capacity: 8192)
  /// By the numbers of the words.
  private var meanings: [Meaning] = []

  /// - Parameter list: words, parted by ASCII white space.
  mutating func insert(_ list: String, _ meaning: Meaning) {
    let bytes = Array(list.utf8)
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] > 0x20 { end += 1 }
      if end > start { insert(bytes.span, start..<end, meaning) }
      start = end + 1
    }
  }

  private mutating func insert(_ text: Span<UInt8>, _ range: Range<Int>, _ meaning: Meaning) {
    let number = words.insert(text, range)
    if number < meanings.count {
      meanings[number].formUnion(meaning)
    } else {
      meanings.append(meaning)
    }
  }

  /// None for words that are not there.
  subscript(word: String) -> Meaning {
    words.number(of: word).map { meanings[$0] } ?? []
  }

  /// The bytes of all words that mean this, among other things.
  func words(of meaning: Meaning) -> [[UInt8]] {
    meanings.indices.filter { meanings[$0].isSuperset(of: meaning) }.map { words.word($0) }
  }
}
