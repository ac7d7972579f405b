import Testing

@testable import BriefModel

/// The ways around a byte at a time must find what a byte at a time finds.
struct EightBytesTests {
  @Test func `each byte is told apart in each of eight places`() {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<8 {
        var bytes = [UInt8](repeating: 0x61, count: 8)
        bytes[place] = byte
        let eight = EightBytes(bytes.span.bytes, at: 0)
        func says(_ answers: UInt64) -> Bool { answers >> UInt64(8 * place + 7) & 1 != 0 }
        let scalar = Unicode.Scalar(byte)
        let isASCII = byte < 0x80
        #expect(says(eight.isSpace) == (byte == 0x20))
        #expect(says(eight.isAtLeast(0x61)) == (byte >= 0x61))
        #expect(says(eight.isAtLeast(0x20)) == (byte >= 0x20))
        #expect(says(eight.isLetter) == (isASCII && scalar.properties.isAlphabetic))
        #expect(says(eight.isEqual(to: 0xE2)) == (byte == 0xE2))
        let lowered = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        #expect(UInt8(truncatingIfNeeded: eight.lowered >> UInt64(8 * place)) == lowered)
        #expect(says(eight.isDigit) == (0x30...0x39 ~= byte))
      }
    }
  }

  @Test func `words that are taken whole are the words that are read letter by letter`() {
    let pieces = [
      "market", "28", "a", "Łukaszenka", "Пинск", "co\u{301}rdoba", "e5-mail", "integration",
      "12345678", "1234567", "abcdefgh9", "naïvely", ".", ",", "—", "\n", "\n\n", "  ", "\t", "%",
      "wordsthatarelongerthaneight", "soft\u{AD}hyphen", "B2B",
    ]
    var state: UInt64 = 7
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
        if state >> 40 & 3 != 0 { text += " " }
      }
      let bytes = Array(text.utf8)
      #expect(tokens(bytes, wholeWords: true) == tokens(bytes, wholeWords: false), "\(text)")
    }
  }

  private func tokens(_ bytes: [UInt8], wholeWords: Bool) -> [Token] {
    var tokens: [Token] = []
    var tokenizer = Tokenizer(bytes, 0..<bytes.count)
    while true {
      if wholeWords, let (token, short) = tokenizer.plainWord(bytes.span.bytes) {
        #expect((short != nil) == (token.range.count < 8))
        tokens.append(token)
      } else if let token = tokenizer.next() {
        tokens.append(token)
      } else {
        return tokens
      }
    }
  }
}
