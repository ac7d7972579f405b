import ArgumentParser
import FoundationEssentials

/// A page of the manual in roff (man(7)), made from what the argument parser knows, so that it cannot
/// lag behind the commands.
package enum ManualPage {
  package struct Command: Decodable, Sendable {
    package struct Argument: Decodable, Sendable {
      package struct Name: Decodable, Sendable {
        package var kind: String
        package var name: String
      }

      package var kind: String
      package var abstract: String?
      package var names: [Name]?
      package var valueName: String?
      package var isOptional: Bool
      package var isRepeating: Bool
      package var shouldDisplay: Bool
    }

    package var commandName: String
    package var abstract: String?
    package var discussion: String?
    package var arguments: [Argument]?
    package var subcommands: [Command]?
  }

  private struct Dump: Decodable { var command: Command }

  /// The whole tree of commands. Throws when the argument parser's dump has another form than ours.
  package static func root() throws -> Command {
    try JSONDecoder().decode(Dump.self, from: Data(BriefSync._dumpHelp().utf8)).command
  }

  /// The tree of commands of another program, from what it prints for `--experimental-dump-help`.
  package static func root(dump: String) throws -> Command {
    try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
  }

  /// The page of one command, or of the whole program.
  package static func text(
    of command: Command, isRoot: Bool, program: String = "brief-sync"
  ) -> String {
    let name = isRoot ? program : "\(program)-\(command.commandName)"
    var lines = [
      ".TH \(escaped(name).uppercased()) 1 \"\" brief-sync \"User Commands\"", ".SH NAME",
      "\(escaped(name)) \\- \(escaped(command.abstract ?? ""))", ".SH SYNOPSIS",
    ]
    let line = escaped(isRoot ? program : "\(program) \(command.commandName)")
    let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
    lines.append(".B \(line)")
    lines += isRoot ? ["COMMAND [OPTIONS]"] : arguments.map(synopsis)
    if let discussion = command.discussion {
      lines.append(".SH DESCRIPTION")
      lines += discussion.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.isEmpty ? ".PP" : escaped(String($0))
      }
    }
    if isRoot {
      lines.append(".SH COMMANDS")
      for verb in command.subcommands ?? [] where verb.commandName != "help" {
        lines += [".TP", ".B \(escaped(verb.commandName))", escaped(verb.abstract ?? "")]
      }
    } else if !arguments.isEmpty {
      lines.append(".SH OPTIONS")
      for argument in arguments {
        lines += [".TP", ".B \(title(argument))", escaped(argument.abstract ?? "")]
      }
    }
    // Other programs say these in their own words.
    guard program == "brief-sync" else { return lines.joined(separator: "\n") + "\n" }
    let examples = ManualExamples.all.filter { isRoot || $0.verb == command.commandName }
    if !examples.isEmpty { lines.append(".SH EXAMPLES") }
    for example in examples {
      lines += [".TP", ".B brief\\-sync \(escaped(example.arguments))", escaped(example.says)]
    }
    lines.append(".SH EXIT STATUS")
    for status in ExitStatus.allCases {
      lines += [".TP", ".B \(status.rawValue)", escaped(status.meaning)]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func synopsis(_ argument: Command.Argument) -> String {
    let title = title(argument)
    let repeated = argument.isRepeating ? title + " ..." : title
    return argument.isOptional || argument.kind == "flag" ? "[\(repeated)]" : repeated
  }

  private static func title(_ argument: Command.Argument) -> String {
    let value = (argument.valueName ?? "value").uppercased()
    guard argument.kind != "positional" else { return escaped(value) }
    let names = (argument.names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
    let all = escaped(names.joined(separator: ", "))
    return argument.kind == "flag" ? all : "\(all) \(escaped(value))"
  }

  /// A hyphen that is typed is `\-`; a line that begins with a control character is no text.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      default: result.append(character)
      }
    }
    return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
  }
}
