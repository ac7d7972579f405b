import BriefCommands
import BriefTopics
import Testing

struct TopicsMatchTests {
  @Test func `a line is answered with topics and claims in the stated shape`() throws {
    let match = TopicsMatch(try SharedCatalogue.shipped)
    let line = """
      {"id":"a\\"1","lang":"en","published":"2021-11-08","title":null,"text":"Belarus and Russia \
      will establish a single gas market by 1 December 2023.","more":[1]}
      """
    #expect(
      try match.answer(Array(line.utf8), number: 1)
        == #"{"id":"a\"1","topics":["single-gas-market"],"claims":[{"start":null,"end":"2023-12-01","kind":"deadline","topic":"single-gas-market","text":"by 1 December 2023"}]}"#
    )
  }

  @Test func `an empty text has no topics and no claims`() throws {
    let match = TopicsMatch(try SharedCatalogue.shipped)
    #expect(
      try match.answer(Array(#"{"id":"x"}"#.utf8), number: 1)
        == #"{"id":"x","topics":[],"claims":[]}"#)
    #expect(try match.answer(Array("  ".utf8), number: 2) == nil)
  }

  @Test(arguments: ["{", "[]", #"{"text":"x"}"#, "\u{FEFF}nothing"])
  func `a line that is no such object is refused with its number`(line: String) throws {
    let match = TopicsMatch(try SharedCatalogue.shipped)
    #expect {
      try match.answer(Array(line.utf8), number: 7)
    } throws: {
      "\($0)".hasPrefix("line 7: ")
    }
  }
}
