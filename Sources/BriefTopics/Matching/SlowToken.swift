/// One token read character by character: the way for tokens with look-alikes, ligatures, composed
/// marks, letters above U+07FF and hyphens at the end of a line. All others are read by
/// ``TokenScanner`` without leaving its loop.
struct SlowToken {
  var folded: [Unicode.Scalar] = []
  /// Just past the token.
  var end: Int

  init(_ bytes: Span<UInt8>, from start: Int) {
    end = start
    var position = start
    while position < bytes.count {
      let (scalar, length) = Self.scalar(bytes, at: position)
      guard take(scalar, next: Self.isLetter(bytes, at: position + length)) else { break }
      position += length
      end = position
    }
    folded = LookAlikes.unify(folded)
  }

  /// `false` at the boundary that ends the token.
  private mutating func take(_ scalar: Unicode.Scalar, next isFollowedByLetter: Bool) -> Bool {
    if scalar.value >= LetterTable.count {
      switch WideLetters.meaning(of: scalar) {
      case .boundary: return false
      case .dropped: return true
      case .apostrophe: return isFollowedByLetter && !folded.isEmpty
      case .letters(let letters):
        folded += letters
        return true
      }
    }
    if let letter = LetterTable.single[Int(scalar.value)] {
      folded.append(letter)
      return true
    }
    if LetterTable.isApostrophe(scalar) { return isFollowedByLetter && !folded.isEmpty }
    if LetterTable.isCombining(scalar) {
      compose(scalar)
      return true
    }
    if scalar.value == 0xAD { return true }
    guard LetterTable.isWord(scalar) else { return false }
    folded += LetterTable.fold(scalar)
    return true
  }

  private mutating func compose(_ mark: Unicode.Scalar) {
    switch (folded.last, mark.value) {
    case ("и", 0x306): folded[folded.count - 1] = "й"
    case ("і", 0x308): folded[folded.count - 1] = "ї"
    default: break
    }
  }

  static func isLetter(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    guard position < bytes.count else { return false }
    let (scalar, _) = scalar(bytes, at: position)
    guard scalar.value >= LetterTable.count else {
      return LetterTable.entries[Int(scalar.value)] & 0xFF != 0
    }
    if case .letters = WideLetters.meaning(of: scalar) { return true }
    return false
  }

  /// The scalar at `position` and its length in bytes; U+FFFD and 1 for what is no UTF-8.
  static func scalar(_ bytes: Span<UInt8>, at position: Int) -> (Unicode.Scalar, Int) {
    let first = bytes[position]
    guard first >= 0x80 else { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, position + length <= bytes.count else {
      return ("\u{FFFD}", 1)
    }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for index in 1..<length {
      let byte = bytes[position + index]
      guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
