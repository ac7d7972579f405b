/// The letters of one word while it is read, and its stem afterwards.
struct SkeletonWord {
  /// Letters of a word that are looked at; no word of a language is longer. The last may be two.
  private static let longest = 48

  private(set) var letters = InlineArray<64, UInt8>(repeating: 0)
  private(set) var count = 0
  /// The last eight letters, the last one lowest; what is before the first is zero.
  private(set) var tail: UInt64 = 0
  /// The eight letters before those, in the same way.
  private(set) var lead: UInt64 = 0
  /// What its letters are: without second letters of digraphs, `i`, digits and letters twice the
  /// passes change nothing.
  private var kinds: LetterSkeleton.Packed = 0

  mutating func clear() {
    count = 0
    (lead, tail) = (0, 0)
    kinds = 0
  }

  mutating func append(_ meaning: LetterSkeleton.Packed) {
    guard count < Self.longest else { return }
    kinds |= meaning
    add(UInt8(truncatingIfNeeded: meaning))
    let second = UInt8(truncatingIfNeeded: meaning >> 8)
    if second > 0 { add(second) }
  }

  /// Appends letters of ASCII that stand for one letter each; returns where the next other byte stands.
  ///
  /// - Parameter table: ``LetterSkeleton/packedTable``.
  @inline(__always)
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ table: Span<LetterSkeleton.Packed>
  ) -> Int {
    // In variables of its own: from memory, each letter would wait for the one before.
    var (place, count, kinds) = (start, self.count, self.kinds)
    var (lead, tail) = (self.lead, self.tail)
    while place < bytes.count, bytes[place] < 0x80, count < Self.longest {
      let meaning = table[Int(bytes[place])]
      guard meaning > LetterSkeleton.silent, meaning & 0xFF00 == 0 else { break }
      let letter = UInt8(truncatingIfNeeded: meaning)
      kinds |= meaning
      if letter == UInt8(truncatingIfNeeded: tail) { kinds |= LetterSkeleton.rough }
      letters[count] = letter
      count &+= 1
      lead = lead << 8 | tail >> 56
      tail = tail << 8 | UInt64(letter)
      place &+= 1
    }
    (self.count, self.kinds, self.lead, self.tail) = (count, kinds, lead, tail)
    return place
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    let meaning = LetterSkeleton.packed(scalar)
    guard meaning != LetterSkeleton.boundary, meaning != LetterSkeleton.silent else { return }
    append(meaning)
  }

  private mutating func add(_ letter: UInt8) {
    if letter == UInt8(truncatingIfNeeded: tail) { kinds |= LetterSkeleton.rough }
    append(letter: letter)
  }

  var isCyrillic: Bool { has(LetterSkeleton.cyrillic) }

  /// Letters that ``lead`` and ``tail`` hold.
  static let packed = 16

  /// Its letters, where ``lead`` and ``tail`` hold all of them.
  var packedLetters: PackedLetters? {
    count <= Self.packed ? PackedLetters(lead: lead, tail: tail) : nil
  }

  private func has(_ kind: LetterSkeleton.Packed) -> Bool { kinds & kind != 0 }

  func appendLetters(to bytes: inout [UInt8]) {
    letters.span.extracting(0..<count).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  mutating func cutToStem(_ endings: SearchStem = .shared) {
    if joinSounds() { endings.cut(&self, isCyrillic: isCyrillic) }
  }

  /// One letter a sound; returns whether all are letters.
  mutating func joinSounds() -> Bool {
    if has(LetterSkeleton.digraph), !isCyrillic { dropDigraphs() }
    return !(has(LetterSkeleton.rough) && smooth())
  }

  /// The letter so many from the end; 1 is the last.
  func fromEnd(_ place: Int) -> UInt8 { letters[count - place] }

  mutating func removeLast(_ number: Int = 1) {
    let isPacked = count <= Self.packed && number <= 8
    count -= number
    guard isPacked else { return readTail() }
    let bits = UInt64(8 * number)
    tail = tail >> bits | lead << (64 - bits)
    lead >>= bits
  }

  mutating func removeVowelBeforeLast() {
    let last = fromEnd(1)
    removeLast(2)
    append(letter: last)
  }

  mutating func append(letter: UInt8) {
    letters[count] = letter
    count &+= 1
    lead = lead << 8 | tail >> 56
    tail = tail << 8 | UInt64(letter)
  }

  private mutating func readTail() {
    (lead, tail) = (0, 0)
    for place in max(0, count - Self.packed)..<count {
      lead = lead << 8 | tail >> 56
      tail = tail << 8 | UInt64(letters[place])
    }
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
    guard written < count else { return }
    // What was apart may be side by side now.
    kinds |= LetterSkeleton.rough
    count = written
    readTail()
  }

  /// Doubled letters once; `i` before a vowel not at all: ия, ja, ia and a are spelt for one
  /// another. Returns whether there is a digit.
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
    if written < count {
      count = written
      readTail()
    }
    return hasDigit
  }

  private static func isHardVowel(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "a") || letter == UInt8(ascii: "e") || letter == UInt8(ascii: "o")
      || letter == UInt8(ascii: "u")
  }
}
