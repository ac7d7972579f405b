import Testing

@testable import BriefTopics

struct WordTrieTests {
  private static func lexicon(_ words: String) -> Lexicon {
    Lexicon(words.split(separator: " ").map { Lexicon.Atom($0) })
  }

  @Test(arguments: [
    ("gas", [0, 1]), ("gasoline", [1]), ("ga", []), ("oil", [2, 3]), ("oils", []), ("", []),
    ("газ", [4]), ("газы", [4]), ("gaz", []),
  ])
  func `a token has the words that equal it and the stems that it begins with`(
    token: String, atoms: [Int32]
  ) {
    let lexicon = Self.lexicon("gas gas* oil oil газ*")
    #expect(lexicon.sets[Int(lexicon.set(of: token.unicodeScalars).set)].sorted() == atoms)
    #expect(lexicon.sets[Int(lexicon.trie.set(ofUTF8: token.utf8.span))].sorted() == atoms)
  }

  @Test(arguments: [
    ("gas", [0, 1]), ("megas", [1]), ("as", []), ("быстрый", [2]), ("ый", [2]), ("й", []),
    ("中ый", [2]), ("ый中", []), ("", []),
  ])
  func `a word read backwards has the endings that it ends with`(word: String, atoms: [Int32]) {
    let endings = Self.lexicon("sag sag* йы*")
    #expect(endings.sets[Int(endings.trie.set(ofBackwards: word.utf8.span))].sorted() == atoms)
  }

  @Test func `every word of the shipped catalogue is found by its own letters`() throws {
    let matcher = TopicMatcher(try TopicCatalogue.shipped())
    let words = matcher.words
    #expect(words.count > 10_000)
    let lost = words.filter { matcher.program.trie.set(of: $0.unicodeScalars).set == 0 }
    #expect(lost == [])
  }

  @Test func `lists of sets rise, repeat nothing, and hold those of the set they grew from`() {
    let sets = [(0, 0), (1, 1), (1, 2), (3, 0)].map {
      TrieBuilder.GrownSet(from: $0.0, atom: $0.1)
    }
    let brought: [[Int32]] = [[5, 3], [4, 3], [9, 1, 1]]
    let lists = NumberLists(growing: sets) { atom, add in brought[Int(atom)].forEach(add) }
    let all = (Int32(0)...4).map { list in lists[list].map { lists.values[$0] } }
    #expect(all == [[], [3, 5], [3, 4, 5], [1, 3, 5, 9], [1, 3, 5, 9]])
    let odd = lists.filtered { $0 > 3 }
    #expect(
      (Int32(0)...4).map { list in odd[list].map { odd.values[$0] } }
        == [[], [5], [4, 5], [5, 9], [5, 9]])
  }
}
