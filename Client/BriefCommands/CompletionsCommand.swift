import ArgumentParser

struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print a completion script for a shell.",
    discussion:
      "For example: brief-sync completions bash > ~/.local/share/bash-completion/completions/brief-sync"
  )

  @Argument(help: "bash, zsh or fish.")
  var shell: String

  func run() throws {
    guard let kind = CompletionShell(rawValue: shell) else {
      throw CommandFailure(
        .usage, "There are completions for bash, zsh and fish, not for “\(shell)”.",
        nextCommand: "brief-sync completions bash")
    }
    try StandardOutput.answer(BriefSync.completionScript(for: kind) + "\n")
  }
}
