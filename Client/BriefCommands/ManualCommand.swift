import ArgumentParser

struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print a page of the manual, for man(1).",
    discussion: "Packages make their pages with it: brief-sync manual diff > brief-sync-diff.1",
    shouldDisplay: false)

  @Argument(help: "The command that the page is about; without one, the whole program.")
  var verb: String?

  func run() throws {
    let root = try ManualPage.root()
    guard let verb else {
      _ = StandardOutput.write(ManualPage.text(of: root, isRoot: true))
      return
    }
    guard let command = root.subcommands?.first(where: { $0.commandName == verb }) else {
      throw CommandFailure(
        .usage, "There is no command “\(verb)”.", nextCommand: "brief-sync --help")
    }
    _ = StandardOutput.write(ManualPage.text(of: command, isRoot: false))
  }
}
