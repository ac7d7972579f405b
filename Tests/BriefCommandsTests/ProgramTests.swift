import BriefModel
import BriefStore
import BriefWriting
import Foundation
import Testing

/// Runs the program as a user does: arguments, output, errors, exit code.
struct Run {
  var status: Int32
  var output: String
  var errors: String

  /// The members of the one JSON document that was printed.
  var document: [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(output.utf8))) as? [String: Any] ?? [:]
  }

  /// - Parameter input: a shell script; `$B` is the program that reads, `$D` the daemon.
  static func script(_ input: String, _ environment: [String: String] = [:]) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", input]
    var variables = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    variables["B"] = try program("brief-sync").path
    variables["D"] = try program("brief-syncd").path
    variables.merge(environment) { $1 }
    process.environment = variables
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let trouble = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: trouble, as: UTF8.self))
  }

  /// Beside the tests' own bundle, where the build puts every product.
  private static func program(_ name: String) throws -> URL {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<6 {
      let program = folder.appendingPathComponent(name)
      if FileManager.default.isExecutableFile(atPath: program.path) { return program }
      folder = folder.deletingLastPathComponent()
    }
    throw MissingProgram(name: name)
  }

  struct MissingProgram: Error, CustomStringConvertible {
    var name: String
    var description: String { "\(name) stands in no folder above the tests: build it first" }
  }
}

/// A store that went through an edit, a withdrawal and a failing source.
final class Scene {
  let folder: String
  let gas = Fingerprint.publication(
    source: SourceID("pism"), identity: Identity(kind: .entryID, value: "gas"))

  init() async throws {
    folder =
      FileManager.default.temporaryDirectory.appendingPathComponent("scene-\(UUID().uuidString)")
      .path
    var now = Timestamp(seconds: 1_700_000_000)
    let writer = try StoreWriter(
      StoreLocation(folder: folder), holder: "test",
      newID: StoreID(rawValue: "00000000-0000-4000-8000-000000000001"), now: now)
    try await writer.configure(
      ["pism", "dead"].map { Source(id: SourceID($0), url: "https://example.org/\($0)") })
    let context = RecordingContext(
      tag: { _ in
        Tagging(
          mentions: [
            Mention(
              topic: TopicID("gas"), pattern: "gas", field: .text, offset: 0, length: 3,
              passage: "The single gas market opens.")
          ],
          claims: [
            DatedClaim(
              topic: TopicID("gas"), kind: .deadline, start: nil,
              end: CalendarDate(year: 2023, month: 12, day: 1), text: "1 December 2023", offset: 0,
              passage: "The single gas market opens.")
          ],
          figures: [
            Figure(
              topic: TopicID("gas"), kind: .share, value: 74, unit: "%", subject: "of the gas",
              text: "74%", offset: 0, passage: "=74% of the gas market opens.")
          ])
      }, body: { _, _, _ in AlertBody(type: "change", text: "{}") })
    func record(_ source: String, _ observation: Observation) async throws {
      now = now.advanced(by: 3600)
      var poll = PollRecord(
        source: SourceID(source), time: now, observation: observation,
        rawDigest: Fingerprint.sha256(Array("\(now)".utf8)), outcome: "document",
        nextPoll: now.advanced(by: 3600))
      poll.bytes = 700
      poll.schedule = """
        {"freshFor":3600,"manners":{"skipDays":[6],"skipHours":[0,1],"ttl":7200},
          "reasons":[{"count":3,"kind":"learned","seconds":1800},{"kind":"ttl","seconds":7200}]}
        """
      let traffic = HostTraffic(host: "example.org:443", requests: 1, bytes: 700)
      let recorded = try await writer.record([poll], traffic: [traffic], context: context)
      if let trouble = recorded.first?.trouble { throw trouble }
    }
    let oil = Self.entry("oil", "Oil \u{1b}[31mprices\u{202e}", "On oil.", day: 2)
    let tax = Self.entry("tax", "A committee for taxes", "On tax.", day: 1)
    for (year, others) in [
      (2023, [oil, tax]), (2024, [oil, tax]), (2024, [tax]), (2024, [tax]), (2024, [tax]),
    ] {
      let text = "The single gas market opens on 1 December \(year), the ministers said."
      let entries = [Self.entry("gas", "The gas market", text, day: 3)] + others
      try await record(
        "pism",
        .snapshot(
          IdentifiedSnapshot(
            entries: entries.map {
              IdentifiedEntry(
                entry: $0, canonicalLink: $0.link,
                publication: Fingerprint.publication(
                  source: SourceID("pism"), identity: $0.identity),
                versionID: Fingerprint.version($0.content))
            })))
    }
    try await record(
      "dead", .trouble(PollTrouble(code: "http-404", sentence: "There is no such feed (404).")))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private static func entry(_ name: String, _ title: String, _ text: String, day: Int) -> Entry {
    Entry(
      identity: Identity(kind: .entryID, value: name), link: "https://example.org/\(name)",
      content: Content(
        title: title, authors: ["A. Author"],
        published: CalendarDate(year: 2023, month: 1, day: day)?.midnight, number: "\(day)/2023",
        body: Body(sections: [Section(heading: nil, text: text)])),
      language: "en", publisher: "PISM", series: "Spotlight")
  }

  /// - Parameter arguments: of the program, as a shell splits them.
  func run(_ arguments: String, _ environment: [String: String] = [:]) throws -> Run {
    try Run.script(
      "\"$B\" \(arguments)", environment.merging(["BRIEF_SYNC_STORE": folder]) { $1 })
  }
}
