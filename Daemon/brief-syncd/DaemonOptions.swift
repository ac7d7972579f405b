import ArgumentParser
import BriefConfiguration
import BriefDaemon
import BriefModel
import BriefStore
import Foundation

/// What every subcommand that opens the store takes.
struct DaemonOptions: ParsableArguments {
  @Option(help: "The configuration file. Without it the usual places are tried.")
  var config: String?

  @Option(
    help: """
      The store's folder; else the `store` of a configuration that --config names, else \
      BRIEF_SYNC_STORE, else the `store` of the usual configuration, else the usual place.
      """)
  var store: String?

  private var environment: [String: String] { ProcessInfo.processInfo.environment }

  func configuration() throws -> DaemonConfiguration {
    let path = ConfigurationPlace.path(config, environment: environment)
    return try ConfigurationFile.read(path: path, topics: try ShippedTopics.names())
  }

  func location(_ configuration: DaemonConfiguration) -> StoreLocation {
    storeChoice(configuration).location
  }

  /// The store that is meant, and who named it.
  func storeChoice(_ configuration: DaemonConfiguration) -> Installation.Choice {
    Installation.store(
      store, configured: configuration.store, namesConfiguration: config != nil,
      environment: environment)
  }

  /// A command that neither polls nor delivers needs no configuration when the store is named.
  func configurationIfNeeded() throws -> DaemonConfiguration {
    config == nil && store != nil ? DaemonConfiguration() : try configuration()
  }

  /// Throws ``StoreTrouble/missing(path:)``: what works on a store does not make one.
  func requireStore() throws {
    do {
      let location = location(try configurationIfNeeded())
      guard FileManager.default.fileExists(atPath: location.database) else {
        throw StoreTrouble.missing(path: location.folder)
      }
    } catch {
      throw ExitStatus.failure(error)
    }
  }

  /// Runs `body` with the daemon's parts, and ends with the exit status that a failure asks for.
  func withAssembly(
    needsConfiguration: Bool = true, _ body: (Assembly) async throws -> Void
  ) async throws {
    do {
      let configuration = try needsConfiguration ? configuration() : configurationIfNeeded()
      let assembly = try await Assembly(configuration, location: location(configuration))
      do {
        try await body(assembly)
        await assembly.shutDown()
      } catch {
        await assembly.shutDown()
        throw error
      }
    } catch {
      throw ExitStatus.failure(error)
    }
  }
}
