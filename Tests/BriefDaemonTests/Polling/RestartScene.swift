import BriefConfiguration
import BriefFetching
import BriefModel
import BriefStore
import BriefWriting
import Foundation
import Synchronization

@testable import BriefDaemon

/// A store on disk and publishers that a test scripts; every round is a new process's: the store is
/// opened, what is due is polled, the store is closed.
final class RestartScene: Sendable {
  let clock = HandClock()
  let location: StoreLocation
  let publishers = ScriptedPublishers()
  /// Of the service that runs.
  private let writer = Mutex(StoreWriter?.none)

  init() {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "brief-restart-\(UUID().uuidString)")
    location = StoreLocation(folder: folder.path)
  }

  deinit { try? FileManager.default.removeItem(atPath: location.folder) }

  /// Polls what is due, or those named, and tells the outcomes by source.
  @discardableResult
  func round(
    _ sources: [Source], keys: [SourceID: SourceKey] = [:], sync: [SourceID]? = nil
  ) async throws -> [String: String] {
    let writer = try opened()
    try await writer.configure(sources)
    var followed = FollowedSources(sources: sources, readings: [:])
    followed.keys = keys
    let lines = Mutex([String: String]())
    let poller = Poller(
      followed: followed, remembered: try await writer.rememberedRows(sources.count),
      hosts: try await writer.rememberedHosts(), fetcher: publishers, writer: writer,
      recorder: Recorder(
        writer: writer, context: RecordingContext(body: { _, _, _ in throw NoBody() })),
      policy: RequestPolicy(), scheduling: .atOnce, clock: clock
    ) { line in lines.withLock { $0[line.id.rawValue] = line.outcome } }
    let due = await poller.due(at: clock.moment)
    await poller.run(.once(sync.map { Set($0) } ?? due))
    return lines.withLock { $0 }
  }

  /// Runs a service of these sources while `body` does something to it.
  func serve(
    _ sources: [Source], fetcher: any Fetching,
    _ body: @Sendable (Poller, Lines) async throws -> Void
  ) async throws {
    let writer = try opened()
    self.writer.withLock { $0 = writer }
    defer { self.writer.withLock { $0 = nil } }
    try await writer.configure(sources)
    let lines = Lines()
    let poller = Poller(
      followed: FollowedSources(sources: sources, readings: [:]),
      remembered: try await writer.rememberedRows(sources.count), fetcher: fetcher, writer: writer,
      recorder: Recorder(
        writer: writer, context: RecordingContext(body: { _, _, _ in throw NoBody() })),
      policy: RequestPolicy(), scheduling: .atOnce, clock: SystemClock()
    ) { lines.append($0) }
    async let run: Void = poller.run(.service)
    do {
      try await body(poller, lines)
    } catch {
      poller.stop()
      throw error
    }
    poller.stop()
    await run
  }

  func configure(_ sources: [Source]) async throws {
    try await writer.withLock { $0 }?.configure(sources)
  }

  func remembered() async throws -> [SourceID: RememberedSource] {
    try await writer.withLock { $0 }?.remembered() ?? [:]
  }

  func titles() async throws -> [String] {
    try await opened().read {
      try $0.publications(PublicationFilter()).compactMap(\.reference.title)
    }
  }

  /// What a service reported.
  final class Lines: Sendable {
    private let lines = Mutex([PolledLine]())
    var count: Int { lines.withLock { $0.count } }
    func append(_ line: PolledLine) { lines.withLock { $0.append(line) } }
  }

  /// What a person does between two rounds.
  func act<Answer: Sendable>(
    _ body: (StoreWriter) async throws -> Answer
  ) async throws -> Answer { try await body(try opened()) }

  func state(_ id: String) async throws -> SourceState? {
    try await opened().read { try $0.sourceStates() }.first { $0.id.rawValue == id }
  }

  private func opened() throws -> StoreWriter {
    try StoreWriter(
      location, holder: "test", newID: StoreID(rawValue: "00000000-0000-4000-8000-000000000003"),
      now: clock.moment.wall)
  }

  private struct NoBody: Error {}
}

/// Answers each address as a test says, and keeps what was asked for.
final class ScriptedPublishers: Fetching {
  private let state = Mutex((answers: [String: FeedResponse](), asked: [FeedRequest]()))

  func set(_ url: String, _ response: FeedResponse) {
    state.withLock { $0.answers[url] = response }
  }

  /// A feed without entries, unchanged ever after.
  func setUnchanged(_ url: String, finalURL: String? = nil, redirects: [Redirect] = []) {
    set(
      url,
      FeedResponse(
        outcome: .notModified, status: 304, finalURL: finalURL ?? url, redirects: redirects))
  }

  /// The addresses asked for since the last call.
  func asked() -> [String] { requests().map(\.url) }

  func requests() -> [FeedRequest] {
    state.withLock { state in
      defer { state.asked = [] }
      return state.asked
    }
  }

  func perform(_ request: FeedRequest) async -> FeedResponse {
    state.withLock { state in
      state.asked.append(request)
      return state.answers[request.url]
        ?? FeedResponse(outcome: .clientError(status: 404), status: 404, finalURL: request.url)
    }
  }
}
