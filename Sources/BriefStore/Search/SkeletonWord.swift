/// The letters of one word while it is read, and its stem afterwards.
struct SkeletonWord {
  /// Letters of a word that are looked at; no word of a language is longer. The last may be two.
  private static let longest = 48

  private(set) var letters = InlineArray<64, UInt8>(repeating: 0)
  private(set) var count = 0
  private var isCyrillic = false

  mutating func clear() {
    count = 0
    isCyrillic = false
  }

  mutating func append(_ meaning: LetterSkeleton.Packed, isCyrillic: Bool) {
    guard count < Self.longest else { return }
    letters[count] = UInt8(truncatingIfNeeded: meaning)
    count &+= 1
    if meaning > 0xFF {
      letters[count] = UInt8(truncatingIfNeeded: meaning >> 8)
      count &+= 1
    }
    if isCyrillic { self.isCyrillic = true }
  }

  func appendLetters(to bytes: inout [UInt8]) {
    letters.span.extracting(0..<count).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  mutating func cutToStem() {
    if !isCyrillic { dropDigraphs() }
    let hasDigit = smooth()
    if !hasDigit { SearchStem.cut(&self, isCyrillic: isCyrillic) }
  }

  /// The letter so many from the end; 1 is the last.
  func fromEnd(_ place: Int) -> UInt8 { letters[count - place] }

  /// The last eight letters, the last one lowest; what is before the first is zero.
  var tail: UInt64 {
    var tail: UInt64 = 0
    for place in max(0, count - 8)..<count { tail = tail << 8 | UInt64(letters[place]) }
    return tail
  }

  mutating func removeLast(_ number: Int = 1) { count -= number }

  mutating func append(letter: UInt8) {
    letters[count] = letter
    count &+= 1
  }

  /// Two letters of Latin spellings for one sound: sz, sh and sch for ш, kh for х, rz and zh for ж.
  private mutating func dropDigraphs() {
    var written = 0
    var last: UInt8 = 0
    for place in 0..<count {
      let letter = letters[place]
      switch (last, letter) {
      case (UInt8(ascii: "s"), UInt8(ascii: "z")), (UInt8(ascii: "s"), UInt8(ascii: "h")),
        (UInt8(ascii: "c"), UInt8(ascii: "z")), (UInt8(ascii: "z"), UInt8(ascii: "h")),
        (UInt8(ascii: "t"), UInt8(ascii: "h")):
        continue
      case (UInt8(ascii: "c"), UInt8(ascii: "h")):
        if written > 1, letters[written - 2] == UInt8(ascii: "s") {
          written -= 1
          last = UInt8(ascii: "s")
        }
        continue
      case (UInt8(ascii: "k"), UInt8(ascii: "h")): last = UInt8(ascii: "h")
      case (UInt8(ascii: "r"), UInt8(ascii: "z")): last = UInt8(ascii: "z")
      case (UInt8(ascii: "p"), UInt8(ascii: "h")): last = UInt8(ascii: "f")
      case (UInt8(ascii: "c"), UInt8(ascii: "k")): last = UInt8(ascii: "k")
      default:
        last = letter
        written += 1
      }
      letters[written - 1] = last
    }
    count = written
  }

  /// Doubled letters once; `i` before a vowel not at all: ия, ja, ia and a are spelt for one another.
  /// Returns whether there is a digit.
  private mutating func smooth() -> Bool {
    var written = 0
    var last: UInt8 = 0
    var hasDigit = false
    for place in 0..<count {
      let letter = letters[place]
      if letter < 0x3a {
        hasDigit = true
      } else {
        if letter == last { continue }
        if last == UInt8(ascii: "i"), written > 1, Self.isHardVowel(letter) {
          written -= 1
          last = letters[written - 1]
          if letter == last { continue }
        }
      }
      letters[written] = letter
      written += 1
      last = letter
    }
    count = written
    return hasDigit
  }

  private static func isHardVowel(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "a") || letter == UInt8(ascii: "e") || letter == UInt8(ascii: "o")
      || letter == UInt8(ascii: "u")
  }
}
