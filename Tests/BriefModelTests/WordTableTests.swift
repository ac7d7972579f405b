import Testing

@testable import BriefModel

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

  @Test func `words of every length are found at every place, to the last byte of a text`() {
    let words = (1...20).map { String("abcdefghijklmnopqrst".prefix($0)) }
    let table = WordTable(words)
    for (number, word) in words.enumerated() {
      for before in 0..<10 {
        for behind in 0..<10 {
          let text = Array(
            (String(repeating: "x", count: before) + word + String(repeating: "y", count: behind))
              .utf8)
          let range = before..<before + word.utf8.count
          #expect(table.number(of: text.span, range) == number)
          if before > 0 {
            #expect(table.number(of: text.span, before - 1..<range.upperBound) == nil)
          }
        }
      }
    }
  }

  @Test func `every one of many words is found, and nothing in a table without words`() {
    let many = (0..<5_000).map { "word\($0)" }
    let table = WordTable(many)
    #expect(many.indices.allSatisfy { table.number(of: many[$0]) == $0 })
    #expect(WordTable([]).number(of: "the") == nil)
  }

  @Test func `a table finds each of its words however far it grew, and no other`() {
    let words = (0..<5000).map { "слово\($0)" } + ["a", "", "ab"]
    var table = WordTable(capacity: 4)
    for (number, word) in words.enumerated() {
      let bytes = Array(word.utf8)
      #expect(table.insert(bytes.span, 0..<bytes.count) == number)
    }
    for (number, word) in words.enumerated() {
      let bytes = Array(word.utf8)
      #expect(table.number(of: word) == number)
      #expect(table.insert(bytes.span, 0..<bytes.count) == number)
      #expect(table.word(number) == bytes)
    }
    #expect(table.number(of: "слово5000") == nil)
  }

  @Test func `a word of several lists means what all of them say`() {
    var table = MeaningTable()
    table.insert("may мая\n  march", .ambiguousMonth)
    table.insert("may", .hedge)
    #expect(table["may"] == [.ambiguousMonth, .hedge])
    #expect(table["мая"] == .ambiguousMonth)
    #expect(table["april"] == [])
    #expect(table.words(of: .hedge) == [Array("may".utf8)])
  }
}
