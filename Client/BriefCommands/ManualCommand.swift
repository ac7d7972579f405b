import ArgumentParser
import FoundationEssentials

struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print a page of the manual, for man(1).",
    discussion: """
      Packages make their pages with it: brief-sync manual diff > brief-sync-diff.1. Pages of another \
      program are made from its own help: brief-syncd --experimental-dump-help > FILE; brief-sync \
      manual --of FILE run > brief-syncd-run.1
      """,
    shouldDisplay: false)

  @Option(help: "The help of another program, as its argument parser prints it for programs.")
  var of: String?

  @Flag(help: "Print the names of the commands, one a line.")
  var verbs = false

  @Argument(help: "The command that the page is about; without one, the whole program.")
  var verb: String?

  func run() throws {
    let root = try of.map(Self.root) ?? ManualPage.root()
    let names = (root.subcommands ?? []).map(\.commandName).filter { $0 != "help" }
    if verbs {
      try StandardOutput.answer(names.joined(separator: "\n") + "\n")
      return
    }
    guard let verb else {
      let page = ManualPage.text(of: root, isRoot: true, program: root.commandName)
      try StandardOutput.answer(page)
      return
    }
    guard let command = root.subcommands?.first(where: { $0.commandName == verb }) else {
      throw CommandFailure(
        .usage, "There is no command “\(verb)”.", nextCommand: "brief-sync --help")
    }
    let page = ManualPage.text(of: command, isRoot: false, program: root.commandName)
    try StandardOutput.answer(page)
  }

  private static func root(_ file: String) throws -> ManualPage.Command {
    do {
      return try ManualPage.root(dump: String(contentsOfFile: file, encoding: .utf8))
    } catch {
      throw CommandFailure(
        .failure, "\(file) holds no help of a program.",
        nextCommand: "brief-sync manual --help")
    }
  }
}
