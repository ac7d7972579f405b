/// A word of a text as the search index knows it.
package struct FoldedWord: Hashable, Sendable {
  /// ASCII letters and digits.
  package var stem: String
  /// UTF-8 bytes of the text that the word takes.
  package var range: Range<Int>
}

/// What goes into the search index: each word of a text as its stem, so that inflected and
/// transliterated forms meet.
package enum SearchFold {
  /// Counts up with every change of the result: an index made under another number must be rebuilt.
  package static let number = 1
  /// Letters of a word that are looked at; no word of a language is longer.
  private static let longest = 48

  /// The stems of a text in its order, a blank between them.
  package static func indexed(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    forEachWord(text) { stem, _ in
      result.append(contentsOf: stem)
      result.append(0x20)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The words of a text with their places.
  package static func words(_ text: String) -> [FoldedWord] {
    var words: [FoldedWord] = []
    forEachWord(text) { stem, range in
      words.append(FoldedWord(stem: String(decoding: stem, as: UTF8.self), range: range))
    }
    return words
  }

  private static func forEachWord(_ text: String, _ take: ([UInt8], Range<Int>) -> Void) {
    var word = SkeletonWord()
    var place = 0
    var start = 0
    var end = 0
    func close() {
      guard !word.letters.isEmpty else { return }
      take(word.stem(), start..<end)
      word.clear()
    }
    for scalar in text.unicodeScalars {
      let next = place + UTF8.width(scalar)
      switch LetterSkeleton.meaning(of: scalar) {
      case .boundary: close()
      case .silent: break
      case .letters(let first, let second):
        if word.letters.isEmpty { start = place }
        end = next
        if word.letters.count < longest {
          word.append(first, second, isCyrillic: LetterSkeleton.isCyrillic(scalar))
        }
      }
      place = next
    }
    close()
  }
}

/// The letters of one word while it is read.
private struct SkeletonWord {
  var letters: [UInt8] = []
  private var isCyrillic = false

  mutating func clear() {
    letters.removeAll(keepingCapacity: true)
    isCyrillic = false
  }

  mutating func append(_ first: UInt8, _ second: UInt8, isCyrillic: Bool) {
    letters.append(first)
    if second != 0 { letters.append(second) }
    if isCyrillic { self.isCyrillic = true }
  }

  func stem() -> [UInt8] {
    var word = isCyrillic ? letters : withoutDigraphs()
    smooth(&word)
    SearchStem.cut(&word, isCyrillic: isCyrillic)
    return word
  }

  /// Two letters of Latin spellings for one sound: sz, sh and sch for ш, kh for х, rz and zh for ж.
  private func withoutDigraphs() -> [UInt8] {
    var word: [UInt8] = []
    word.reserveCapacity(letters.count)
    for letter in letters {
      switch (word.last, letter) {
      case (UInt8(ascii: "s"), UInt8(ascii: "z")), (UInt8(ascii: "s"), UInt8(ascii: "h")),
        (UInt8(ascii: "c"), UInt8(ascii: "z")), (UInt8(ascii: "z"), UInt8(ascii: "h")),
        (UInt8(ascii: "t"), UInt8(ascii: "h")):
        break
      case (UInt8(ascii: "c"), UInt8(ascii: "h")):
        if word.count > 1, word[word.count - 2] == UInt8(ascii: "s") { word.removeLast() }
      case (UInt8(ascii: "k"), UInt8(ascii: "h")): word[word.count - 1] = UInt8(ascii: "h")
      case (UInt8(ascii: "r"), UInt8(ascii: "z")): word[word.count - 1] = UInt8(ascii: "z")
      case (UInt8(ascii: "p"), UInt8(ascii: "h")): word[word.count - 1] = UInt8(ascii: "f")
      case (UInt8(ascii: "c"), UInt8(ascii: "k")): word[word.count - 1] = UInt8(ascii: "k")
      default: word.append(letter)
      }
    }
    return word
  }

  /// Doubled letters once; `i` before a vowel not at all: ия, ja, ia and a are spelt for one another.
  private func smooth(_ word: inout [UInt8]) {
    var result: [UInt8] = []
    result.reserveCapacity(word.count)
    for letter in word {
      if letter == result.last, letter >= 0x3a { continue }
      if result.last == UInt8(ascii: "i"), "aeou".utf8.contains(letter), result.count > 1 {
        result.removeLast()
        if letter == result.last { continue }
      }
      result.append(letter)
    }
    word = result
  }
}
