/// A token of the text that the lexicon knows.
struct FoundToken: Equatable, Sendable {
  /// Number among all tokens of the text, known or not.
  var index: Int32
  /// Symbol set in the lexicon.
  var set: Int32
  /// UTF-8 bytes of the original.
  var start: Int32
  var end: Int32
}

/// Cuts a text into tokens and looks each of them up, in one pass over its bytes.
struct TokenScanner: Sendable {
  let trie: WordTrie
  private let entries = LetterTable.entries

  init(_ trie: WordTrie) { self.trie = trie }

  init(_ lexicon: Lexicon) { self.init(lexicon.trie) }

  /// Appends the tokens that the lexicon knows, in order; returns the number of the token after the
  /// last.
  ///
  /// - Parameters:
  ///   - limit: the token with this number is not read any more.
  ///   - joinsLines: a word that is broken at the end of a line is one token where that is known.
  func scan(
    _ bytes: Span<UInt8>, firstIndex: Int32 = 0, limit: Int32 = .max, joinsLines: Bool = true,
    into found: inout [FoundToken]
  ) -> Int32 {
    var isPlain = true
    return forEachToken(
      bytes, firstIndex: firstIndex, limit: limit, joinsLines: joinsLines, isPlain: &isPlain
    ) { found.append($0) }
  }

  /// Gives each token that the lexicon knows, in order; returns the number of the token after the
  /// last.
  ///
  /// - Parameter isPlain: set to false where a token may be more than the word that stands there: broken at
  ///   the end of a line, or with its head in another word.
  @inline(__always)
  func forEachToken(
    _ bytes: Span<UInt8>, firstIndex: Int32, limit: Int32 = .max, joinsLines: Bool = true,
    isPlain: inout Bool, _ take: (FoundToken) -> Void
  ) -> Int32 {
    let (entries, states) = (entries.span, trie.states.span)
    let count = bytes.count
    var index = firstIndex
    var position = 0
    while position < count, index < limit {
      let start = position
      var state = 0
      var isAlive = true
      var flags: LetterTable.Entry = 0
      // One token; `position` ends just past it, at a boundary.
      while position < count {
        let (entry, length) = LetterTable.entry(bytes, at: position, in: entries)
        if entry & 0xFF == 0 {
          if flags == 0 || entry == 0 { break }
          if entry == LetterTable.apostrophe {
            guard SlowToken.isLetter(bytes, at: position &+ length) else { break }
          }
          flags |= entry
          position &+= length
          continue
        }
        flags |= entry
        position &+= length
        let code = Int(entry & 0xFF)
        if states[state].mayLead(by: code) {
          let next = Int(states[state].base) &+ code
          if states[next].check == state {
            state = next
            continue
          }
        }
        // No word begins like this one: only its end is looked for.
        isAlive = false
        position = endOfToken(bytes, from: position, entries, &flags)
        break
      }
      guard flags & 0xFF != 0 else {
        position &+= boundaryLength(bytes, at: position)
        continue
      }
      var set = isAlive ? trie.ends[state].whole : trie.ends[state].stuck
      let mayBeBroken =
        joinsLines && position < count
        && (bytes[position] == UInt8(ascii: "-") || bytes[position] == 0xE2)
      if isUnusual(flags) || (mayBeBroken && isBrokenLine(bytes, at: position)) {
        set = slowly(
          bytes, from: start, end: &position, fast: set, isUnusual(flags), joinsLines: joinsLines,
          &isPlain)
      }
      if mayBeBroken, let last = SuspendedCompound.lastWord(bytes, behind: position) {
        isPlain = false
        let first = SlowToken(bytes, from: start).folded
        set = SuspendedCompound.set(of: first, last, in: trie) ?? set
      }
      if set != 0 {
        take(
          FoundToken(
            index: index, set: set, start: Int32(truncatingIfNeeded: start),
            end: Int32(truncatingIfNeeded: position)))
      }
      index &+= 1
    }
    return index
  }

  /// Where the token ends that a place lies in, behind a letter of it.
  @inline(__always)
  private func endOfToken(
    _ bytes: Span<UInt8>, from start: Int, _ entries: Span<LetterTable.Entry>,
    _ flags: inout LetterTable.Entry
  ) -> Int {
    var position = start
    while position < bytes.count {
      let (entry, length) = LetterTable.entry(bytes, at: position, in: entries)
      if entry & 0xFF == 0 {
        if entry == 0 { break }
        if entry == LetterTable.apostrophe,
          !SlowToken.isLetter(bytes, at: position &+ length)
        {
          break
        }
      }
      flags |= entry
      position &+= length
    }
    return position
  }

  private func isUnusual(_ flags: LetterTable.Entry) -> Bool {
    let both = LetterTable.latin | LetterTable.cyrillic
    return flags & LetterTable.slow != 0 || flags & both == both
  }

  private func boundaryLength(_ bytes: Span<UInt8>, at position: Int) -> Int {
    guard position < bytes.count, bytes[position] >= 0x80 else { return 1 }
    return SlowToken.scalar(bytes, at: position).1
  }

  /// A hyphen between letters with the end of the line behind it.
  private func isBrokenLine(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    lineBreak(bytes, at: position) != nil
  }

  /// Where the word goes on after the hyphen and the line break.
  private func lineBreak(_ bytes: Span<UInt8>, at position: Int) -> Int? {
    guard position &+ 2 < bytes.count else { return nil }
    var next = position
    if bytes[next] == UInt8(ascii: "-") {
      next += 1
    } else if bytes[next] == 0xE2, bytes[next + 1] == 0x80, bytes[next + 2] == 0x90 {
      next += 3
    } else {
      return nil
    }
    if next < bytes.count, bytes[next] == UInt8(ascii: "\r") { next += 1 }
    guard next < bytes.count, bytes[next] == UInt8(ascii: "\n"),
      SlowToken.isLetter(bytes, at: next + 1)
    else { return nil }
    return next + 1
  }

  /// The set of a token that needs more than the loop. A word broken at the end of a line is joined
  /// when the joined word is known further than its first half; `Belarus-⏎Russia` stays two tokens.
  private func slowly(
    _ bytes: Span<UInt8>, from start: Int, end position: inout Int, fast: Int32, _ unusual: Bool,
    joinsLines: Bool, _ isPlain: inout Bool
  ) -> Int32 {
    let token = SlowToken(bytes, from: start)
    var result = fast
    if unusual { result = trie.set(of: token.folded).set }
    if joinsLines, let next = lineBreak(bytes, at: token.end) {
      isPlain = false
      let rest = SlowToken(bytes, from: next)
      let joined = trie.ownSet(of: LookAlikes.unify(token.folded + rest.folded))
      if joined.set != 0, joined.depth > token.folded.count {
        position = rest.end
        return joined.set
      }
    }
    position = max(position, token.end)
    return result
  }
}
