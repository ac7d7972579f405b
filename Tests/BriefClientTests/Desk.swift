import BriefClient
import BriefModel
import BriefStore
import BriefWriting
import Foundation
import GRDB

/// A store in a folder of its own, polls to record in it, and the archive that reads it.
final class Desk {
  let location: StoreLocation
  private(set) var now = Timestamp(seconds: 1_700_000_000)
  private var writer: StoreWriter?

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "brief-client-\(UUID().uuidString)")
    location = StoreLocation(folder: folder.path)
    writer = try open()
  }

  deinit { try? FileManager.default.removeItem(atPath: location.folder) }

  private func open() throws -> StoreWriter {
    try StoreWriter(
      location, holder: "test 1", newID: StoreID(rawValue: UUID().uuidString.lowercased()),
      now: now)
  }

  /// Lets go of the lock, as a daemon does that ends.
  func closeWriter() { writer = nil }

  /// Throws the store away and makes it anew, under another identity.
  func rebuild() throws {
    writer = nil
    try FileManager.default.removeItem(atPath: location.folder)
    writer = try open()
  }

  func archive() throws -> Archive { try Archive(at: location.folder) }

  func configure(_ sources: String...) async throws {
    try await writer?.configure(
      sources.map { Source(id: SourceID($0), url: "https://example.org/\($0)") })
  }

  /// The context that every poll is recorded with.
  var context = RecordingContext(
    catalogue: 1, tag: { Tagging.example($0) },
    body: { _, _, _ in AlertBody(type: "change", text: "{}") })

  /// The writer while it is open.
  func openWriter() throws -> StoreWriter {
    if let writer { return writer }
    let writer = try open()
    self.writer = writer
    return writer
  }

  /// Changes rows behind the store's back.
  func change(_ sql: String) async throws {
    try await writer?.write { try $0.execute(sql: "PRAGMA defer_foreign_keys = 1; \(sql)") }
  }

  /// A number that the store's rows give.
  func count(_ sql: String) async throws -> Int? {
    try await writer?.read { try Int.fetchOne($0.db, sql: sql) }
  }

  /// The database file with all that was recorded in it.
  func settledBytes() async throws -> [UInt8] {
    try await writer?.checkpoint()
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: location.database)))
  }

  /// Records a poll an hour after the last one.
  func poll(_ entries: [Entry], source: String = "s") async throws {
    let snapshot = IdentifiedSnapshot(
      entries: entries.map { entry in
        IdentifiedEntry(
          entry: entry, canonicalLink: entry.link,
          publication: Fingerprint.publication(source: SourceID(source), identity: entry.identity),
          versionID: Fingerprint.version(entry.content))
      })
    try await record(.snapshot(snapshot), source: source)
  }

  func fail(source: String, _ sentence: String) async throws {
    try await record(.trouble(PollTrouble(code: "http-404", sentence: sentence)), source: source)
  }

  private func record(_ observation: Observation, source: String) async throws {
    now = now.advanced(by: 3600)
    let poll = PollRecord(
      source: SourceID(source), time: now, observation: observation,
      rawDigest: Fingerprint.sha256(Array("\(now)".utf8)), facts: HTTPFacts(status: 200),
      outcome: "document", nextPoll: now.advanced(by: 3600))
    let recorded = try await writer?.record([poll], context: context)
    if let trouble = recorded?.first?.trouble { throw trouble }
  }
}

extension Tagging {
  /// One topic where the text speaks of gas.
  static func example(_ entry: Entry) -> Tagging {
    let text = entry.content.body?.text ?? ""
    guard text.contains("gas") else { return Tagging() }
    return Tagging(mentions: [
      Mention(
        topic: TopicID("gas"), pattern: "gas", field: .text, offset: 0, length: 3, passage: text)
    ])
  }
}

func brief(_ name: String, _ text: String, title: String? = nil, day: Int = 1) -> Entry {
  Entry(
    identity: Identity(kind: .entryID, value: name), link: "https://example.org/\(name)",
    content: Content(
      title: title ?? "Brief \(name)", authors: ["A. Author"],
      published: CalendarDate(year: 2024, month: 1, day: day)?.midnight, body: Body(text: text)),
    language: "en")
}

func id(_ name: String, source: String = "s") -> PublicationID {
  Fingerprint.publication(
    source: SourceID(source), identity: Identity(kind: .entryID, value: name))
}
