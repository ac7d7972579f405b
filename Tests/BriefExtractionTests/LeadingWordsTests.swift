import Testing

@testable import BriefExtraction

@Suite struct LeadingWordsTests {
  @Test(arguments: [
    ("Gas AND oil", ["gas", "and", "oil"]), ("", []), (" - ", []), ("B2B, x3 mid4dle, y", ["y"]),
    ("Interconnection of Straßenbahn", ["interconnection", "of", "straßenbahn"]),
    ("ПОЛОЦК-Минск", ["полоцк", "минск"]), ("abcdefgh ijklmnop", ["abcdefgh", "ijklmnop"]),
    ("abcdefghI", ["abcdefghi"]), ("b[c]d`e{f@G", ["b", "c", "d", "e", "f", "g"]),
  ])
  func `words stand in lower case, and none that has a digit in it`(
    _ text: String, _ expected: [String]
  ) {
    #expect(words(text) == expected)
  }

  @Test func `letters that are longer in lower case find room`() {
    let text = String(repeating: "\u{130}", count: 40)
    #expect(words(text) == [String(repeating: "i\u{307}", count: 40)])
    #expect(LeadingWords(text).bytes.count == 120)
  }

  @Test func `every place and length of a word is read alike`() {
    let letters = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
    for start in 0..<10 {
      for length in 1...20 {
        let word = String(letters.dropFirst(start).prefix(length))
        let text = String(repeating: ".", count: start) + word.uppercased() + "! x"
        #expect(words(text) == [word, "x"])
      }
    }
  }

  private func words(_ text: String) -> [String] {
    let head = LeadingWords(text)
    return head.words.map { String(decoding: head.bytes[$0.range], as: UTF8.self) }
  }
}
