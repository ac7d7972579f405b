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

    init(_ status: stat) {
      (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino))
    }
  }

  private enum Finding: Hashable {
    case inode(Inode)
    case nothing
    /// The file system gives no answer now: that says nothing of the store.
    case unknown

    init(_ path: String) {
      var status = stat()
      if stat(path, &status) == 0 {
        self = .inode(Inode(status))
      } else {
        self = errno == ENOENT || errno == ENOTDIR ? .nothing : .unknown
      }
    }
  }

  private let folder: Finding
  private let database: Finding

  init(_ location: StoreLocation) {
    folder = Finding(location.folder)
    database = Finding(location.database)
  }

  func presence(at location: StoreLocation) -> StorePresence {
    let now = StorePlaceMark(location)
    if now == self || now.folder == .unknown || now.database == .unknown { return .here }
    return now.folder == .nothing || now.database == .nothing ? .gone : .replaced
  }
}

extension StoreWriter {
  /// Whether the writer's store still lies where it was opened. A folder that was moved is written on
  /// without a fault: the files stay open.
  package var presence: StorePresence { place.presence(at: location) }
}
