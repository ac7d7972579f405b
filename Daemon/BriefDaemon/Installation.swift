import BriefModel
package import BriefStore
import Foundation

/// Where an instance finds its configuration and keeps its store.
package enum Installation {
  /// The store named on the command line, in the environment or in the configuration, else the
  /// usual place of this user.
  package static func storeLocation(
    _ named: String?, configured: String?, environment: [String: String]
  ) -> StoreLocation {
    StoreLocation(
      folder: named ?? environment["BRIEF_SYNC_STORE"] ?? configured ?? usualStore(environment))
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
