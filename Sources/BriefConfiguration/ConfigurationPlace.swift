import Foundation

/// Where an instance finds its configuration.
package enum ConfigurationPlace {
  /// The configuration named on the command line, else the first of the usual places that exists,
  /// else the first of them.
  package static func path(_ named: String?, environment: [String: String]) -> String {
    if let named { return named }
    let places = usual(environment)
    return places.first { FileManager.default.fileExists(atPath: $0) } ?? places[0]
  }

  private static func usual(_ environment: [String: String]) -> [String] {
    let home = environment["HOME"] ?? "/"
    let own = environment["XDG_CONFIG_HOME"] ?? home + "/.config"
    let places = [own + "/brief-sync/config.toml", "/etc/brief-sync/config.toml"]
    return getuid() == 0 ? places.reversed() : places
  }
}
