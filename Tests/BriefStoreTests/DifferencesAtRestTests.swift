import BriefModel
import BriefStore
import Testing

struct DifferencesAtRestTests {
  private static let one = Difference(
    class: .date, field: .text, before: "1 December 2023", after: "1 December 2024", offset: 211,
    contextBefore: "The market opens on", contextAfter: "as was agreed in Minsk.")

  @Test(arguments: [
    "[]", "[ ]", "", "null", "[{\"after\":\"газ\"}]", String(repeating: "x", count: 100_000),
    String(decoding: RowJSON.bytes([one]), as: UTF8.self),
    String(decoding: RowJSON.bytes([one, one, one]), as: UTF8.self),
  ])
  func `every text comes back exactly`(_ text: String) throws {
    let folded = try DifferencesAtRest.fold(text)
    #expect(try DifferencesAtRest.unfold(folded, of: "a change") == text)
  }

  @Test func `a difference takes little more than its words`() throws {
    let text = String(decoding: RowJSON.bytes([Self.one]), as: UTF8.self)
    let words = [Self.one.before, Self.one.after, Self.one.contextBefore, Self.one.contextAfter]
    let length = words.compactMap(\.self).joined().utf8.count
    #expect(try DifferencesAtRest.fold(text).count < length + 40)
    #expect(try DifferencesAtRest.fold("[]").isEmpty)
  }

  @Test(arguments: [[0], [0x5b, 0x5d], Array(repeating: 0xff, count: 40)] as [[UInt8]])
  func `damage is told with the name of the record`(_ bytes: [UInt8]) throws {
    let trouble = try #require(throws: StoreTrouble.self) {
      try DifferencesAtRest.unfold(bytes, of: "change 7")
    }
    #expect("\(trouble)".contains("change 7"))
  }
}
