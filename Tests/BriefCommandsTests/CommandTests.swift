import BriefModel
import Foundation
import Testing

/// What the program answers, refuses, and says with its exit code.
struct CommandTests {
  @Test func `an exit code says which kind of trouble it was, and the last line what to do`()
    async throws
  {
    let scene = try await Scene()
    let table: [(String, Int32)] = [
      ("status", 3), ("sources", 3), ("sources pism", 0), ("sources nobody", 4), ("list", 0),
      ("list --source nobody", 2), ("list --source dead", 4), ("changes", 0),
      ("changes --exit-code --source dead", 4),
      ("show \(scene.gas.hexadecimal.prefix(6))", 0), ("show 0000", 4), ("show xyz", 2),
      ("log \(scene.gas)", 0), ("diff \(scene.gas)", 0), ("diff \(scene.gas) 1 7", 4),
      ("diff \(scene.gas) one", 2), ("changes --since soon", 2), ("list --limit 0", 2),
      ("list --json --jsonl", 2), ("frobnicate", 2), ("verify --data", 0),
      ("verify --data-subset 8/7", 2), ("verify --data --data-subset 1/7", 2), ("help nosuch", 2),
      ("blame \(scene.gas)", 0), ("when 'gas market'", 0),
      ("when 'no such words'", 4), ("coverage", 0), ("outbox", 0),
      ("outbox --limit 0", 2), ("outbox --channel nobody", 4), ("config", 0), ("export", 0),
      ("completions bash", 0), ("completions csh", 2), ("--version", 0), ("--help", 0),
      ("status --store /nonexistent", 10), ("list --as-of 2001-01-01", 4),
    ]
    for (arguments, status) in table {
      let run = try scene.run(arguments)
      #expect(run.status == status, "\(arguments): \(run.errors)")
      guard [1, 2, 10, 11, 12, 13].contains(status) else { continue }
      #expect(run.output == "", "\(arguments)")
      let last = run.errors.split(separator: "\n").last ?? ""
      #expect(last.hasPrefix("Run: brief-sync"), "\(arguments): \(last)")
    }
  }

  @Test func `the newest changes are exactly as many as were asked for`() async throws {
    let scene = try await Scene()
    let all = try scene.run("changes").output.split(separator: "\n")
    for limit in 1...3 {
      let run = try scene.run("changes --limit \(limit)")
      #expect(run.output.split(separator: "\n") == all.suffix(limit), "\(limit)")
    }
  }

