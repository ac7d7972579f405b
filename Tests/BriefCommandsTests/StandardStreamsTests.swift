import Foundation
import Testing

/// What becomes of the work when nobody takes what the programs say.
struct StandardStreamsTests {
  /// A daemon's folder whose one source never answers, so that each poll makes a line of the log.
  private final class Daemon {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("streams-\(UUID().uuidString)").path

    init() throws {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try """
      store = "\(folder)/store"
      [[source]]
      id = "dead"
      url = "http://127.0.0.1:1/feed"
      allow_private = true
      """.write(toFile: folder + "/config.toml", atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// - Parameter script: `$C` is the configuration, `$F` the folder.
    func script(_ script: String) throws -> Run {
      try Run.script(script, ["C": folder + "/config.toml", "F": folder])
    }

    /// Polls in a row that failed, as the store has them.
    func failures() throws -> Int? {
      let run = try script("\"$B\" status --json --store \"$F/store\"")
      let sources = run.document["sources"] as? [[String: Any]] ?? []
      return sources.first?["consecutive_failures"] as? Int
    }
  }

  @Test(
    arguments: [
      (once: "\"$D\" once --all --config \"$C\" 2>&-", status: Int32(3)),
      ("\"$D\" once --all --config \"$C\" 2>/dev/full", 3),
      ("\"$D\" once --all --config \"$C\" >&- 2>&-", 1),
      ("\"$D\" once --all --config \"$C\" </dev/null >/dev/full 2>/dev/full", 1),
      // The other end is gone before the first line.
      (
        """
        { sleep 0.2; "$D" once --all --config "$C" >/dev/null; echo $? >"$F/status"; } 2>&1 | :
        exit "$(cat "$F/status")"
        """, 3
      ),
    ])
  func `a poll is recorded though its log cannot be written`(_ row: (once: String, status: Int32))
    throws
  {
    let daemon = try Daemon()
    let run = try daemon.script(row.once)
    #expect(run.status == row.status, "\(row.once): \(run.errors)")
    #expect(try daemon.failures() == 1, "\(row.once)")
  }

  @Test func `a service whose log cannot be written polls, and ends when it is told to`() throws {
    let daemon = try Daemon()
    let run = try daemon.script(
      """
      "$D" run --config "$C" 2>/dev/full & service=$!
      for _ in $(seq 100); do
        "$B" status --json --store "$F/store" 2>&1 | grep -q '"consecutive_failures":1' && break
        sleep 0.2
      done
      kill -TERM $service; wait $service
      """)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try daemon.failures() == 1)
  }

  @Test func `a configuration and a page are read from a pipe too`() throws {
    let daemon = try Daemon()
    let sound = try daemon.script("cat \"$C\" | \"$D\" check-config /dev/stdin")
    #expect(sound.status == 0, "\(sound.errors)")
    let folder = try daemon.script("\"$D\" check-config \"$F\"")
    #expect(folder.status == 2)
    #expect(folder.errors.contains("cannot be read"), "\(folder.errors)")
    let page = try daemon.script("echo 'A gas market.' | \"$B\" extract /dev/stdin")
    #expect(page.status == 1)
    #expect(!page.errors.contains("permission"), "\(page.errors)")
  }

  @Test func `an answer that cannot be written is no success`() throws {
    let daemon = try Daemon()
    try "A gas market.".write(
      toFile: daemon.folder + "/brief.txt", atomically: true, encoding: .utf8)
    try "<rss version=\"2.0\"><channel><title>Desk</title></channel></rss>".write(
      toFile: daemon.folder + "/feed.xml", atomically: true, encoding: .utf8)
    for command in [
      "\"$B\" inspect \"$F/feed.xml\"", "\"$B\" inspect --json \"$F/feed.xml\"",
      "\"$B\" extract \"$F/brief.txt\"", "\"$B\" completions bash", "\"$B\" manual",
      "\"$B\" manual diff", "\"$B\" --help", "\"$B\" diff --help", "\"$B\" --version",
      "echo '{\"id\":\"x\"}' | \"$B\" topics match", "\"$D\" --help", "\"$D\" --version",
      "\"$D\" check-config \"$C\"", "\"$D\" once --all --config \"$C\"",
      "\"$D\" once --all --json --config \"$C\"", "\"$D\" check-url https://example.org/",
    ] {
      for place in ["/dev/full", "&-"] {
        let run = try daemon.script("\(command) >\(place)")
        #expect(run.status == 1, "\(command) >\(place): \(run.errors)")
        #expect(run.errors.contains("The answer could not be written"), "\(command) >\(place)")
      }
      let pipe = try daemon.script("{ sleep 0.1; \(command); } | :")
      #expect(!pipe.errors.contains("could not be written"), "\(command)")
    }
  }
}
