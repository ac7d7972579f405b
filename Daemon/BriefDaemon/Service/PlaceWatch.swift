import BriefStore
import BriefWriting
import Synchronization

/// The store was moved, removed or replaced while it was in use: nothing more is written to it.
package struct MovedStore: Error, Hashable, CustomStringConvertible {
  package var folder: String
  /// True where another store lies now.
  package var isReplaced: Bool

  /// What the process ends with. A start where no store is would make a second one, so that is left to a
  /// person (10); on another store the daemon may go on (1).
  package var status: Int32 { isReplaced ? 1 : 10 }

  package var description: String {
    isReplaced
      ? "Another store lies at \(folder) than the one that was opened: the next start goes on with it."
      : "The store at \(folder) was moved or removed. Put it back, then: systemctl start brief-sync"
  }
}

/// Looks whether the store is still where it was opened.
final class PlaceWatch: Sendable {
  private let writer: StoreWriter
  private let found = Mutex<MovedStore?>(nil)
  /// Between two looks where no poll asks for one: two questions to the file system.
  private static let pause = Duration.seconds(10)

  init(writer: StoreWriter) { self.writer = writer }

  /// What was found; stays once it is.
  var trouble: MovedStore? { found.withLock { $0 } }

  /// True when the store is where it was.
  func look() -> Bool {
    let presence = writer.presence
    return found.withLock { found in
      if found == nil, presence != .here {
        found = MovedStore(folder: writer.location.folder, isReplaced: presence == .replaced)
      }
      return found == nil
    }
  }

  /// Returns when the store is no longer where it was, or when the task is cancelled.
  func untilMoved() async {
    while !Task.isCancelled, look() { try? await Task.sleep(for: Self.pause) }
  }
}