  @Test func `a mistyped command is told with the nearest one`() throws {
    let run = try Run.script("\"$B\" stauts")
    #expect(run.status == 2)
    #expect(
      run.errors
        == "brief-sync: There is no command “stauts”. Did you mean “status”?\nRun: brief-sync status\n"
    )
  }

  @Test func `changes tell the edit with its class, and the withdrawal`() async throws {
    let scene = try await Scene()
    let changes = try scene.run("changes --json").document["changes"] as? [[String: Any]] ?? []
    #expect(
      changes.map { $0["kind"] as? String } == [
        "added", "added", "added", "revised", "withdrawn",
      ])
    let edit = changes[3]
    #expect(edit["classes"] as? [String] == ["date"])
    #expect(edit["silent"] as? Bool == true)
    let difference = (edit["differences"] as? [[String: Any]])?.first ?? [:]
    #expect(difference["before"] as? String == "2023")
    #expect(difference["after"] as? String == "2024")
    #expect(changes[0]["silent"] is NSNull)
    #expect(changes[0]["differences"] as? [String] == [])
  }

  @Test func `every document names its schema and the store that answered`() async throws {
    let scene = try await Scene()
    for (verb, arguments) in [
      ("status", ""), ("changes", ""), ("list", ""), ("sources", ""), ("coverage", ""),
      ("verify", ""), ("doctor", ""), ("show", scene.gas.hexadecimal),
      ("log", scene.gas.hexadecimal), ("diff", scene.gas.hexadecimal),
      ("blame", scene.gas.hexadecimal), ("when", "gas"),
    ] {
      let document = try scene.run("\(verb) --json \(arguments)").document
      #expect(document["schema"] as? String == "brief-sync/\(verb)/1")
      let store = document["store"] as? [String: Any] ?? [:]
      #expect(store["id"] as? String == "00000000-0000-4000-8000-000000000001", "\(verb)")
      #expect(store["revision"] as? Int == 3, "\(verb)")
    }
    let rows = try scene.run("list --jsonl").output.split(separator: "\n")
    #expect(rows.count == 3)
    #expect(rows.allSatisfy { $0.hasPrefix(#"{"schema":"brief-sync/list/1","id":"#) })
  }

  @Test func `a cursor file gives each change once, and is kept only when all was taken`()
    async throws
  {
    let scene = try await Scene()
    let file = scene.folder + "/../cursor-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: file) }
    #expect(try scene.run("changes --cursor \(file)").output.split(separator: "\n").count == 5)
    #expect(try scene.run("changes --cursor \(file)").output == "")
    #expect(
      try String(contentsOfFile: file, encoding: .utf8)
        == "brief-sync:00000000-0000-4000-8000-000000000001:3\n")

    let lost = file + "-lost"
    let full = try scene.run("changes --cursor \(lost) > /dev/full")
    #expect(full.status == 1)
    #expect(!FileManager.default.fileExists(atPath: lost))

    try "not a cursor".write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try scene.run("changes --cursor \(file)").status == 1)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "not a cursor")
    try "brief-sync:another-store:1".write(toFile: file, atomically: true, encoding: .utf8)
    let other = try scene.run("changes --json --cursor \(file)")
    #expect(other.status == 1 && other.output == "")
  }

  @Test func `a closed pipe is no fault`() async throws {
    let scene = try await Scene()
    let run = try Run.script(
      "{ \"$B\" export; echo \"status $?\" >&2; } | head -c 1 > /dev/null",
      ["BRIEF_SYNC_STORE": scene.folder])
    #expect(run.errors == "status 0\n")
  }

  @Test func `text from feeds cannot reach the terminal as it is`() async throws {
    let scene = try await Scene()
    for arguments in ["list", "changes", "list --json"] {
      let output = try scene.run(arguments).output
      #expect(!output.contains("\u{1b}"), "\(arguments)")
    }
    #expect(try scene.run("list").output.contains("Oil <U+001B>[31mprices<U+202E>"))
  }

  @Test func `two files are compared without a store`() throws {
    let folder = FileManager.default.temporaryDirectory.path
    let names = ["old", "new"].map { "\(folder)/\($0)-\(UUID().uuidString)" }
    defer { for name in names { try? FileManager.default.removeItem(atPath: name) } }
    try "It opens by 1 December 2023.".write(toFile: names[0], atomically: true, encoding: .utf8)
    try "It opens by 1 December 2024.".write(toFile: names[1], atomically: true, encoding: .utf8)
    let run = try Run.script("\"$B\" diff --files --json \(names[0]) \(names[1])")
    let differences = run.document["differences"] as? [[String: Any]] ?? []
    #expect(differences.count == 1)
    #expect(differences.first?["class"] as? String == "date")
    #expect(differences.first?["before"] as? String == "2023")
    let text = try Run.script("\"$B\" diff --files \(names[0]) \(names[1])")
    #expect(text.output.contains("[-2023-]{+2024+}"))
    #expect(try Run.script("\"$B\" diff --files \(names[0]) /nonexistent").status == 1)
  }

  @Test(arguments: [
    (40, "C.UTF-8", "xterm"), (40, "C", "dumb"), (80, "C", "xterm"), (20, "C.UTF-8", "xterm"),
    (120, "C.UTF-8", "dumb"),
  ])
  func `every screen is kept within its columns and its letters`(
    _ columns: Int, _ locale: String, _ kind: String
  ) async throws {
    let scene = try await Scene()
    for verb in [
      "status", "list", "changes", "sources", "log \(scene.gas)", "show \(scene.gas)",
      "diff \(scene.gas)", "doctor", "coverage", "blame \(scene.gas)",
    ] {
      let run = try Run.script(
        "script -qec 'stty cols \(columns); \"$B\" \(verb)' /dev/null < /dev/null",
        [
          "BRIEF_SYNC_STORE": scene.folder, "LC_ALL": locale, "TERM": kind,
        ])
      let text = run.output.replacingOccurrences(of: "\r", with: "")
      if kind == "dumb" { #expect(!text.contains("\u{1b}"), "\(verb)") }
      if locale == "C" { #expect(text.utf8.allSatisfy { $0 < 0x80 }, "\(verb)") }
      let plain = text.replacingOccurrences(
        of: "\u{1b}\\[[0-9;]*m", with: "", options: .regularExpression)
      // An address, an id or a command to run is one word and stands on a line of its own.
      for line in plain.split(separator: "\n") where line.count > columns {
        let longest = line.split(separator: " ").map(\.count).max() ?? 0
        #expect(longest + 16 > columns, "\(verb) at \(columns): \(line)")
      }
    }
  }

  @Test func `NO_COLOR and --color decide over the terminal`() async throws {
    let scene = try await Scene()
    func output(_ arguments: String, _ environment: [String: String]) throws -> String {
      try Run.script(
        "script -qec '\"$B\" \(arguments)' /dev/null < /dev/null",
        environment.merging(["BRIEF_SYNC_STORE": scene.folder, "TERM": "xterm"]) { $1 }
      ).output
    }
    #expect(try output("status", [:]).contains("\u{1b}["))
    #expect(try !output("status", ["NO_COLOR": "1"]).contains("\u{1b}["))
    #expect(try !output("status --color never", [:]).contains("\u{1b}["))
    #expect(try scene.run("status --color always").output.contains("\u{1b}[") == false)
    #expect(try scene.run("diff \(scene.gas) --color always").output.contains("\u{1b}[31m[-2023-]"))
  }

  @Test func `a monitor is told in one line`() async throws {
    let scene = try await Scene()
    let run = try scene.run("status --check")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("BRIEF-SYNC WARNING: dead: There is no such feed (404)."))
    #expect(run.output.contains(" | failing=1 sources=2 publications=3 versions=4 changes=5"))
    let missing = try scene.run("status --check --store /nonexistent")
    #expect(missing.status == 3)
    #expect(missing.output.hasPrefix("BRIEF-SYNC UNKNOWN: "))
  }
}
