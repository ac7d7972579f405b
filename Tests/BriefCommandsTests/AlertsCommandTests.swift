import Foundation
import Testing

/// What rules would have sent, and why they hold or do not.
struct AlertsCommandTests {
  private static func configuration() throws -> String {
    let path = NSTemporaryDirectory() + "brief-alerts-\(UUID().uuidString).toml"
    try """
    [[source]]
    id = "pism"
    url = "https://example.org/feed"
    [[channel]]
    id = "desk"
    kind = "journal"
    [[rule]]
    name = "dates"
    channels = ["desk"]
    kinds = ["revised"]
    classes = ["date"]
    silent = true
    [[rule]]
    name = "withdrawn"
    channels = ["desk"]
    kinds = ["withdrawn"]
    languages = ["pl"]
    [[rule]]
    name = "everything"
    channels = ["desk"]
    [[rule]]
    name = "never"
    channels = ["desk"]
    words = ["zzyzx"]
    [[rule]]
    name = "digest"
    channels = ["desk"]
    mode = "weekly"
    """.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test func `alerts test shows what a rule would have sent`() async throws {
    let scene = try await Scene()
    let path = try Self.configuration()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let table: [(String, Int, Int32)] = [("dates", 1, 0), ("everything", 5, 0), ("never", 0, 4)]
    for (rule, count, status) in table {
      let run = try scene.run("alerts test \(rule) --since 2000-01-01 --json --config \(path)")
      #expect(run.status == status, "\(rule): \(run.errors)")
      let document = run.document
      #expect((document["changes"] as? [Any])?.count == count, "\(rule)")
      #expect(document["examined"] as? Int == 5)
    }
    let digest = try scene.run("alerts test digest --since 2000-01-01 --json --config \(path)")
    let others = digest.document["others"] as? [[String: Any]] ?? []
    #expect(others.map { $0["rule"] as? String } == ["everything", "dates"])
    #expect(others.map { $0["changes"] as? Int } == [4, 1])
    let wrong = try scene.run("alerts test date --config \(path)")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("Did you mean “dates”?"))
    let missing = try scene.run("alerts test dates --config /nonexistent.toml")
    #expect(missing.status == 2)
    #expect(missing.errors.contains("there is no such file"))
  }

  @Test func `explain says which rules hold for a change, and why the others do not`() async throws
  {
    let scene = try await Scene()
    let path = try Self.configuration()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let changes = try scene.run("changes --json").document["changes"] as? [[String: Any]] ?? []
    let edit = try #require(changes.first { $0["kind"] as? String == "revised" })
    let revision = try #require(edit["revision"] as? Int)
    let run = try scene.run("explain r\(revision).c0 --json --config \(path)")
    #expect(run.status == 0, "\(run.errors)")
    let rules = run.document["rules"] as? [[String: Any]] ?? []
    #expect(rules.map { $0["matches"] as? Bool } == [true, false, true, false, true])
    // Of those that match, the first of the most urgent tells the channel.
    #expect(rules.map { $0["tells"] as? [String] } == [["desk"], [], [], [], []])
    let refusals = rules.map { rule in
      (rule["refusals"] as? [[String: Any]] ?? []).compactMap { $0["condition"] as? String }
    }
    #expect(refusals[0] == [])
    #expect(refusals[1].contains("kinds"))
    #expect(refusals[3] == ["words"])
    #expect(try scene.run("explain 999.0 --config \(path)").status == 4)
  }
}
