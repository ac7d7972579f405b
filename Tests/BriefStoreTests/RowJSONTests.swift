import BriefModel
import BriefStore
import Testing

/// What is written without an encoder is what an encoder writes.
struct RowJSONTests {
  private static let texts = [
    "", "plain", "quoted \"so\" and \\ and /", "газ, žodis, 天, 😀",
    "line\nbreak\r\ttab\u{8}\u{C}\u{0}\u{1F}\u{7F}\u{2028}", "end\"", "\u{1}start",
  ]

  @Test(arguments: texts) func `mentions`(_ text: String) throws {
    let mention = Mention(
      topic: TopicID(text), pattern: text, field: .title, offset: -1, length: 12, passage: text)
    for list in [[], [mention], [mention, mention]] {
      try #expect(
        String(decoding: RowJSON.bytes(list), as: UTF8.self) == StoreJSON.text(list))
    }
  }

  @Test(arguments: texts) func `lists of texts`(_ text: String) throws {
    for list in [[], [text], [text, "", text]] {
      let json = String(decoding: RowJSON.bytes(list), as: UTF8.self)
      try #expect(json == StoreJSON.text(list))
      try #expect(StoreJSON.value([String].self, json, of: "a list") == list)
    }
  }

  @Test(arguments: [
    "", "[", "]", "[\"", "[\"a]", "[,\"a\"]", "[\"a\"\"b\"]", "[\"a\" \"b\"]", "[\"a\"x]", "[1]",
    "{}", "[\"\u{1}\"]",
  ])
  func `a damaged list is no list`(_ text: String) {
    #expect(throws: StoreTrouble.self) {
      try StoreJSON.value([String].self, text, of: "a list")
    }
  }

  @Test func `a list as another program writes it is read too`() throws {
    let text = "[ \"a\" , \"\\u0431\" ]"
    #expect(try StoreJSON.value([String].self, text, of: "a list") == ["a", "б"])
  }

  @Test(arguments: texts) func `differences, of words put in and taken out`(_ text: String) throws {
    for (before, after) in [(text, nil), (nil, text), (text, text)] {
      let difference = Difference(
        class: .negation, field: .title, before: before, after: after, offset: 7,
        contextBefore: text, contextAfter: text)
      for list in [[difference], [difference, difference]] {
        try #expect(String(decoding: RowJSON.bytes(list), as: UTF8.self) == StoreJSON.text(list))
      }
    }
  }

  @Test(arguments: texts) func `claims, with and without what may be missing`(_ text: String) throws
  {
    let day = CalendarDate(year: 2024, month: 5, day: 6)
    for claim in [
      DatedClaim(
        topic: nil, kind: .inForce, start: nil, end: nil, text: text, offset: 0, passage: ""),
      DatedClaim(
        topic: TopicID(text), kind: .deadline, start: day, end: day, text: text, offset: 7,
        field: .title, passage: text, isNegated: true, isHedged: true, isSuperseded: true,
        confidence: 0.2),
    ] {
      try #expect(
        String(decoding: RowJSON.bytes(claim), as: UTF8.self) == StoreJSON.text(claim))
    }
  }

  @Test(arguments: [0, 1, 0.1, 128.52, 1e-7, 1_500_000, 1e12, 1.5e15, 1e16, 1e22, 123_456_789.123])
  func `figures of any size`(_ value: Double) throws {
    for subject in [nil, "of \"programmes\""] {
      let figure = Figure(
        topic: TopicID("gas"), kind: .price, value: value, unit: "USD per 1000 m3",
        subject: subject, text: "128,52 долл.", offset: 3, passage: "a/b")
      try #expect(
        String(decoding: RowJSON.bytes(figure), as: UTF8.self) == StoreJSON.text(figure))
    }
  }
}
