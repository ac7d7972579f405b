import BriefConfiguration
import BriefModel
import Foundation
import Testing

@testable import BriefDaemon

/// `brief-syncd remove`: what is left is what check-config accepts, or nothing is written.
struct ConfigurationRemovalTests {
  private let path = FileManager.default.temporaryDirectory.appending(
    path: "brief-removal-\(UUID().uuidString).toml"
  ).path

  private static let text = """
    [[source]]
    id = "a"
    url = "https://a.example/"

    [[source]]
    id = "b"
    url = "https://b.example/"
    pages = true

    [[channel]]
    id = "j"
    kind = "journal"

    [[rule]]
    name = "only b"
    channels = ["j"]
    sources = ["b"]

    """

  private func remove(_ id: String) throws {
    try Self.text.write(toFile: path, atomically: true, encoding: .utf8)
    try ConfigurationRemoval(path: path, source: SourceID(id), topics: []).write()
  }

  @Test func `the source leaves and the file keeps its mode and the rest`() throws {
    defer { unlink(path) }
    try remove("a")
    let left = try ConfigurationFile.read(path: path, topics: [])
    #expect(left.sources.map(\.id.rawValue) == ["b"])
    #expect(left.rules.count == 1)
    #expect(
      try String(contentsOfFile: path, encoding: .utf8)
        == String(
          Self.text.dropFirst(
            Self.text.distance(
              from: Self.text.startIndex, to: Self.text.ranges(of: "[[source]]")[1].lowerBound))))
  }

  @Test func `a source that a rule names, or nobody knows, stays, and the file is not touched`()
    throws
  {
    defer { unlink(path) }
    #expect(throws: SourceRemoval.Refusal.self) { try remove("b") }
    #expect(throws: UnknownSource.self) { try remove("c") }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == Self.text)
  }
}
