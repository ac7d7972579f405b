import BriefModel
import Testing

/// Pieces of texts that are hard to cut and to align.
private let pieces = [
  "a", "A", "b", "Minsk", "may", "May", "not", "не", "1", "31", "2021", "10", "000", "12.5", "%",
  "$",
  "€", ".", "…", "!", ",", ":", "/", "-", "–", "'", "\"", "«", "(", ")", " ", " ", " ", " ", "\n",
  "\n\n",
  "\u{A0}", "\u{AD}", "\u{301}", "й", "S-400", "will", "в", "декабря", "Er", "der", "und", "isn't",
  "•",
]

@Suite struct DifferencePropertyTests {
  @Test(arguments: [1, 2] as [UInt64])
  func `whatever the texts, a script rebuilds them and a difference points at its words`(
    seed: UInt64
  ) {
    var random = SplitMix64(state: seed)
    for _ in 0..<1000 {
      let old = (0..<random.below(40)).map { _ in random.element(of: pieces) }
      var new = old
      for _ in 0..<random.below(6) {
        let place = random.below(new.count + 1)
        switch random.below(3) {
        case 0: new.insert(random.element(of: pieces), at: place)
        case 1 where place < new.count: new.remove(at: place)
        default: if place < new.count { new[place] = random.element(of: pieces) }
        }
      }
      check(old.joined(), new.joined())
    }
  }

  @Test func `texts of two words over and over are compared`() {
    var random = SplitMix64(state: 7)
    for separators in [[" "], ["-"], [". "], ["\n"], [" ", ". ", "\n\n"]] {
      let texts = (0..<2).map { _ in
        (0..<4000).map { _ in
          random.element(of: ["a", "B"]) + random.element(of: separators)
        }.joined()
      }
      check(texts[0], texts[1])
    }
  }

  private func check(_ old: String, _ new: String) {
    let (script, differences) = TextDiff.comparison(from: old, to: new, field: .text)
    let (oldBytes, newBytes) = (Array(old.utf8), Array(new.utf8))
    let keptOrRemoved = script.filter { $0.kind != .added }.flatMap { oldBytes[$0.old] }
    let keptOrAdded = script.filter { $0.kind != .removed }.flatMap { newBytes[$0.new] }
    guard keptOrRemoved == oldBytes, keptOrAdded == newBytes else {
      Issue.record("the script does not rebuild \(old.debugDescription) → \(new.debugDescription)")
      return
    }
    let isSame = ContentNormalisation.comparable(old).utf8.elementsEqual(
      ContentNormalisation.comparable(new).utf8)
    if isSame != differences.isEmpty {
      Issue.record("\(old.debugDescription) → \(new.debugDescription): \(differences)")
    }
    for difference in differences {
      let (words, text) =
        difference.after.map { ($0, newBytes) } ?? (difference.before ?? "", oldBytes)
      if !text[min(difference.offset, text.count)...].starts(with: words.utf8) {
        Issue.record("\(difference) is not in \(old.debugDescription) → \(new.debugDescription)")
      }
    }
  }
}
