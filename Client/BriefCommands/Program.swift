import ArgumentParser
import BriefClient
import BriefModel
import BriefReport
import Glibc

/// Runs a command line, and says what became of it: an exit code, and on trouble what to do next.
package enum Program {
  /// Runs the command line; the exit code.
  package static func run(_ arguments: [String]) async -> Int32 {
    StandardStreams.prepare()
    do {
      if try PlainCommandLine.run(arguments) { return ExitStatus.success.rawValue }
      try checkVerb(arguments)
      var command = try BriefSync.parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return ExitStatus.success.rawValue
    } catch let failure as CommandFailure {
      return report(failure)
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      return report(error)
    }
  }

  /// A mistyped verb is told with the nearest one. Throws ``CommandFailure``.
  private static func checkVerb(_ arguments: [String]) throws(CommandFailure) {
    let names = BriefSync.verbs.map(\.name)
    let asked = arguments.first == "help" ? arguments.dropFirst().first : arguments.first
    guard let verb = asked, !verb.hasPrefix("-"), verb != "help", !names.contains(verb)
    else { return }
    let nearest = NearestName.of(verb, among: names)
    throw CommandFailure(
      .usage,
      "There is no command “\(verb)”." + (nearest.map { " Did you mean “\($0)”?" } ?? ""),
      nextCommand: "brief-sync \(nearest ?? "--help")")
  }

  @discardableResult
  static func report(_ failure: CommandFailure) -> Int32 {
    if failure != .readerLeft {
      complain("brief-sync: \(failure.message)\nRun: \(failure.nextCommand)\n")
    }
    return failure.status.rawValue
  }

  /// Help and version are answers; the rest is a command line that makes no sense.
  private static func report(_ error: any Error) -> Int32 {
    if BriefSync.exitCode(for: error) == .success {
      do throws(CommandFailure) {
        try StandardOutput.answer(BriefSync.fullMessage(for: error) + "\n")
      } catch {
        return report(error)
      }
      return ExitStatus.success.rawValue
    }
    complain("\(BriefSync.fullMessage(for: error))\nRun: brief-sync --help\n")
    return ExitStatus.usage.rawValue
  }

  private static func complain(_ text: String) {
    StandardError.write(VisibleText.lines(text))
  }
}
