import BriefStore
import Glibc

/// What lies at a store's place, held against what was opened there.
package enum StorePresence: Hashable, Sendable {
  case here
  /// Nothing is there: the folder or its database was moved or removed.
  case gone
  /// Another folder or database lies there.
  case replaced
}

/// The store's folder and database as the kernel knows them, whatever they are called.
struct StorePlaceMark: Hashable, Sendable {
  private struct Inode: Hashable {
    var device: UInt64
    var number: UInt64

    /// `nil` where nothing is.
    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino))
    }
  }

  private let folder: Inode?
  private let database: Inode?

  init(_ location: StoreLocation) {
    folder = Inode(location.folder)
    database = Inode(location.database)
  }

  func presence(at location: StoreLocation) -> StorePresence {
    let now = StorePlaceMark(location)
    if now == self { return .here }
    return now.folder == nil || now.database == nil ? .gone : .replaced
  }
}

extension StoreWriter {
  /// Whether the writer's store still lies where it was opened. A folder that was moved is written on
  /// without a fault: the files stay open.
  package var presence: StorePresence { place.presence(at: location) }
}
