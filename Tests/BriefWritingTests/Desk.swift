import BriefModel
import BriefStore
import BriefWriting
import Foundation
import Testing

/// A store in a folder of its own, and polls to record in it.
final class Desk {
  let location: StoreLocation
  var context = RecordingContext(
    rules: [AlertRule(name: "everything", channels: [ChannelID("desk")])],
    body: { alert, _, key in AlertBody(type: "change", text: "{\"key\":\"\(key)\"}") })
  private(set) var now = Timestamp(seconds: 1_700_000_000)

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "brief-\(UUID().uuidString)")
    location = StoreLocation(folder: folder.path)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: location.folder)
  }

  func open() throws -> StoreWriter {
    try StoreWriter(
      location, holder: "test", newID: StoreID(rawValue: "00000000-0000-4000-8000-000000000001"),
      now: now)
  }

  func turnBack(by seconds: Int64) { now = now.advanced(by: -seconds) }

  /// Records a poll of source "s" an hour after the last one.
  func poll(
    _ writer: StoreWriter, _ entries: [Entry], source: String = "s", isWhole: Bool = true,
    validators: Validators = Validators()
  ) async throws -> RecordedPoll {
    let snapshot = IdentifiedSnapshot(
      entries: entries.map { entry in
        IdentifiedEntry(
          entry: entry, canonicalLink: entry.link,
          publication: Fingerprint.publication(source: SourceID(source), identity: entry.identity),
          versionID: Fingerprint.version(entry.content))
      }, isWhole: isWhole)
    return try await record(writer, .snapshot(snapshot), source: source, validators: validators)
  }

  func record(
    _ writer: StoreWriter, _ observation: Observation, source: String = "s",
    validators: Validators = Validators()
  ) async throws -> RecordedPoll {
    now = now.advanced(by: 3600)
    let poll = PollRecord(
      source: SourceID(source), time: now, observation: observation,
      rawDigest: Fingerprint.sha256(Array("\(observation)".utf8)),
      facts: HTTPFacts(status: 200, validators: validators), outcome: "document",
      nextPoll: now.advanced(by: 3600))
    let recorded = try await writer.record([poll], context: context)
    return try #require(recorded.first)
  }
}

func brief(_ name: String, _ text: String, day: Int = 1) -> Entry {
  Entry(
    identity: Identity(kind: .entryID, value: name), link: "https://example.org/\(name)",
    content: Content(
      title: "Brief \(name)", authors: ["A. Author"],
      published: CalendarDate(year: 2024, month: 1, day: day)?.midnight, body: Body(text: text)))
}
