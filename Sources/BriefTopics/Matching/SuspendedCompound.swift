/// A German compound whose head stands only in the last of a list: `Agrar-, Industrie- und
/// Wettbewerbspolitik` names three policies.
enum SuspendedCompound {
  /// Words between the hyphen and the one that has the head.
  private static let words = 8
  /// Letters of a head: `-recht`, `-markt`, `-amt` and no ending.
  private static let shortestHead = 3
  /// Letters before the head of the last word: `Öl-`.
  private static let shortestFirst = 2
  /// Letters of a word that can have a head. A longer one is no word.
  private static let longestWord = 60
  private static let conjunctions: Set<[Unicode.Scalar]> = Set(
    ["und", "oder", "sowie", "bzw", "wie"].map { Array($0.unicodeScalars) })

  /// The folded last word of the list behind a hyphen that ends a word; `nil` where no list goes on.
  static func lastWord(_ bytes: Span<UInt8>, behind hyphen: Int) -> [Unicode.Scalar]? {
    var position = hyphen
    var isJoined = false
    for _ in 0..<words {
      guard let start = nextWord(bytes, from: position) else { return nil }
      let token = SlowToken(bytes, from: start)
      position = token.end
      if conjunctions.contains(token.folded) {
        isJoined = true
      } else if position >= bytes.count || bytes[position] != UInt8(ascii: "-") {
        return isJoined && token.folded.count <= longestWord ? token.folded : nil
      }
    }
    return nil
  }

  /// Behind a hyphen, a comma and spaces.
  private static func nextWord(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    while position < bytes.count, position < start + 4 {
      if SlowToken.isLetter(bytes, at: position) { return position > start ? position : nil }
      switch bytes[position] {
      case UInt8(ascii: "-"), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: " "), 0x0A:
        position += 1
      default: return nil
      }
    }
    return nil
  }

  /// The set of the compound that is known furthest of those that the last word can complete.
  static func set(of first: [Unicode.Scalar], _ last: [Unicode.Scalar], in trie: WordTrie) -> Int32?
  {
    var best: (set: Int32, depth: Int) = (0, first.count + shortestHead - 1)
    for cut in last.indices.dropFirst(shortestFirst).dropLast(shortestHead - 1) {
      let found = trie.ownSet(of: first + last[cut...])
      if found.set != 0, found.depth > best.depth { best = found }
    }
    return best.set == 0 ? nil : best.set
  }
}
