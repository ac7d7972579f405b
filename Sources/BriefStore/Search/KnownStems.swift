/// Stems of the short words that were met last. Letters and script of a word decide of its stem.
package final class KnownStems {
  /// Words by their hash; one that falls on another's place takes it. Four thousand are more than a text
  /// has, and lie in the processor's cache.
  private static let places = 1 << 12
  private var words = [UInt64](repeating: 0, count: places)
  private var stems = [UInt64](repeating: 0, count: places)

  package init() {}

  /// - Parameter word: as it was read; cut afterwards, or not.
  func appendStem(of word: inout SkeletonWord, to bytes: inout [UInt8]) {
    guard let key = word.key else {
      word.cutToStem()
      return word.appendLetters(to: &bytes)
    }
    // Fibonacci hashing: the upper bits depend on all letters.
    let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 52)
    if words[place] != key {
      word.cutToStem()
      words[place] = key
      stems[place] = word.tail
    }
    let stem = stems[place]
    var shift = 64 - stem.leadingZeroBitCount & ~7
    while shift > 0 {
      shift -= 8
      bytes.append(UInt8(truncatingIfNeeded: stem >> UInt64(shift)))
    }
  }
}
