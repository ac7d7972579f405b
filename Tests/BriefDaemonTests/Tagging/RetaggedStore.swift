import BriefModel
import BriefStore
import BriefWriting
import Foundation
import GRDB

extension RetaggingTests {
  /// A store in a folder of its own.
  final class Store {
    private let writer: StoreWriter
    private let folder: String
    private var now = Timestamp(seconds: 1_700_000_000)
    private var context = RecordingContext(body: { _, _, _ in AlertBody(type: "", text: "") })

    init() throws {
      folder =
        FileManager.default.temporaryDirectory.appending(path: "retagged-\(UUID().uuidString)")
        .path()
      writer = try StoreWriter(
        StoreLocation(folder: folder), holder: "test",
        newID: StoreID(rawValue: "00000000-0000-4000-8000-000000000001"), now: now)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func begin(_ context: RecordingContext) async throws {
      self.context = context
      try await writer.begin(context)
    }

    func upgrade() async throws -> UpgradeReport { try await writer.upgrade(context) }

    /// Ends within the first upgrade, and goes on with a second.
    func upgradeCutShort() async throws -> UpgradeReport {
      let (writer, context) = (writer, context)
      let task = Task {
        try await writer.upgrade(context) { _, count in
          if count >= 20 { withUnsafeCurrentTask { $0?.cancel() } }
        }
      }
      _ = try? await task.value
      return try await writer.upgrade(context)
    }

    func poll(_ entries: [Entry]) async throws {
      now = now.advanced(by: 3 * 86_400)
      let snapshot = IdentifiedSnapshot(
        entries: entries.map { entry in
          IdentifiedEntry(
            entry: entry, canonicalLink: entry.link,
            publication: Fingerprint.publication(
              source: SourceID("s"), identity: entry.identity),
            versionID: Fingerprint.version(entry.content))
        })
      let poll = PollRecord(
        source: SourceID("s"), time: now, observation: .snapshot(snapshot),
        rawDigest: Fingerprint.sha256(Array("\(now)".utf8)), facts: HTTPFacts(status: 200),
        outcome: "document", nextPoll: now)
      let recorded = try await writer.record([poll], context: context)
      if let trouble = recorded.first?.trouble { throw trouble }
    }

    /// Every derived row, by table, without the number of the catalogue that found it.
    func rows() async throws -> [String: [String]] {
      let tables = [
        "mention": "publication, version, topic", "passage": "*",
        "claim": """
        publication, version, ordinal, source, revision, topic, kind, due, said, bearing, words, claim
        """,
        "figure": "publication, version, ordinal, revision, topic, said, figure",
        "claim_move":
          "publication, version, ordinal, revision, topic, kind, from_due, to_due, way, said, claim",
        "topic_source": "topic, source, publications, latest",
        "derivation": "kind, number, through",
        "tagging_catalogue": "number",
      ]
      return try await writer.read { snapshot in
        try tables
          .reduce(into: [:]) { rows, table in
            let columns = table.value == "*" ? 2 : table.value.split(separator: ",").count
            let order = ["1", "1, 2", "1, 2, 3"][min(columns, 3) - 1]
            rows[table.key] = try Row.fetchAll(
              snapshot.db, sql: "SELECT \(table.value) FROM \(table.key) ORDER BY \(order)"
            ).map(\.description)
          }
      }
    }
  }

  /// Texts of the catalogue's words, with dates, numbers, and now and then a word that is broken at the end
  /// of its line.
  enum RandomText {
    private static let dates = [
      "by 1 May 2024", "on 3 June", "until the end of the year", "from 1 July 2025", "$ 5 bn",
      "12 million tonnes", "в мае 2024 года", "10 %",
    ]
    private static let others = [
      "the", "of", "and", "will", "was", "signed", "enter", "into", "force", "в", "и", "на",
      "postponed", "market",
    ]

    static func entry(_ name: Int, _ dice: inout Dice) -> Entry {
      let sentences = (0...dice.below(dice.below(16) == 0 ? 28 : 3)).map { _ in
        sentence(&dice)
      }
      return Entry(
        identity: Identity(kind: .entryID, value: "p\(name)"), link: "https://example.org/p\(name)",
        content: Content(
          title: sentence(&dice), authors: [],
          published: CalendarDate(year: 2024, month: 1 + name % 9, day: 3)?.midnight,
          body: Body(text: sentences.joined(separator: " "))),
        language: dice.below(5) == 0 ? nil : dice.pick(["en", "ru"]))
    }

    private static func sentence(_ dice: inout Dice) -> String {
      let words = (0..<(3 + dice.below(14))).map { _ -> String in
        switch dice.below(12) {
        case 0...2: dice.pick(RandomCatalogue.words)
        case 3: dice.pick(dates)
        case 4 where dice.below(6) == 0: "mar-\nket"
        default: dice.pick(others)
        }
      }
      return words.joined(separator: " ").capitalized + "."
    }
  }
}
