import BriefAlerting
import BriefDaemon
import BriefModel
import BriefStore
import BriefWriting
import Foundation
import GRDB
import Synchronization
import Testing

/// A store in a folder of its own with alerts owed in it, and clocks that are turned by hand.
final class DeliveryScene: Sendable {
  let location: StoreLocation
  let clock = HandClock()
  let store = StoreID(rawValue: "00000000-0000-4000-8000-000000000001")

  init() {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "brief-\(UUID().uuidString)")
    location = StoreLocation(folder: folder.path)
  }

  deinit { try? FileManager.default.removeItem(atPath: location.folder) }

  func open() throws -> StoreWriter {
    try StoreWriter(location, holder: "test", newID: store, now: clock.moment.wall)
  }

  /// Records a poll that adds publications `names`, or revises those that are known.
  func poll(
    _ writer: StoreWriter, _ names: [String], channels: [String], text: String = "one",
    timing: AlertTiming? = nil
  ) async throws {
    let entries = names.map { name in
      let entry = Entry(
        identity: Identity(kind: .entryID, value: name),
        content: Content(title: name, body: Body(text: text)))
      return IdentifiedEntry(
        entry: entry, canonicalLink: nil,
        publication: Fingerprint.publication(source: SourceID("s"), identity: entry.identity),
        versionID: Fingerprint.version(entry.content))
    }
    var policy = AlertPolicy()
    (policy.floodMinimum, policy.arrivalMinimum) = (.max, .max)
    let record = PollRecord(
      source: SourceID("s"), time: clock.moment.wall,
      observation: .snapshot(IdentifiedSnapshot(entries: entries)),
      rawDigest: Fingerprint.sha256(Array("\(names)\(text)".utf8)), outcome: "document")
    let recorded = try await writer.record(
      [record],
      context: RecordingContext(
        rules: [
          AlertRule(name: "all", channels: channels.map { ChannelID($0) }, timing: timing)
        ],
        alertPolicy: policy, body: AlertRendering.body))
    #expect(recorded.first?.trouble == nil)
  }

  /// A first poll that owes one summary a channel, delivered to nobody, so that polls after it owe
  /// one alert a change.
  func begin(_ writer: StoreWriter) async throws {
    try await poll(writer, ["seed"], channels: [])
  }

  func dispatcher(
    _ writer: StoreWriter, _ channels: [any Channel], policy: DeliveryPolicy = DeliveryPolicy(),
    rules: [AlertRule] = [], own: AlertTiming? = nil
  ) -> OutboxDispatcher {
    OutboxDispatcher(
      writer: writer, channels: channels, policy: policy,
      times: { SendingTimes(of: $0, rules: rules, own: own) }, clock: clock, chance: { 0 })
  }

  /// `channel state attempts`, in the order in which they were owed.
  func rows(_ writer: StoreWriter) async throws -> [String] {
    try await writer.read { snapshot in
      try Row.fetchAll(snapshot.db, sql: "SELECT channel, state, attempts FROM outbox ORDER BY n")
        .map {
          "\($0["channel"] as String) \($0["state"] as String) \($0["attempts"] as Int)"
        }
    }
  }

  /// Pending and parked, as counted beside the rows and from the rows themselves.
  func counts(_ writer: StoreWriter) async throws -> [Int] {
    try await writer.read { snapshot in
      let sql = """
        SELECT pending, parked, (SELECT count(*) FROM outbox WHERE state IN ('pending', 'sending')),
          (SELECT count(*) FROM outbox WHERE state = 'parked') FROM outbox_count
        """
      let row = try #require(try Row.fetchOne(snapshot.db, sql: sql))
      return (0..<4).map { row[$0] }
    }
  }
}

/// Clocks that stand still until they are turned.
final class HandClock: DaemonClock {
  private let now = Mutex(Moment(wall: Timestamp(seconds: 1_700_000_000), uptime: 1_000_000))

  var moment: Moment { now.withLock { $0 } }

  /// Time passes on both clocks.
  func pass(seconds: Int64) {
    now.withLock { now in
      now.wall = now.wall.advanced(by: seconds)
      now.uptime += seconds * 1000
    }
  }

  /// Somebody sets the wall clock.
  func set(by seconds: Int64) { now.withLock { $0.wall = $0.wall.advanced(by: seconds) } }
}

/// A channel whose answers a test decides.
final class ScriptedChannel: Channel {
  let id: ChannelID
  private let keys = Mutex([String]())
  private let answer: @Sendable (OutgoingAlert, Int) async -> DeliveryResult

  init(
    _ id: String,
    _ answer: @escaping @Sendable (OutgoingAlert, Int) async -> DeliveryResult = { _, _ in
      .delivered()
    }
  ) {
    self.id = ChannelID(id)
    self.answer = answer
  }

  /// The keys of all attempts, in their order.
  var attempts: [String] { keys.withLock { $0 } }

  func deliver(_ alert: OutgoingAlert) async -> DeliveryResult {
    let number = keys.withLock { keys in
      keys.append(alert.key)
      return keys.count - 1
    }
    return await answer(alert, number)
  }
}
