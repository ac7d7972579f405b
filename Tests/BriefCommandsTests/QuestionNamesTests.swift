import Foundation
import Testing

/// A name that nothing has is a slip of the finger, and is told as one.
struct QuestionNamesTests {
  @Test func `a source, topic or language that is not there is an error that names the nearest`()
    async throws
  {
    let scene = try await Scene()
    let table: [(arguments: String, told: String)] = [
      ("changes --source psim", "No source has the id “psim”. Did you mean “pism”?"),
      ("list --source nobody", "No source has the id “nobody”."),
      ("feed --atom --source psim", "No source has the id “psim”. Did you mean “pism”?"),
      ("when --source psim gas", "No source has the id “psim”. Did you mean “pism”?"),
      ("watch --source psim --count 1 --since 10y", "No source has the id “psim”."),
      ("search 'gas source:psim'", "No source has the id “psim”. Did you mean “pism”?"),
      ("search source:psim", "No source has the id “psim”."),
      ("search 'gas topic:nosuch'", "There is no topic “nosuch”."),
      ("search 'gas lang:english'", "“english” is no language."),
      ("search ''", "There is nothing to look for in an empty search."),
      ("changes --topic nosuch", "There is no topic “nosuch”."),
      ("changes --lang english", "“english” is no language."),
      ("list --lang ua", "“ua” is no language."), ("feed --atom --lang %", "“%” is no language."),
    ]
    for (arguments, told) in table {
      let run = try scene.run(arguments)
      #expect(run.status == 2, "\(arguments): \(run.errors)")
      #expect(run.errors.contains(told), "\(arguments): \(run.errors)")
      #expect(run.output == "", "\(arguments)")
    }
  }

  @Test func `a cursor stays where it is when the question names nothing that is there`()
    async throws
  {
    let scene = try await Scene()
    let cursor = scene.folder + ".cursor"
    defer { try? FileManager.default.removeItem(atPath: cursor) }
    for slip in ["--source psim", "--topic nosuch", "--lang english"] {
      for form in ["", "--json", "--jsonl", "--color=never"] {
        let run = try scene.run("changes --cursor \(cursor) \(slip) \(form)")
        #expect(run.status == 2, "\(slip) \(form)")
        #expect(!FileManager.default.fileExists(atPath: cursor), "\(slip) \(form)")
      }
    }
    #expect(try scene.run("changes --cursor \(cursor)").output.split(separator: "\n").count == 5)
  }

  @Test func `a cursor's file keeps its mode, and a link to it stays`() async throws {
    let scene = try await Scene()
    let run = try Run.script(
      """
      cd "$(dirname "$S")" && mkdir "$S.place" && cd "$S.place" || exit 1
      "$B" changes --cursor kept --limit 1 --store "$S" >first && chmod 644 kept && ln -s kept link
      umask 077 && "$B" changes --cursor link --store "$S" >rest
      test -L link && stat -c %a kept && cat first rest | wc -l; cd / && rm -r "$S.place"
      """, ["S": scene.folder])
    #expect(run.output.split(whereSeparator: \.isWhitespace) == ["644", "5"], "\(run.errors)")
  }

  @Test func `a language is the same in any case, and one that has no text yet is no error`()
    async throws
  {
    let scene = try await Scene()
    for verb in ["changes", "list", "search gas"] {
      let asked = verb.hasPrefix("search") ? " lang:" : " --lang "
      let lower = try scene.run(verb + asked + "en")
      #expect(!lower.output.isEmpty, "\(verb)")
      #expect(try scene.run(verb + asked + "EN").output == lower.output, "\(verb)")
      #expect(try scene.run(verb + asked + "uk").output == "", "\(verb)")
      #expect([0, 4].contains(try scene.run(verb + asked + "uk").status), "\(verb)")
      let past = try scene.run(verb + asked + "EN --as-of 2024-01-01")
      #expect(!past.output.isEmpty, "\(verb)")
    }
  }

  @Test func `a channel or source that the daemon does not know is an error`() async throws {
    let scene = try await Scene()
    let config = scene.folder + ".toml"
    defer { try? FileManager.default.removeItem(atPath: config) }
    try """
    [[source]]
    id = "pism"
    url = "https://example.org/pism"
    [[channel]]
    id = "desk"
    kind = "journal"
    """.write(toFile: config, atomically: true, encoding: .utf8)
    for (arguments, status, told) in [
      ("replay --channel dsek", 2, "No channel is called dsek. Did you mean desk?"),
      ("replay --channel desk", 0, ""),
      ("prune --before 1d --source psim", 2, "No source is called psim. Did you mean pism?"),
      ("prune --before 1d --source dead", 0, ""),
    ] as [(String, Int32, String)] {
      let run = try Run.script("\"$D\" \(arguments) --config \(config) --store \(scene.folder)")
      #expect(run.status == status, "\(arguments): \(run.errors)")
      #expect(run.errors.contains(told) || told.isEmpty, "\(arguments): \(run.errors)")
    }
  }
}
