import ArgumentParser
import BriefDaemon
import BriefModel
import BriefWriting

struct PauseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pause", abstract: "Stop polling a source until it is resumed.",
    discussion: """
      The pause holds across restarts; what is kept of the source stays.
      Example: brief-syncd pause pism-spotlight
      """)

  @OptionGroup var options: DaemonOptions

  @Argument(help: "The source's id.")
  var source: String

  func run() async throws { try await Pausing.run(options, source, isPaused: true) }
}

struct ResumeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Poll a source again that was paused or had gone for good.",
    discussion: """
      Example: brief-syncd resume pism-spotlight
      """)

  @OptionGroup var options: DaemonOptions

  @Argument(help: "The source's id.")
  var source: String

  func run() async throws { try await Pausing.run(options, source, isPaused: false) }
}

private enum Pausing {
  static func run(_ options: DaemonOptions, _ source: String, isPaused: Bool) async throws {
    let verb = isPaused ? "pause" : "resume"
    if try HandOver.toDaemon(options, "/\(verb)/\(ControlClient.encoded(source))") { return }
    try await options.withAssembly { assembly in
      let id = try assembly.configuration.known(SourceID(source))
      _ = try await assembly.writer.setPaused(id, isPaused)
      Answer.print(PauseText.sentence(id, isPaused))
    }
  }
}
