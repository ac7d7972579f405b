import BriefModel

/// A word of a text as the search index knows it.
package struct FoldedWord: Hashable, Sendable {
  /// ASCII letters and digits; a Cyrillic word's begin with ``SearchFold/cyrillicMark``.
  package var stem: String
  /// UTF-8 bytes of the text that the word takes.
  package var range: Range<Int>
}

/// What goes into the search index: each word of a text as its stem, so that inflected and
/// transliterated forms meet.
package enum SearchFold {
  /// Counts up with every change of the result: an index made under another number must be rebuilt.
  package static let number = 3

  /// The stems of a text in its order, a blank behind each.
  package static func indexed(_ text: String) -> String {
    String(decoding: indexedBytes(text), as: UTF8.self)
  }

  /// Stands before stems of Cyrillic words, and is no letter of a skeleton: мова and "move" have the
  /// same letters.
  static let cyrillicMark = UInt8(ascii: "q")

  /// ``indexed(_:)`` in ASCII bytes.
  ///
  /// - Parameter stems: of words that were met before: texts of a store say the same ones again and
  ///   again.
  package static func indexedBytes(_ text: String, _ stems: inout KnownStems) -> [UInt8] {
    stems.begin(bytes: text.utf8.count)
    let uncut: (inout SkeletonWord) -> Void = { _ in }
    forEachWord(text, cut: uncut) { word, _ in stems.addStem(of: &word) }
    return stems.end()
  }

  /// The same of a text by itself.
  package static func indexedBytes(_ text: String) -> [UInt8] {
    var stems = KnownStems()
    return indexedBytes(text, &stems)
  }

  /// The words of a text with a blank behind each.
  ///
  /// - Parameters:
  ///   - mark: put before Cyrillic ones.
  ///   - cut: makes of a word's letters what is wanted.
  static func markedBytes(
    _ text: String, cyrillic mark: UInt8, cut: (inout SkeletonWord) -> Void
  ) -> [UInt8] {
    var result: [UInt8] = []
    forEachWord(text, cut: cut) { word, _ in
      if word.isCyrillic { result.append(mark) }
      word.appendLetters(to: &result)
      result.append(0x20)
    }
    return result
  }

  /// The words of a text with their places.
  package static func words(_ text: String) -> [FoldedWord] {
    var words: [FoldedWord] = []
    var stem: [UInt8] = []
    forEachWord(text) { word, range in
      stem.removeAll(keepingCapacity: true)
      if word.isCyrillic { stem.append(cyrillicMark) }
      word.appendLetters(to: &stem)
      words.append(FoldedWord(stem: String(decoding: stem, as: UTF8.self), range: range))
    }
    return words
  }

  /// The words of a question: what each may stand as in the index.
  package static func sought(_ text: String) -> [SoughtWord] {
    let bytes = Array(text.utf8)
    return words(text).map { SoughtForms.of(String(decoding: bytes[$0.range], as: UTF8.self)) }
  }

  /// The stem of one word, without what says of which script it is.
  static func stem(_ word: String) -> String {
    letters(word) { $0.cutToStem() }
  }

  /// The stem that letters of a skeleton would have in a word of that script.
  static func stem(_ skeleton: String, asCyrillic isCyrillic: Bool) -> String {
    letters(skeleton) { word in
      if word.joinSounds() { SearchStem.shared.cut(&word, isCyrillic: isCyrillic) }
    }
  }

  /// The letters of one word before anything is cut.
  static func skeleton(_ word: String) -> String {
    letters(word) { word in _ = word.joinSounds() }
  }

  private static func letters(_ text: String, _ change: (inout SkeletonWord) -> Void) -> String {
    var word = SkeletonWord()
    for scalar in text.unicodeScalars {
      word.append(scalar)
    }
    change(&word)
    var bytes: [UInt8] = []
    word.appendLetters(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Gives each word as its stem, and the bytes that it takes.
  @inline(__always)
  private static func forEachWord(
    _ text: String, cut: (inout SkeletonWord) -> Void = { $0.cutToStem() },
    _ take: (inout SkeletonWord, Range<Int>) -> Void
  ) {
    var text = text
    text.withUTF8 { forEachWord(in: $0, cut: cut, take) }
  }

  /// - Parameter bytes: well-formed UTF-8, of a string.
  @inline(__always)
  private static func forEachWord(
    in bytes: UnsafeBufferPointer<UInt8>, cut: (inout SkeletonWord) -> Void,
    _ take: (inout SkeletonWord, Range<Int>) -> Void
  ) {
    let packed = LetterSkeleton.packedTable
    let table = packed.span
    var word = SkeletonWord()
    var (start, end, place) = (0, 0, 0)
    while place < bytes.count {
      let byte = bytes[place]
      var meaning = table[Int(byte)]
      var length = 1
      if byte >= 0x80 {
        let scalar: Unicode.Scalar
        (scalar, length) = UnicodeBytes.scalar(bytes, at: place)
        meaning = LetterSkeleton.packed(scalar)
      }
      switch meaning {
      case LetterSkeleton.boundary:
        if word.count > 0 {
          cut(&word)
          take(&word, start..<end)
          word.clear()
        }
      case LetterSkeleton.silent:
        // A soft sign or an accent at the end belongs to the word, a quotation mark does not: up to
        // U+05FF, scalars have two bytes.
        if word.count > 0, byte >= 0xCC, length == 2 { end = place &+ length }
      default:
        if word.count == 0 { start = place }
        let read = word.read(bytes, from: place, table)
        if read > place {
          (place, end) = (read, read)
          continue
        }
        end = place &+ length
        word.append(meaning)
      }
      place &+= length
    }
    guard word.count > 0 else { return }
    cut(&word)
    take(&word, start..<end)
  }
}
