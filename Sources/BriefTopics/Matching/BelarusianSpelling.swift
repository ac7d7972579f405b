/// How a Belarusian text is spelt that does not follow the spelling that the catalogue is written in.
enum BelarusianSpelling {
  /// In Latin letters.
  case lacinka
  /// As before the reform of 1933, which many outlets in exile keep.
  case classic

  init?(of text: Span<UInt8>) {
    if Lacinka.isWritten(in: text) {
      self = .lacinka
    } else if ClassicSpelling.isWritten(in: text) {
      self = .classic
    } else {
      return nil
    }
  }
}

extension TokenScanner {
  /// Like ``scan(_:firstIndex:limit:joinsLines:into:)`` for a text in another spelling of Belarusian; a
  /// word that the catalogue has as the text spells it is found by that.
  func scan(
    _ bytes: Span<UInt8>, spelled spelling: BelarusianSpelling, firstIndex: Int32 = 0,
    into found: inout [FoundToken]
  ) -> Int32 {
    var index = firstIndex
    var position = 0
    while position < bytes.count {
      guard SlowToken.isLetter(bytes, at: position) else {
        position += SlowToken.scalar(bytes, at: position).1
        continue
      }
      let token = SlowToken(bytes, from: position)
      let end = max(token.end, position + 1)
      let set: Int32
      switch spelling {
      case .lacinka:
        let older = Lacinka.cyrillic(letters(bytes, position..<end))
        set = deepest(of: [older, Lacinka.newer(older), token.folded])
      case .classic:
        let newer = ClassicSpelling.newer(token.folded)
        set = richest(of: [newer, Lacinka.newer(newer), token.folded])
      }
      if set != 0 {
        found.append(
          FoundToken(
            index: index, set: set, start: Int32(truncatingIfNeeded: position),
            end: Int32(truncatingIfNeeded: end)))
      }
      index &+= 1
      position = end
    }
    return index
  }

  /// The set of the spelling that is known furthest. A stem may stop short of where they part.
  private func deepest(of spellings: [[Unicode.Scalar]]) -> Int32 {
    let known = spellings.map { trie.ownSet(of: $0) }.filter { $0.set != 0 }
    let deepest = known.map(\.depth).max()
    return known.first { $0.depth == deepest }?.set ?? 0
  }

  /// The set of the spelling that most words and stems know: `расе` is a stem, and `расея` is in none.
  private func richest(of spellings: [[Unicode.Scalar]]) -> Int32 {
    let known = spellings.map { trie.ownSet(of: $0).set }.filter { $0 != 0 }
    let most = known.map { trie.ownCount($0) }.max()
    return known.first { trie.ownCount($0) == most } ?? 0
  }

  private func letters(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [Unicode.Scalar] {
    var letters: [Unicode.Scalar] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, length) = SlowToken.scalar(bytes, at: position)
      if !LetterTable.isApostrophe(scalar), !LetterTable.isCombining(scalar), scalar.value != 0xAD {
        letters += scalar.properties.lowercaseMapping.unicodeScalars
      }
      position += length
    }
    return letters
  }
}
