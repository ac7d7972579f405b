import BriefAlerting
package import BriefConfiguration
import BriefFetching
import BriefModel
import Foundation

/// What a sound configuration lacks on this machine: secrets that cannot be had, addresses that no poll
/// would ask.
package struct ConfigurationCheck: Sendable {
  private let configuration: DaemonConfiguration
  private let environment: [String: String]

  package init(
    _ configuration: DaemonConfiguration,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.configuration = configuration
    self.environment = environment
  }

  /// Something to know before the daemon runs.
  package struct Warning: Hashable, Sendable {
    package var sentence: String
    /// A source or channel cannot be used.
    package var isLoss = true
  }

  /// In the order of the file. Programs that print a secret are not run: they may ask a person for a
  /// password.
  package func warnings() async -> [Warning] {
    var warnings: [Warning] = []
    var known: [String: SourceID] = [:]
    if configuration.contact == nil, configuration.sources.contains(where: { $0.kind != .folder }) {
      warnings.append(
        Warning(
          sentence: "no contact is set: publishers do not see to whom they could write",
          isLoss: false))
    }
    for source in configuration.sources {
      if let refusal = refusal(of: source) {
        warnings.append(Warning(sentence: "source \(source.id) is not polled: \(refusal)"))
      } else if let asked = source.kind == .folder ? source.url : URLRule.asked(source.url) {
        if let other = known[asked] {
          warnings.append(
            Warning(
              sentence: "source \(source.id) has the address of \(other): it is asked for both",
              isLoss: false))
        } else {
          known[asked] = source.id
        }
      }
      if let key = configuration.keys[source.id], let reason = await trouble(key.place) {
        warnings.append(Warning(sentence: "source \(source.id) is locked: \(reason)"))
      }
    }
    for channel in configuration.channels {
      if let place = channel.secret, let reason = await trouble(place) {
        warnings.append(Warning(sentence: "channel \(channel.id) is off: \(reason)"))
      }
    }
    return warnings
  }

  private func refusal(of source: Source) -> String? {
    guard source.kind != .folder else { return nil }
    return URLRule.refusal(of: source.url, allowsPrivate: source.allowsPrivateAddresses)
      .map { FetchOutcome.refused($0).sentence }
  }

  private func trouble(_ place: SecretPlace) async -> String? {
    switch place {
    case .command(let arguments) where !arguments.isEmpty: return nil
    case .command: return "its secret command is empty"
    case .file: break
    case .written: return nil
    case .credential:
      // Only the unit has them.
      guard environment["CREDENTIALS_DIRECTORY"] != nil else { return nil }
    }
    do {
      _ = try await SecretReader(environment: environment, runner: LocalRunner()).read(place)
      return nil
    } catch {
      return (error as? ChannelFault)?.reason ?? "\(error)"
    }
  }
}
