import BriefConfiguration
import BriefModel
import BriefStore
import BriefWriting
import Foundation
import Synchronization

@testable import BriefDaemon
@testable import BriefFetching

/// A publisher whose documents are set by hand, a store of its own, and a source that is polled.
final class ReadingScene: Sendable {
  let publisher = Publisher()
  let clock = HandClock()
  let location: StoreLocation
  let writer: StoreWriter
  private let context: RecordingContext
  private let key: SourceKey?
  var source: Source { scene.withLock { $0.source } }
  private let scene: Mutex<(source: Source, reading: SourceReading)>
  private let lastWaits = Mutex([HostWait]())

  /// What hosts asked for in the last poll.
  func waits() -> [HostWait] { lastWaits.withLock { $0 } }

  init(
    _ kind: Source.Kind = .feed, url: String = "http://publisher.example/feed",
    reading: SourceReading = SourceReading(), key: SourceKey? = nil,
    context: RecordingContext = RecordingContext(body: { _, _, _ in throw NoBody() })
  ) throws {
    self.context = context
    self.key = key
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "brief-reading-\(UUID().uuidString)")
    location = StoreLocation(folder: folder.path)
    writer = try StoreWriter(
      location, holder: "test", newID: StoreID(rawValue: "00000000-0000-4000-8000-000000000002"),
      now: clock.moment.wall)
    scene = Mutex(
      (
        source: Source(id: SourceID("s"), url: url, kind: kind, allowsPrivateAddresses: true),
        reading: reading
      ))
  }

  deinit { try? FileManager.default.removeItem(atPath: location.folder) }

  struct NoBody: Error {}

  /// Polls once and records it. In words: `added 2, revised 1`, or the code of the trouble.
  func poll() async throws -> String {
    let (source, reading) = scene.withLock { $0 }
    try await writer.configure([source])
    let remembered = try await writer.remembered()[source.id] ?? RememberedSource()
    let poll = FeedPoll(
      source: source, remembered: remembered, policy: RequestPolicy(), fetcher: publisher,
      clock: clock, writer: writer, reading: reading, key: key)
    guard let polled = await poll.run(unconditional: false) else { return "given up" }
    lastWaits.withLock { $0 = polled.report.waits }
    let recorded = try await writer.record(
      [polled.record], context: context)
    if let trouble = recorded[0].trouble { return "not recorded: \(trouble)" }
    if case .trouble(let trouble) = polled.record.observation { return trouble.code }
    let counts = recorded[0].counts
    let words = [
      ("added", counts.added), ("revised", counts.revised), ("withdrawn", counts.withdrawn),
      ("restored", counts.restored),
    ].filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
    return
      ([words.isEmpty ? "unchanged" : words.joined(separator: ", ")]
      + [polled.record.warning].compactMap(\.self)).joined(separator: ". ")
  }

  /// Text by title, of the newest versions; `nil` for one that has none.
  func texts() async throws -> [String: String?] {
    try await writer.read { snapshot in
      var texts: [String: String?] = [:]
      for publication in try snapshot.publications(PublicationFilter()) {
        let versions = try snapshot.versions(of: publication.reference.id)
        texts[publication.reference.title ?? ""] = .some(versions.last?.content.body?.text)
      }
      return texts
    }
  }

  /// Changes the configuration, as an administrator does.
  func configure(_ change: (inout SourceReading) -> Void) { scene.withLock { change(&$0.reading) } }

  /// Switches reading of pages on or off, as an administrator does.
  func readPages(_ readsPages: Bool) { scene.withLock { $0.reading.readsPages = readsPages } }

  /// The changes of the store, as `changes` gives them: `revised silent Gas`.
  func changes() async throws -> [String] {
    try await writer.read { snapshot in
      try snapshot.changes(after: .none).map { change in
        [
          change.kind.rawValue, change.isSilent.map { $0 ? "silent" : "announced" },
          change.publication.title,
        ].compactMap(\.self).joined(separator: " ")
      }
    }
  }

  /// Presence by title.
  func presences() async throws -> [String: String] {
    try await writer.read { snapshot in
      Dictionary(
        try snapshot.publications(PublicationFilter()).map {
          ($0.reference.title ?? "", $0.presence.name)
        }, uniquingKeysWith: { first, _ in first })
    }
  }

  func oddities() async throws -> [SourceOddity] {
    try await writer.read { try $0.sourceStates().flatMap(\.oddities) }
  }
}

/// Answers by path, with entity tags, and counts what it is asked for.
final class Publisher: Fetching {
  struct Document: Sendable {
    var body: [UInt8]
    var type = "text/html; charset=utf-8"
    var status = 200
    /// The address that it is found at after redirects.
    var leadsTo: String?
    /// Answered to a request with an entity tag; `nil` is what others get.
    var refusal: Int?
    /// Its entity tag; `nil` is of its bytes.
    var tag: String?
    /// What had to be overlooked to read it.
    var faults: Set<DecodingFault> = []
  }

  private let state = Mutex(
    (documents: [String: Document](), asked: [String](), opened: Set<String>()))

  func set(_ path: String, _ text: String, type: String = "text/html; charset=utf-8") {
    set(path, Document(body: Array(text.utf8), type: type))
  }

  func set(_ path: String, _ document: Document?) {
    state.withLock { $0.documents[path] = document }
  }

  /// The paths that were asked for with credentials.
  func opened() -> Set<String> { state.withLock { $0.opened } }

  /// The paths asked for since the last call, with their queries.
  func asked() -> [String] {
    state.withLock { state in
      defer { state.asked = [] }
      return state.asked
    }
  }

  func perform(_ request: FeedRequest) async -> FeedResponse {
    let path = String(request.url.dropFirst("http://publisher.example".count))
    let document = state.withLock { state in
      state.asked.append(path)
      if request.credentials != nil { state.opened.insert(path) }
      return state.documents[path]
    }
    let refusal = request.validators.etag == nil ? nil : document?.refusal
    guard let document, document.status == 200, refusal == nil else {
      let status = refusal ?? document?.status ?? 404
      let outcome: FetchOutcome =
        switch status {
        case 410: .gone
        case 429: .rateLimited(status: 429, retryAfter: 3_600)
        case 500...: .serverTrouble(status: status)
        default: .clientError(status: status)
        }
      return FeedResponse(outcome: outcome, status: status, finalURL: request.url)
    }
    let tag =
      document.tag ?? "\"\(Fingerprint.sha256(document.body).hexadecimal.prefix(16))\""
    let address = document.leadsTo ?? request.url
    if request.validators.etag == tag, request.validatedURL ?? address == address {
      return FeedResponse(outcome: .notModified, status: 304, finalURL: request.url)
    }
    var fields = HeaderFields()
    for line in ["ETag: \(tag)", "Content-Type: \(document.type)"] {
      Array(line.utf8).withUnsafeBytes { fields.add(line: $0, limits: RequestPolicy()) }
    }
    var response = FeedResponse(
      outcome: .document, status: 200, finalURL: document.leadsTo ?? request.url, fields: fields,
      body: document.body)
    response.faults = document.faults
    return response
  }
}
