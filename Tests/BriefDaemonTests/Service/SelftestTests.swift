import BriefConfiguration
import Foundation
import Testing

@testable import BriefDaemon

/// The self-test passes here, leaves nothing behind, and can fail.
struct SelftestTests {
  @Test func `this installation passes its own test and the scratch store is gone`() async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/selftest-\(UUID().uuidString)"
    let card = try await Selftest(folder: folder, topics: []).run()
    #expect(card.lines.filter { !$0.passed } == [])
    #expect(card.lines.count == 15)
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func `a card with one miss is not perfect and says what was seen`() throws {
    var card = ScoreCard()
    #expect(!card.isPerfect)
    card.note("one", [1, 2], is: [1, 2])
    #expect(card.isPerfect)
    card.note("two", 2, is: 3)
    #expect(!card.isPerfect)
    #expect(card.text == "= one\n! two\n      saw 2, not 3\n1 of 2")
    #expect(
      try card.json() == """
        {"checks":[{"name":"one","passed":true,"saw":null},\
        {"name":"two","passed":false,"saw":"2, not 3"}],\
        "passed":1,"schema":"brief-sync/selftest/1","tried":2}
        """)
  }

  @Test func `what is cut off is a gzip member that ends too soon`() {
    let answer = SelftestAnswer.cutGzip([("a", "Text.")], fields: [])
    let head = String(decoding: answer.prefix { $0 < 0x80 }, as: UTF8.self)
    #expect(head.contains("Content-Encoding: gzip"))
    #expect(answer.contains(0x8B))
  }
}
