import ArgumentParser
import Testing

@testable import BriefCommands

struct PlainCommandLineTests {
  /// Options of each verb with a value that is good, flags with none; and its operands.
  private static let verbs: [(name: String, parts: [[String]], operands: [[String]])] = {
    let shared = [
      ["--store", "/tmp/none"], ["--color", "never"], ["--as-of", "2 weeks ago"], ["--json"],
      ["--jsonl"], ["--no-pager"],
    ]
    let filter = [
      ["--since", "7d"], ["--until", "2024-05-01"], ["--source", "s"], ["--topic", "gas"],
      ["--lang", "pl"], ["--limit", "5"],
    ]
    return [
      ("status", shared + [["--check"]], [[]]),
      ("changes", shared + filter + [["--cursor", "file"], ["--exit-code"]], [[]]),
      ("list", shared + filter, [[]]),
      ("show", shared + [["--version-number", "2"]], [["26dc"]]),
      ("search", shared + [["--limit", "5"]], [["gas"], ["gas market", "topic:oil"]]),
      ("sources", shared + [["--opml"]], [[], ["s"]]),
    ]
  }()

  /// The command as the parser reads it; `nil` when it complains.
  private func parsed(_ line: [String]) -> String? {
    (try? BriefSync.parseAsRoot(line)).map { "\($0)" }
  }

  /// The same by the verb's own command, which is described in a tenth of the time.
  private func parsed(_ line: [String], by verb: String) -> String? {
    let command = BriefSync.verbs.first { $0.name == verb }?.command
    return (try? command?.parseAsRoot(Array(line.dropFirst()))).map { "\($0)" }
  }

  private func plain(_ line: [String]) -> String? {
    PlainCommandLine.command(line).map { "\($0)" }
  }

  /// Lines of up to two parts, operands before and after them.
  private func lines(_ verb: (name: String, parts: [[String]], operands: [[String]])) -> [[String]]
  {
    let chosen =
      [[]] + verb.parts
      + verb.parts.indices.flatMap { first in
        verb.parts.indices.filter { $0 != first }.map { verb.parts[first] + verb.parts[$0] }
      }
    return verb.operands.flatMap { operands in
      chosen.flatMap { [[verb.name] + $0 + operands, [verb.name] + operands + $0] }
    }
  }

  @Test(arguments: ["status", "changes", "list", "show", "search", "sources"])
  func `a plain line is read as the parser reads it`(_ name: String) throws {
    let verb = try #require(Self.verbs.first { $0.name == name })
    for line in lines(verb) {
      let expected = parsed(line, by: name)
      // Whatever the parser complains of is left to it, and nothing else here.
      #expect(plain(line) == expected, "\(line)")
    }
  }

  @Test(arguments: ["status", "changes", "list", "show", "search", "sources"])
  func `a line that is not plain is left to the parser`(_ name: String) throws {
    let verb = try #require(Self.verbs.first { $0.name == name })
    let line = [name] + (verb.operands.first ?? [])
    let odd: [[String]] = [
      ["--help"], ["-h"], ["--version"], ["--nonsense"], ["--store"], ["--store=/tmp/none"],
      ["--store", "--json"], ["--store", "-x"], ["--store", ""], ["-n", "2"], ["--"], ["-"], [""],
      ["--store", "a", "--store", "b"], ["--json", "--json"], ["--color", "blue"], ["--stor", "a"],
      ["--limit", "many"], ["--limit", "0"], ["--limit", "-1"], ["--version-number", "two"],
      ["--json", "--jsonl"], ["--json=true"], ["---completion"], ["--generate-completion-script"],
      ["--experimental-dump-help"], ["--no-json"], ["-json"], ["––json"],
    ]
    for part in odd {
      for line in [line + part, [name] + part + (verb.operands.first ?? [])] {
        let expected = parsed(line)
        if let read = plain(line) { #expect(read == expected, "\(line)") }
        if part != ["––json"] { #expect(plain(line) == nil, "\(line)") }
      }
    }
  }

  @Test func `operands that a verb does not take are left to the parser`() {
    for line in [
      ["status", "x"], ["changes", "x"], ["list", "x"], ["show"], ["show", "a", "b"], ["search"],
      ["sources", "a", "b"], ["help"], ["log", "26dc"], [], ["--version"], ["--help"],
    ] { #expect(plain(line) == nil, "\(line)") }
  }
}
