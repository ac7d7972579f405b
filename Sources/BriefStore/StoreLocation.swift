/// Where the parts of a store lie: a folder with one SQLite file, a lock and the large originals.
package struct StoreLocation: Hashable, Sendable {
  /// Path of the folder, without a slash at its end.
  package let folder: String

  package init(folder: String) {
    var folder = folder
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    self.folder = folder
  }

  package var database: String { folder + "/store.sqlite" }
  package var lock: String { folder + "/daemon.lock" }
  package var socket: String { folder + "/control.socket" }
  package var originals: String { folder + "/originals" }
}
