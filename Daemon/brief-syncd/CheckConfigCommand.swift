import ArgumentParser
import BriefAlerting
import BriefConfiguration
import BriefDaemon
import BriefTopics
import Foundation

struct CheckConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-config", abstract: "Read the configuration and say what is wrong with it.")

  @Option(help: "The configuration file. Without it the usual places are tried.")
  var config: String?

  @Argument(help: "The same, without the flag.", completion: .file())
  var file: String?

  func run() throws {
    do {
      var options = DaemonOptions()
      options.config = config ?? file
      let configuration = try options.configuration()
      for warning in configuration.warnings {
        StandardStream.errors.write("warning: \(warning)\n")
      }
      Answer.print(
        "Configuration is sound: \(configuration.sources.count) sources, \(configuration.channels.count) channels, \(configuration.rules.count) rules."
      )
      guard configuration.topicFolder != nil else { return }
      let loaded = try ActiveCatalogue.load(configuration.topicFolder)
      Answer.print(
        "Topics: \(loaded.catalogue.topics.count) in force, \(loaded.refused.count) files refused."
      )
      for trouble in loaded.refused { Answer.print("  \(trouble)") }
    } catch {
      throw ExitStatus.failure(error)
    }
  }
}
