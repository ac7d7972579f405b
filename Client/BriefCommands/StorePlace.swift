import Glibc

/// Which store is meant when the command line does not say.
enum StorePlace {
  /// `--store`, else BRIEF_SYNC_STORE, else the first usual place that has a store, else the first of
  /// them (so that the message names it).
  static func folder(_ option: String?, environment: Environment) -> String {
    if let option { return option }
    if let named = environment["BRIEF_SYNC_STORE"], !named.isEmpty { return named }
    let places = usual(environment)
    return places.first { access($0 + "/store.sqlite", F_OK) == 0 } ?? places.first ?? "."
  }

  static func usual(_ environment: Environment) -> [String] {
    var places = ["/var/lib/brief-sync"]
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      places.append(state + "/brief-sync")
    }
    if let home = environment["HOME"], home.hasPrefix("/") {
      places.append(home + "/.local/state/brief-sync")
    }
    return places
  }
}
