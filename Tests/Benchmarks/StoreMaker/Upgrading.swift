import BriefCatalogue
import BriefDaemon
import BriefModel
import BriefStore
import BriefTopics
import BriefWriting
import Foundation

/// Brings a store to another catalogue, as the daemon does after a change of it.
enum Upgrading: String, CaseIterable {
  /// No text may have other tags: what is left is reading them.
  case reading
  /// A topic of a user's own.
  case own
  /// One pattern more in each of five topics.
  case five
  /// Other rules: any text may have other tags.
  case rules

  private static let ownTopic = """
    {"topics":[{"id":"own-topic","labels":{"en":"Own"},
      "patterns":{"en":["military doctrine","sugar*"],"ru":["сахар*"]}}]}
    """
  private static let added = [
    "customs agreement", "tax programme", "gas roadmap", "oil tax", "military integration",
  ]

  func run(_ folder: String) async throws {
    let writer = try StoreWriter(
      StoreLocation(folder: folder), holder: "StoreMaker", newID: StoreID(rawValue: ""),
      now: Timestamp(seconds: 1_800_000_000))
    let tagger = Tagger(try catalogue())
    var context = RecordingContext(
      // The shipped catalogue under another number.
      catalogue: tagger.catalogueVersion ^ (self == .own || self == .five ? 0 : 1 << 40),
      topics: tagger.topics, tag: { tagger.tagging(of: $0) },
      body: { _, _, _ in AlertBody(type: "change", text: "{}") })
    context.catalogueRecord = { tagger.record }
    switch self {
    case .reading: context.changedTexts = { _ in { _ in false } }
    case .own, .five: context.changedTexts = { tagger.changedTexts(since: $0) }
    case .rules: break
    }
    try await writer.begin(context)
    let (cpu, wall) = (clock(), Date())
    let report = try await writer.upgrade(context)
    let seconds = Double(clock() - cpu) / Double(CLOCKS_PER_SEC)
    print(report.tagged ?? 0, report.kept ?? 0, seconds, Date().timeIntervalSince(wall))
    try await writer.checkpoint()
  }

  private func catalogue() throws -> TopicCatalogue {
    switch self {
    case .reading, .rules: return try TopicCatalogue.shipped()
    case .own: return try Self.shipped(with: Array(Self.ownTopic.utf8))
    case .five: return try Self.shipped(with: try Self.fiveChanged())
    }
  }

  private static func shipped(with file: [UInt8]) throws -> TopicCatalogue {
    try TopicCatalogue.loading(userFiles: [(name: "own.json", bytes: file)]).catalogue
  }

  private static func fiveChanged() throws -> [UInt8] {
    let shipped =
      try JSONSerialization.jsonObject(with: Data(ShippedFile.topics)) as? [String: Any]
    let topics = (shipped?["topics"] as? [[String: Any]] ?? []).filter { $0["patterns"] != nil }
    let changed = zip(topics.suffix(added.count), added).map { topic, pattern in
      var topic = topic
      var patterns = topic["patterns"] as? [String: [String]] ?? [:]
      patterns["en", default: []].append(pattern)
      topic["patterns"] = patterns
      return topic
    }
    return [UInt8](try JSONSerialization.data(withJSONObject: ["topics": changed]))
  }
}
