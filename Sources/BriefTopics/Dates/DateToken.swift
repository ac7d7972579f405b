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
      if let plain = PlainWord(bytes, from: start) {
        text = plain.folded
        set = lexicon.set(of: text.unicodeScalars).set
        end = plain.end
        return
      }
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

/// A word of one script, of letters that fold to one each of one or two bytes.
private struct PlainWord {
  /// Longer words go the slow way.
  private static let room = 64

  var folded: String
  var end: Int

  /// `nil` where a mark, an apostrophe, a hyphen or another script is in or behind it.
  init?(_ bytes: Span<UInt8>, from start: Int) {
    let (table, singles) = (LetterTable.entries, LetterTable.single)
    let (entries, single) = (table.span, singles.span)
    var position = start
    var flags: LetterTable.Entry = 0
    var isPlain = true
    folded = String(unsafeUninitializedCapacity: Self.room) { room in
      var used = 0
      while position < bytes.count {
        let byte = bytes[position]
        var value = Int(byte)
        if byte >= 0x80 {
          guard byte >= 0xC2, byte < 0xE0, position + 1 < bytes.count,
            bytes[position + 1] & 0xC0 == 0x80
          else {
            isPlain = false
            break
          }
          value = Int(byte & 0x1F) << 6 | Int(bytes[position + 1] & 0x3F)
        }
        let entry = entries[value]
        if entry == 0 { break }
        guard entry & 0xFF != 0, entry & LetterTable.slow == 0, used + 2 <= Self.room,
          let letter = single[value]?.value, letter < 0x800
        else {
          isPlain = false
          break
        }
        flags |= entry
        position += byte < 0x80 ? 1 : 2
        if letter < 0x80 {
          room[used] = UInt8(truncatingIfNeeded: letter)
          used += 1
        } else {
          room[used] = UInt8(truncatingIfNeeded: 0xC0 | letter >> 6)
          room[used + 1] = UInt8(truncatingIfNeeded: 0x80 | letter & 0x3F)
          used += 2
        }
      }
      return used
    }
    let both = LetterTable.latin | LetterTable.cyrillic
    guard isPlain, position > start, flags & both != both else { return nil }
    end = position
  }
}
