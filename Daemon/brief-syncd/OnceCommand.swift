import ArgumentParser
import BriefDaemon
import Foundation

struct OnceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "once", abstract: "Poll what is due, deliver what is owed, and end.",
    discussion: ExitStatus.help)

  @OptionGroup var options: DaemonOptions

  @Flag(help: "Poll every source now, due or not.")
  var all = false

  @Flag(help: "Print one JSON document instead of lines.")
  var json = false

  func run() async throws {
    try await options.withAssembly { assembly in
      let json = json
      let report = try await Round(assembly).run(everything: all) { line in
        if !json { Answer.print(line) }
      }
      Answer.print(try json ? report.json() : report.text)
      if report.failed > 0 { throw ExitStatus.someSourcesFailed }
    }
  }
}
