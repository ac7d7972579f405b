import BriefModel
import Testing

struct WordTableTests {
  private let words = ["the", "газ", "t", "of", "the", "an unusually long word of many letters"]

  @Test func `a word is found by its bytes, one that comes twice by its first place`() {
    let table = WordTable(words)
    #expect(words.map { table.number(of: $0) } == [0, 1, 2, 3, 0, 5])
  }

  @Test(arguments: ["", "th", "them", "га", "Газ", "unusually"])
  func `what only begins like a word is none`(_ text: String) {
    #expect(WordTable(words).number(of: text) == nil)
  }

  @Test func `a word is found inside a text`() {
    let text = Array("oil of газ".utf8)
    let table = WordTable(words)
    #expect(table.number(of: text.span, 4..<6) == 3)
    #expect(table.number(of: text.span, 7..<13) == 1)
    #expect(table.number(of: text.span, 7..<11) == nil)
  }

  @Test func `every one of many words is found, and nothing in a table without words`() {
    let many = (0..<5_000).map { "word\($0)" }
    let table = WordTable(many)
    #expect(many.indices.allSatisfy { table.number(of: many[$0]) == $0 })
    #expect(WordTable([]).number(of: "the") == nil)
  }
}
