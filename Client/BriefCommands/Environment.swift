import Glibc

/// The variables of the process, each asked for when it is needed: a dictionary of text costs the
/// start of a program more than all that is read from it.
package struct Environment: Sendable {
  package init() {}

  package subscript(name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Those that say where things lie, for who takes a dictionary.
  var places: [String: String] {
    var places: [String: String] = [:]
    for name in ["XDG_STATE_HOME", "XDG_CONFIG_HOME", "HOME"] { places[name] = self[name] }
    return places
  }
}
