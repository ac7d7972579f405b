import BriefConfiguration
import BriefDaemon
import BriefModel
import BriefTopics
import Foundation
import Testing

/// The folder with topic files beside the configuration, or where `topics` says.
struct TopicFolderTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "topic-folder-\(UUID().uuidString)")

  private static let rule = """
    [[channel]]
    id = "desk"
    kind = "journal"
    [[rule]]
    name = "sugar"
    channels = ["desk"]
    topics = ["sugar-market"]
    """

  private func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func topic(_ pattern: String) -> String {
    #"{"topics":[{"id":"sugar-market","labels":{"en":"Sugar"},"patterns":{"en":["\#(pattern)"]}}]}"#
  }

  private func configuration(_ text: String) throws -> DaemonConfiguration {
    try write(text, to: "config.toml")
    return try ConfigurationFile.read(
      path: folder.appending(path: "config.toml").path(), topics: try ShippedTopics.names())
  }

  @Test func `a rule names a topic of the user's own`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: ConfigurationFaults.self) { try configuration(Self.rule) }
    try write(topic("sugar"), to: "topics.d/mine.json")
    let usual = try configuration(Self.rule)
    #expect(usual.rules.map(\.topics) == [[TopicID("sugar-market")]])
    #expect(usual.topicFolder?.hasSuffix("/topics.d") == true)
    try FileManager.default.moveItem(
      at: folder.appending(path: "topics.d"), to: folder.appending(path: "own"))
    #expect(
      try configuration("topics = \"own\"\n" + Self.rule).topicFolder?.hasSuffix("/own") == true)
    #expect(throws: ConfigurationFaults.self) { try configuration("topics = \"none\"\n") }
  }

  @Test func `a changed file is another catalogue, and a refused one is left out`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(topic("sugar"), to: "topics.d/mine.json")
    let path = try configuration("").topicFolder
    let first = Tagger(try ActiveCatalogue.load(path).catalogue).catalogueVersion
    try write(topic("beet"), to: "topics.d/mine.json")
    let second = Tagger(try ActiveCatalogue.load(path).catalogue).catalogueVersion
    try write(#"{"topics":[{"id":"x","parent":"x","labels":{"en":"X"}}]}"#, to: "topics.d/z.json")
    let third = try ActiveCatalogue.load(path)
    #expect(first != second)
    #expect(Tagger(third.catalogue).catalogueVersion == second)
    #expect(third.refused.map { $0.file.hasSuffix("/topics.d/z.json") } == [true])
  }
}
