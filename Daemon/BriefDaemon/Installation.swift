import BriefModel
package import BriefStore
import Foundation

/// Where an instance finds its configuration and keeps its store.
package enum Installation {
  /// A store's place and who named it.
  package struct Choice: Hashable, Sendable {
    package var location: StoreLocation
    /// What follows "named by": `--store`, `the configuration`, `BRIEF_SYNC_STORE`; `nil` for the
    /// usual place of this user.
    package var origin: String?
  }

  /// The store of the command line; else of a configuration that the command line names; else of
  /// the environment, of the usual configuration, or the usual place of this user. A variable that
  /// is left over from other work does not turn a named configuration's sources into another store.
  ///
  /// - Parameter namesConfiguration: the command line names the configuration.
  package static func store(
    _ named: String?, configured: String?, namesConfiguration: Bool, environment: [String: String]
  ) -> Choice {
    let variable = environment["BRIEF_SYNC_STORE"].flatMap { $0.isEmpty ? nil : $0 }
    let inConfiguration = (folder: configured, origin: "the configuration")
    let inVariable = (folder: variable, origin: "BRIEF_SYNC_STORE")
    let places =
      [(folder: named, origin: "--store")]
      + (namesConfiguration ? [inConfiguration, inVariable] : [inVariable, inConfiguration])
    for place in places {
      guard let folder = place.folder else { continue }
      return Choice(location: StoreLocation(folder: folder), origin: place.origin)
    }
    return Choice(location: StoreLocation(folder: usualStore(environment)), origin: nil)
  }

  private static func usualStore(_ environment: [String: String]) -> String {
    // systemd's StateDirectory= says where a service keeps its state (systemd.exec(5)).
    if let folder = environment["STATE_DIRECTORY"]?.split(separator: ":").first {
      return String(folder)
    }
    if getuid() == 0 { return "/var/lib/brief-sync" }
    let home = environment["HOME"] ?? "/"
    return (environment["XDG_STATE_HOME"] ?? home + "/.local/state") + "/brief-sync"
  }
}
