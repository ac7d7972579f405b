import ArgumentParser
import BriefAlerting
import BriefConfiguration
import BriefDaemon
import BriefModel
import BriefStore
import BriefTopics
import Foundation

struct CheckConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-config", abstract: "Read the configuration and say what is wrong with it.")

  @Option(help: "The configuration file. Without it the usual places are tried.")
  var config: String?

  @Argument(help: "The same, without the flag.", completion: .file())
  var file: String?

  func run() async throws {
    do {
      var options = DaemonOptions()
      (options.config, options.store) = (config ?? file, nil)
      let configuration = try options.configuration()
      for warning in configuration.warnings {
        StandardStream.errors.write("warning: \(warning)\n")
      }
      let lacks = await ConfigurationCheck(configuration).warnings()
      for warning in lacks {
        StandardStream.errors.write("warning: \(warning.sentence)\n")
      }
      let counts = [
        counted(configuration.sources.count, "source"),
        counted(configuration.channels.count, "channel"),
        counted(configuration.rules.count, "rule"),
      ].joined(separator: ", ")
      Answer.print(
        !lacks.contains(where: \.isLoss)
          ? "Configuration is sound: \(counts)."
          : "Configuration can be read: \(counts). Not all of it can be used: see the warnings.")
      let choice = options.storeChoice(configuration)
      for warning in forgottenChannels(configuration, choice.location) {
        StandardStream.errors.write("warning: \(warning)\n")
      }
      let origin = choice.origin.map { ", named by \($0)" } ?? ", the usual place"
      Answer.print("Store: \(choice.location.folder)\(origin).")
      guard configuration.topicFolder != nil else { return }
      let loaded = try ActiveCatalogue.load(configuration.topicFolder)
      Answer.print(
        "Topics: \(loaded.catalogue.topics.count) in force, \(counted(loaded.refused.count, "file")) refused."
      )
      for trouble in loaded.refused { Answer.print("  \(trouble)") }
    } catch {
      throw ExitStatus.failure(error)
    }
  }

  /// Of a store that can be read by whoever asks; a configuration is sound without one.
  private func forgottenChannels(
    _ configuration: DaemonConfiguration, _ location: StoreLocation
  ) -> [String] {
    guard let reader = try? StoreReader(location),
      let reports = try? reader.read({ try $0.channelReports() })
    else { return [] }
    return Assembly.forgottenChannels(reports, configured: configuration.channels.map(\.id))
  }
}
