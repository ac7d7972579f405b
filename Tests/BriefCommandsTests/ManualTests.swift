import BriefCommands
import BriefModel
import Testing

/// The manual and the help say something of everything, and their examples run.
struct ManualTests {
  @Test func `each command has a sentence, each option a line, and each page its sections`() throws
  {
    let root = try ManualPage.root()
    for command in root.subcommands ?? [] where command.commandName != "help" {
      #expect(command.abstract?.isEmpty == false, "\(command.commandName)")
      for argument in (command.arguments ?? []) where argument.shouldDisplay {
        let isGeneral = argument.names?.contains { ["help", "version"].contains($0.name) } == true
        #expect(
          isGeneral || argument.abstract?.isEmpty == false,
          "\(command.commandName) \(argument.valueName ?? "")")
      }
      let page = ManualPage.text(of: command, isRoot: false)
      #expect(page.hasPrefix(".TH BRIEF\\-SYNC\\-"))
      for section in ["NAME", "SYNOPSIS", "EXIT STATUS"] {
        #expect(page.contains(".SH \(section)"))
      }
    }
    #expect(ManualPage.text(of: root, isRoot: true).contains(".SH COMMANDS"))
  }

  @Test func `another program's pages are made from its own help`() throws {
    let run = try Run.script(
      """
      help=$(mktemp); "${B}d" --experimental-dump-help > "$help"
      "$B" manual --of "$help" --verbs | head -1; "$B" manual --of "$help" remove
      "$B" manual --of "$help" run; "$B" manual --of /dev/null
      """)
    #expect(run.output.hasPrefix("run\n.TH BRIEF\\-SYNCD\\-REMOVE 1 "))
    #expect(run.output.contains(".SH OPTIONS\n.TP\n.B \\-\\-config CONFIG"))
    let said = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains("13 a record is damaged, 75 the disk is full"))
    #expect(run.errors.contains("/dev/null holds no help of a program."))
  }

  @Test func `each command has an example that runs`() async throws {
    let scene = try await Scene()
    let root = try ManualPage.root()
    let verbs = (root.subcommands ?? []).map(\.commandName)
    let examples = ManualExamples.all
    for verb in verbs where !["help", "manual"].contains(verb) {
      #expect(examples.contains { $0.verb == verb }, "\(verb)")
    }
    for example in examples where !example.arguments.contains("FILE") {
      let arguments = example.arguments.replacing("ID", with: scene.gas.hexadecimal)
        .replacing("--since 1d --count 1", with: "--since 2020-01-01 --count 1")
      let run = try scene.run(arguments)
      #expect([0, 3, 4].contains(run.status), "\(arguments): \(run.errors)")
    }
  }
}
