/// Words, each with a number, found by their UTF-8 bytes: a look-up makes no string.
package struct WordTable: Sendable {
  /// Entry numbers by hash, at most half of them taken; -1 is free.
  private var slots: [Int32]
  /// Of all words, one behind the other.
  private var bytes: [UInt8] = []
  /// Where each word begins in ``bytes``; one more than there are words.
  private var starts: [Int32] = [0]

  /// Numbers are places in `words`; a word that comes again keeps its first.
  package init(_ words: [String]) {
    var capacity = 16
    while capacity < words.count * 2 { capacity *= 2 }
    slots = Array(repeating: -1, count: capacity)
    for (number, word) in words.enumerated() {
      let word = Array(word.utf8)
      bytes += word
      starts.append(Int32(bytes.count))
      let place = slot(of: word.span, 0..<word.count)
      if slots[place] < 0 { slots[place] = Int32(number) }
    }
  }

  /// Without words, and with room for some.
  package init(capacity words: Int) {
    var capacity = 16
    while capacity < words * 2 { capacity *= 2 }
    slots = Array(repeating: -1, count: capacity)
  }

  /// The number of the word in `range`: its own, or the next one where it is new.
  package mutating func insert(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    if starts.count * 2 > slots.count { grow() }
    let place = slot(of: text, range)
    if slots[place] >= 0 { return Int(slots[place]) }
    for index in range { bytes.append(text[index]) }
    starts.append(Int32(bytes.count))
    slots[place] = Int32(starts.count - 2)
    return starts.count - 2
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for number in 0..<starts.count - 1 {
      let place = slot(of: bytes.span, Int(starts[number])..<Int(starts[number + 1]))
      slots[place] = Int32(number)
    }
  }

  /// The bytes of the word with a number.
  package func word(_ number: Int) -> [UInt8] {
    Array(bytes[Int(starts[number])..<Int(starts[number + 1])])
  }

  /// The number of the word that stands in `range`.
  package func number(of text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let number = slots[slot(of: text, range)]
    return number < 0 ? nil : Int(number)
  }

  package func number(of word: String) -> Int? {
    let bytes = Array(word.utf8)
    return number(of: bytes.span, 0..<bytes.count)
  }

  /// Where the word stands, or the free slot where it would.
  private func slot(of text: Span<UInt8>, _ range: Range<Int>) -> Int {
    let slots = slots.span
    let mask = slots.count &- 1
    var slot = Self.hash(text.bytes, range) & mask
    while slots[slot] >= 0, !isWord(slots[slot], text.bytes, range) { slot = (slot &+ 1) & mask }
    return slot
  }

  /// Of eight bytes at a time: most words have no more.
  private static func hash(_ text: RawSpan, _ range: Range<Int>) -> Int {
    // The golden ratio's fraction, by which the upper bits depend on all (Knuth, 6.4).
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = UInt64(truncatingIfNeeded: range.count)
    var place = range.lowerBound
    while place < range.upperBound {
      hash = (hash ^ letters(text, from: place, to: range.upperBound)) &* factor
      hash ^= hash >> 32
      place &+= 8
    }
    return Int(truncatingIfNeeded: hash & 0x7FFF_FFFF)
  }

  /// Up to eight bytes, the first one lowest; zero behind `end`.
  private static func letters(_ text: RawSpan, from start: Int, to end: Int) -> UInt64 {
    if start &+ 8 <= text.byteCount {
      let word = EightBytes(text, at: start).word
      return end &- start >= 8 ? word : word & EightBytes.mask(end &- start)
    }
    var word: UInt64 = 0
    for place in (start..<end).reversed() {
      word = word << 8 | UInt64(text.unsafeLoad(fromByteOffset: place, as: UInt8.self))
    }
    return word
  }

  private func isWord(_ number: Int32, _ text: RawSpan, _ range: Range<Int>) -> Bool {
    let (bytes, starts) = (bytes.span.bytes, starts.span)
    let start = Int(starts[Int(number)])
    let end = Int(starts[Int(number) &+ 1])
    guard end &- start == range.count else { return false }
    var offset = 0
    while offset < range.count {
      let place = range.lowerBound &+ offset
      guard
        Self.letters(bytes, from: start &+ offset, to: end)
          == Self.letters(text, from: place, to: range.upperBound)
      else { return false }
      offset &+= 8
    }
    return true
  }
}
