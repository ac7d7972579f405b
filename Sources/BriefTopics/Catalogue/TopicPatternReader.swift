/// Reads a pattern in one pass over its bytes.
struct TopicPatternReader {
  /// As ``TopicPattern/terms``.
  private(set) var terms: [UInt8] = []
  private let text: String
  private var count = 0
  private var work = 1
  /// The operator that was read last, as a term keeps it; `nil` when a term was.
  private var link: (kind: UInt8, distance: UInt8)?

  init(_ text: String) { self.text = text }

  mutating func read(_ bytes: Span<UInt8>) throws(PatternTrouble) {
    terms.reserveCapacity(bytes.count + 16)
    var position = 0
    while position < bytes.count {
      guard bytes[position] != UInt8(ascii: " ") else {
        position += 1
        continue
      }
      var end = position + 1
      while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
      try readWord(bytes, position..<end)
      position = end
    }
    guard link == nil else {
      throw PatternTrouble(reason: "an operator needs a term after it", column: text.count)
    }
    guard count > 0 else { throw PatternTrouble(reason: "the pattern is empty", column: 1) }
  }

  private mutating func readWord(
    _ bytes: Span<UInt8>, _ word: Range<Int>
  ) throws(PatternTrouble) {
    let first = bytes[word.lowerBound]
    if first == UInt8(ascii: "/") || first == UInt8(ascii: ">") {
      return try readOperator(bytes, word)
    }
    let hang = link ?? (0, 1)
    link = nil
    let isOpened = first == UInt8(ascii: "{")
    if isOpened || bytes[word.upperBound - 1] == UInt8(ascii: "}") {
      guard isOpened, bytes[word.upperBound - 1] == UInt8(ascii: "}"), word.count > 2 else {
        throw trouble("a brace is not closed, or not opened", at: word.lowerBound)
      }
      try readAlternatives(bytes, word.lowerBound + 1..<word.upperBound - 1, hang)
    } else {
      try readTokens(bytes, word, hang, isAlternative: false)
    }
    // Either side, where the order is open.
    let width = hang.kind == 1 ? 2 * Int(hang.distance) : Int(hang.distance)
    work *= width
    guard work <= PatternLimits.work else {
      throw trouble(
        "the distances of this pattern multiply to more than \(PatternLimits.work)",
        at: word.lowerBound)
    }
    guard count <= PatternLimits.terms else {
      throw trouble("more than \(PatternLimits.terms) terms", at: word.lowerBound)
    }
  }

  private mutating func readOperator(
    _ bytes: Span<UInt8>, _ word: Range<Int>
  ) throws(PatternTrouble) {
    var distance = 0
    for place in word.dropFirst() where distance <= PatternLimits.distance {
      let isDigit = (0x30...0x39).contains(bytes[place])
      distance = isDigit ? distance * 10 + Int(bytes[place]) - 0x30 : .max
    }
    guard distance >= 1, distance <= PatternLimits.distance else {
      throw trouble(
        "a distance is a number from 1 to \(PatternLimits.distance)", at: word.lowerBound)
    }
    guard count > 0 else {
      throw trouble("an operator needs a term before it", at: word.lowerBound)
    }
    guard link == nil else { throw trouble("two operators in a row", at: word.lowerBound) }
    let kind: UInt8 = bytes[word.lowerBound] == UInt8(ascii: "/") ? 1 : 2
    link = (kind, UInt8(truncatingIfNeeded: distance))
  }

  private mutating func readAlternatives(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ hang: (kind: UInt8, distance: UInt8)
  ) throws(PatternTrouble) {
    let header = terms.count
    terms += [hang.kind, hang.distance, 0]
    count += 1
    var alternatives = 0
    var start = range.lowerBound
    while start <= range.upperBound {
      var end = start
      while end < range.upperBound, bytes[end] != UInt8(ascii: "|") { end += 1 }
      try readTokens(bytes, start..<end, hang, isAlternative: true)
      alternatives += 1
      guard alternatives <= PatternLimits.alternatives else {
        throw trouble(
          "more than \(PatternLimits.alternatives) alternatives", at: range.lowerBound - 1)
      }
      start = end + 1
    }
    terms[header + 2] = UInt8(truncatingIfNeeded: alternatives)
  }

  /// Tokens of one word; a hyphen or dash makes several of them, each a term of its own, which an
  /// alternative may not be.
  private mutating func readTokens(
    _ bytes: Span<UInt8>, _ word: Range<Int>, _ hang: (kind: UInt8, distance: UInt8),
    isAlternative: Bool
  ) throws(PatternTrouble) {
    let isStem = !word.isEmpty && bytes[word.upperBound - 1] == UInt8(ascii: "*")
    let end = isStem ? word.upperBound - 1 : word.upperBound
    try refuseOperators(bytes, word.lowerBound..<end)
    var tokens = 0
    var position = word.lowerBound
    while position < end {
      let start = terms.count
      if !isAlternative { terms += tokens == 0 ? [hang.kind, hang.distance, 1] : [0, 1, 1] }
      let letters = terms.count
      let next = appendToken(bytes, position..<end)
      position = max(next, position + 1)
      if terms.count == letters {
        terms.removeLast(letters - start)
        continue
      }
      if terms[letters...].contains(TopicPattern.stemEnd) {
        throw trouble(
          "a letter outside the scripts that are matched (Latin, Cyrillic, Greek)",
          at: word.lowerBound)
      }
      terms.append(TopicPattern.wordEnd)
      tokens += 1
    }
    guard tokens > 0 else {
      throw trouble("a term without a letter or digit", at: word.lowerBound)
    }
    if isAlternative, tokens > 1 {
      throw trouble("an alternative is more than one token", at: word.lowerBound)
    }
    if !isAlternative { count += tokens }
    if isStem { terms[terms.count - 1] = TopicPattern.stemEnd }
  }

  /// Appends the codes of the token that begins at a place, none where that is a boundary; returns
  /// the place behind it.
  private mutating func appendToken(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    let table = LetterTable.entries
    let entries = table.span
    let start = terms.count
    var flags: LetterTable.Entry = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let (entry, length) = LetterTable.entry(bytes, at: position, in: entries)
      // A boundary ends the token; a mark that is dropped, and what folds to more, is read slowly.
      guard entry != 0 else { break }
      flags |= entry
      guard entry & 0xFF != 0 else { break }
      terms.append(UInt8(truncatingIfNeeded: entry))
      position += length
    }
    let scripts = LetterTable.latin | LetterTable.cyrillic
    let plain = flags & ~(scripts | 0xFF) == 0 && flags & scripts != scripts
    if plain { return position }
    terms.removeLast(terms.count - start)
    let token = SlowToken(bytes, from: range.lowerBound)
    for letter in token.folded {
      terms.append(UInt8(truncatingIfNeeded: LetterTable.code(of: letter)))
    }
    return token.end
  }

  private func refuseOperators(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) throws(PatternTrouble) {
    for place in range {
      switch bytes[place] {
      case UInt8(ascii: "*"):
        throw trouble("a star stands at the end of a stem only", at: place)
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "/"),
        UInt8(ascii: ">"):
        let character = Character(Unicode.Scalar(bytes[place]))
        throw trouble("“\(character)” has no place here", at: place)
      default: break
      }
    }
  }

  /// Characters are counted only for a pattern that is refused.
  private func trouble(_ reason: String, at place: Int) -> PatternTrouble {
    let before = String(decoding: text.utf8.prefix(place), as: UTF8.self)
    return PatternTrouble(reason: reason, column: before.count + 1)
  }
}
