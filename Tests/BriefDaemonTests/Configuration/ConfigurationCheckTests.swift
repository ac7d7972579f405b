import BriefConfiguration
import BriefDaemon
import BriefModel
import BriefTopics
import Foundation
import Testing

/// What `check-config` says of a configuration that can be read.
struct ConfigurationCheckTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "configuration-check-\(UUID().uuidString)")

  private func warnings(_ text: String) async throws -> [String] {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("".utf8).write(to: folder.appending(path: "empty"))
    try Data("sesame\n".utf8).write(to: folder.appending(path: "full"))
    let file = folder.appending(path: "config.toml")
    try Data(text.replacing("FOLDER", with: folder.path()).utf8).write(to: file)
    let configuration = try ConfigurationFile.read(
      path: file.path(), topics: try ShippedTopics.names())
    return await ConfigurationCheck(configuration, environment: [:]).warnings()
      .map { ($0.isLoss ? "" : "sound: ") + $0.sentence.replacing(folder.path(), with: "FOLDER") }
  }

  @Test func `secrets that cannot be had are named`() async throws {
    func channel(_ name: String) -> String {
      """
      [[channel]]
      id = "\(name)"
      kind = "webhook"
      url = "https://hook.example/"
      secret_file = "FOLDER/\(name)"

      """
    }
    let found = try await warnings(
      "contact = \"desk@example.org\"\n" + ["missing", "empty", "full"].map(channel).joined())
    #expect(
      found == [
        "channel missing is off: its secret file FOLDER/missing cannot be read",
        "channel empty is off: its secret file FOLDER/empty holds no secret",
      ])
  }

  private static let refused = [
    "https://exa mple.org/", "http://localhost/feed", "https://a.example:99999/",
  ]

  @Test(arguments: refused)
  func `an address that no poll would ask is named, and so is a missing contact`(url: String)
    async throws
  {
    let found = try await warnings(
      """
      [[source]]
      id = "a"
      url = "\(url)"
      """)
    #expect(found.count == 2)
    #expect(found.first?.contains("contact") == true)
    #expect(found.last?.hasPrefix("source a is not polled: ") == true)
  }

  @Test func `sources of one address are named, however it is spelled`() async throws {
    func source(_ id: String, _ url: String) -> String {
      "[[source]]\nid = \"\(id)\"\nurl = \"\(url)\"\n"
    }
    let found = try await warnings(
      "contact = \"desk@example.org\"\n"
        + source("a", "https://a.example/f") + source("b", "HTTPS://a.example:443/./f#x")
        + source("c", "https://a.example/F") + source("d", "https://a.example/f"))
    #expect(
      found == [
        "sound: source b has the address of a: it is asked for both",
        "sound: source d has the address of a: it is asked for both",
      ])
  }

  @Test func `a configuration that lacks nothing is told nothing`() async throws {
    let found = try await warnings(
      """
      contact = "desk@example.org"
      [[source]]
      id = "a"
      url = "https://a.example/feed"
      """)
    #expect(found == [])
  }
}
