import BriefDaemon
import BriefStore
import Testing

/// Which store is meant.
struct StoreChoiceTests {
  static let table:
    [(named: String?, file: String?, isNamed: Bool, variable: String?, says: String)] =
      [
        ("/a", "/b", true, "/c", "/a --store"), ("/a", nil, false, nil, "/a --store"),
        (nil, "/b", true, "/c", "/b the configuration"),
        (nil, nil, true, "/c", "/c BRIEF_SYNC_STORE"),
        (nil, "/b", false, "/c", "/c BRIEF_SYNC_STORE"),
        (nil, "/b", false, nil, "/b the configuration"),
        (nil, "/b", false, "", "/b the configuration"), (nil, nil, false, nil, "/state usual"),
      ]

  @Test(arguments: table)
  func `the store of a configuration that is named goes before the variable`(
    named: String?, file: String?, isNamed: Bool, variable: String?, says: String
  ) {
    var environment = ["STATE_DIRECTORY": "/state"]
    environment["BRIEF_SYNC_STORE"] = variable
    let choice = Installation.store(
      named, configured: file, namesConfiguration: isNamed, environment: environment)
    #expect("\(choice.location.folder) \(choice.origin ?? "usual")" == says)
  }
}
