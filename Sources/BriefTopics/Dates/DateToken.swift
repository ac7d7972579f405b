/// A word of a sentence, folded, with its symbol set.
struct DateToken {
  var text: String
  var set: Int32
  /// Just past the word; where it begins when no word begins there.
  var end: Int

  init(_ bytes: Span<UInt8>, from start: Int, in lexicon: Lexicon) {
    let table = LetterTable.entries
    let entries = table.span
    var next = start
    while next < bytes.count, bytes[next] < 0x80, entries[Int(bytes[next])] & 0xFF != 0 {
      next += 1
    }
    let isEnded =
      next == bytes.count || bytes[next] < 0x80 && entries[Int(bytes[next])] == 0
    guard next > start, isEnded else {
      let token = SlowToken(bytes, from: start)
      text = String(String.UnicodeScalarView(token.folded))
      set = lexicon.set(of: token.folded).set
      end = token.end
      return
    }
    // Letters a to z and digits alone: nothing is to be composed or told apart.
    let word = bytes.extracting(start..<next)
    text = String(unsafeUninitializedCapacity: word.count) { room in
      for place in 0..<word.count { room[place] = Self.lowered(word[place]) }
      return word.count
    }
    set = lexicon.set(ofASCII: word)
    end = next
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
