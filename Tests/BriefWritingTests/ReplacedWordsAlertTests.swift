import BriefModel
import BriefStore
import BriefWriting
import GRDB
import Testing

/// Who follows a topic, a word, an author or a language hears when it goes: taken out of a text, or
/// with the whole publication.
struct ReplacedWordsAlertTests {
  /// "gas" in a text is a topic, and `language` that of every text.
  private func desk(_ rule: AlertRule) throws -> Desk {
    let desk = try Desk()
    desk.context.rules = [rule]
    desk.context.body = { alert, _, _ in
      let kinds = alert.changes.map { "\($0.kind.rawValue) \($0.topics.map(\.rawValue))" }
      return AlertBody(type: "x", text: kinds.joined(separator: ","))
    }
    desk.context.tag = { entry in
      guard (entry.content.body?.text ?? "").contains("gas") else { return Tagging() }
      return Tagging(mentions: [
        Mention(
          topic: TopicID("gas"), pattern: "gas", field: .text, offset: 0, length: 3, passage: "gas")
      ])
    }
    return desk
  }

  private static func rule(
    topics: Set<TopicID> = [], languages: Set<String> = [], authors: Set<String> = [],
    words: [String] = []
  ) -> AlertRule {
    AlertRule(
      name: "r", channels: [ChannelID("desk")], topics: topics, languages: languages,
      authors: authors, words: words)
  }

  private static func entry(_ text: String, _ author: String, _ language: String) -> Entry {
    var entry = brief("a", text, day: 2)
    entry.content.authors = [author]
    entry.language = language
    return entry
  }

  private func alerts(_ writer: StoreWriter) async throws -> [String] {
    try await writer.write { db in
      try String.fetchAll(db, sql: "SELECT body FROM outbox_body ORDER BY n")
    }
  }

  private static let before = entry("On gas and Gazprom.", "Anna Nowak", "pl")
  private static let after = entry("On tax, and nothing else.", "Jan Kos", "en")

  static let rules: [AlertRule] = [
    rule(topics: [TopicID("gas")]), rule(languages: ["pl"]), rule(authors: ["Anna Nowak"]),
    rule(words: ["gazprom"]), rule(topics: [TopicID("gas")], words: ["gazprom"]),
  ]

  @Test(arguments: rules)
  func `what an edit takes out is told to the rule that asks for it`(rule: AlertRule) async throws {
    let desk = try desk(rule)
    let writer = try desk.open()
    let others = [brief("b", "Of oil."), brief("c", "Of tax.")]
    _ = try await desk.poll(writer, others)
    _ = try await desk.poll(writer, [Self.before] + others)
    _ = try await desk.poll(writer, [Self.after] + others)
    // A later edit has nothing of it before or after.
    var later = Self.after
    later.content.title = "Another"
    _ = try await desk.poll(writer, [later] + others)
    #expect(try await alerts(writer) == ["added [\"gas\"]", "revised [\"gas\"]"])
  }

  @Test(arguments: rules)
  func `a withdrawal and a return are told to the rule that the text meets`(
    rule: AlertRule
  ) async throws {
    let desk = try desk(rule)
    let writer = try desk.open()
    let others = [brief("b", "Of oil."), brief("c", "Of tax.")]
    let all = [others[0], Self.before, others[1]]
    _ = try await desk.poll(writer, others)
    _ = try await desk.poll(writer, all)
    for _ in 0..<4 { _ = try await desk.poll(writer, [others[0], others[1]]) }
    _ = try await desk.poll(writer, all)
    #expect(
      try await alerts(writer) == [
        "added [\"gas\"]", "withdrawn [\"gas\"]", "restored [\"gas\"]",
      ])
  }

  @Test func `what readers ask by topic has the edit that took it out, and not the next`()
    async throws
  {
    let desk = try desk(Self.rule())
    let writer = try desk.open()
    _ = try await desk.poll(writer, [Self.before])
    _ = try await desk.poll(writer, [Self.after])
    var later = Self.after
    later.content.title = "Another"
    _ = try await desk.poll(writer, [later])
    let (about, all) = try StoreReader(desk.location).read { store in
      (
        try store.changes(after: .none, ChangeFilter(topics: [TopicID("gas")])).map(\.version),
        try store.changes(after: .none).map(\.topics)
      )
    }
    #expect(about == [1, 2])
    #expect(all == [[TopicID("gas")], [TopicID("gas")], []])
  }
}
