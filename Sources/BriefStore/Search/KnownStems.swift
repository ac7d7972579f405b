/// Up to sixteen letters of seven bits, the last one lowest in ``tail``; what is before the first is
/// zero.
struct PackedLetters: Hashable {
  var lead: UInt64 = 0
  var tail: UInt64 = 0

  var count: Int {
    lead == 0 ? Self.count(tail) : 8 + Self.count(lead)
  }

  private static func count(_ letters: UInt64) -> Int { (71 - letters.leadingZeroBitCount) / 8 }
}

/// Writes the stems of texts, and knows those of the words that were met last. Letters and script of a
/// word decide of its stem.
package struct KnownStems {
  private struct Known {
    /// A bit that no letter has says that the word is Cyrillic.
    var word = PackedLetters()
    var stem = PackedLetters()
  }
  /// Words by their hash; one that falls on another's place takes it. Eight thousand are more than a
  /// text has, and lie in the processor's cache.
  private static let bits = 13
  private var known = [Known](repeating: Known(), count: 1 << bits)
  private let endings = SearchStem.shared
  /// Stems of the text that is read, with room behind them.
  private var room: [UInt8] = []
  private var used = 0

  /// Bytes that the stem of one word may take, with its mark and its blank, and eight more: letters
  /// are stored by eight.
  private static let roomOfWord = 80
  /// Bytes of room that are kept for the next text.
  private static let keptRoom = 256 << 10

  package init() {}

  /// Begins a text.
  mutating func begin(bytes: Int) {
    used = 0
    let needed = bytes + Self.roomOfWord
    if room.count < needed { room = [UInt8](repeating: 0, count: needed) }
  }

  /// What was added since ``begin(bytes:)``.
  mutating func end() -> [UInt8] {
    defer { if room.count > Self.keptRoom { room = [] } }
    return Array(room[..<used])
  }

  /// Adds a word's stem and a blank.
  ///
  /// - Parameter word: as it was read; cut afterwards, or not.
  @inline(__always)
  mutating func addStem(of word: inout SkeletonWord) {
    if room.count - used < Self.roomOfWord {
      room += repeatElement(0, count: max(room.count, Self.roomOfWord))
    }
    let isCyrillic = word.isCyrillic
    if isCyrillic { put(SearchFold.cyrillicMark) }
    guard let letters = word.packedLetters else {
      word.cutToStem(endings)
      for place in 0..<word.count { put(word.letters[place]) }
      return put(0x20)
    }
    let key = PackedLetters(lead: letters.lead | (isCyrillic ? 1 << 63 : 0), tail: letters.tail)
    // Fibonacci hashing: the upper bits depend on all letters.
    let hash = (key.tail ^ key.lead &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15
    let place = Int(truncatingIfNeeded: hash >> UInt64(64 - Self.bits))
    if known[place].word != key {
      word.cutToStem(endings)
      known[place] = Known(word: key, stem: PackedLetters(lead: word.lead, tail: word.tail))
    }
    put(known[place].stem)
    put(0x20)
  }

  private mutating func put(_ byte: UInt8) {
    room[used] = byte
    used &+= 1
  }

  private mutating func put(_ stem: PackedLetters) {
    let count = stem.count
    if count > 8 {
      put(stem.lead, count: count &- 8)
      put(stem.tail, count: 8)
    } else if count > 0 {
      put(stem.tail, count: count)
    }
  }

  /// - Parameter count: 1 to 8.
  private mutating func put(_ letters: UInt64, count: Int) {
    let first = (letters << UInt64(64 &- 8 &* count)).bigEndian
    let place = used
    var span = room.mutableSpan
    var bytes = span.mutableBytes
    bytes.storeBytes(of: first, toByteOffset: place, as: UInt64.self)
    used = place &+ count
  }
}
