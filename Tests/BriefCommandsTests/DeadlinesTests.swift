import BriefCommands
import BriefModel
import BriefReport
import Foundation
import Testing

/// `deadlines` and `figures` as a user runs them.
struct DeadlinesTests {
  @Test func `a deadline is listed with who said it first`() async throws {
    let scene = try await Scene()
    let run = try scene.run("deadlines --jsonl")
    #expect(run.status == 0)
    let line = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(line["due"] as? String == "2023-12-01")
    #expect(line["standing"] as? String == "overdue")
    let first = try #require(line["first"] as? [String: Any])
    #expect(first["said"] as? String == "2023-01-01")
    #expect((line["moves"] as? [Any])?.count == 0)
  }

  @Test func `as of a day before it was due it is upcoming`() async throws {
    let scene = try await Scene()
    let run = try scene.run("deadlines --as-of 2023-11-20 --jsonl")
    #expect(run.output.contains(#""standing":"upcoming""#))
    #expect(try scene.run("deadlines --as-of 2023-11-20 --overdue").status == 4)
    #expect(try scene.run("deadlines --moved").status == 4)
  }

  @Test func `one form of output at a time`() async throws {
    let run = try Run.script("\"$B\" deadlines --csv --ics")
    #expect(run.status == 2)
    #expect(run.errors.contains("--csv and --ics"))
  }

  @Test func `a topic that nobody knows is told with the nearest`() async throws {
    let scene = try await Scene()
    let run = try scene.run("deadlines --topic single-gas-markt")
    #expect(run.status == 2)
    #expect(run.errors.contains("Did you mean “single-gas-market”?"))
    #expect(try scene.run("changes --topic market").errors.contains("oil-market"))
    // A topic of a catalogue that only the store has.
    #expect(try scene.run("deadlines --topic gas").status == 0)
  }

  @Test func `no cell of a table starts a formula`() async throws {
    let scene = try await Scene()
    let run = try scene.run("figures --csv")
    let lines = run.output.components(separatedBy: "\r\n")
    #expect(lines.count == 5)
    #expect(lines[1].hasSuffix(",'=74% of the gas market opens."))
    #expect(CSV.line(["a,b", "c\"d", "-1", "@x"]) == "\"a,b\",\"c\"\"d\",'-1,'@x")
  }

  @Test(.enabled(if: CalendarReader.isInstalled, "needs python3 with icalendar (PyPI)"))
  func `the calendar is read by a reader of calendars, and its events keep their names`()
    async throws
  {
    let scene = try await Scene()
    let run = try scene.run("deadlines --ics")
    #expect(run.output.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    let events = try CalendarReader.events(run.output)
    #expect(events == ["2023-12-01 2023-12-02 gas: deadline"])
    #expect(try scene.run("deadlines --ics").output == run.output)
  }
}

/// Reads a calendar with the `icalendar` library.
enum CalendarReader {
  static var isInstalled: Bool {
    (try? Run.script("python3 -c 'import icalendar'", environment))?.status == 0
  }

  /// First and last day and summary of each event.
  static func events(_ calendar: String) throws -> [String] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "\(UUID().uuidString).ics")
    try Data(calendar.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let run = try Run.script(
      """
      python3 -c '
      import icalendar, sys
      for event in icalendar.Calendar.from_ical(open(sys.argv[1], newline="").read()).walk("VEVENT"):
        assert event["UID"] and event["DTSTAMP"].dt
        print(event["DTSTART"].dt, event["DTEND"].dt, event["SUMMARY"])
      ' '\(file.path)'
      """, environment)
    guard run.status == 0 else { throw Unreadable(errors: run.errors) }
    return run.output.split(separator: "\n").map(String.init)
  }

  /// A python3 from PyPI's users stands before Debian's; modules may lie in a folder of their own.
  private static let environment = ProcessInfo.processInfo.environment.filter {
    ["PATH", "PYTHONPATH"].contains($0.key)
  }

  struct Unreadable: Error { var errors: String }
}
