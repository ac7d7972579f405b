package import BriefModel
package import BriefStore
import Foundation
import Glibc
import Synchronization

/// The one process that may write a store: an advisory lock on a file that names its holder.
///
/// The kernel lets go of it when the process ends, however it ends.
package final class StoreLock: Sendable {
  private let descriptor: CInt
  private let distress = Mutex<StoreDistress?>(nil)

  /// Makes the store's folder when it is missing. Throws ``StoreTrouble/busy(path:holder:)`` with
  /// the holder's name, or
  /// ``StoreTrouble/inaccessible(path:detail:)``.
  package init(_ location: StoreLocation, holder: String) throws(StoreTrouble) {
    do {
      // The group reads; nobody else does.
      try FileManager.default.createDirectory(
        atPath: location.folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o750])
    } catch {
      throw .inaccessible(path: location.folder, detail: Self.reason(error))
    }
    let descriptor = open(location.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else {
      throw .inaccessible(path: location.lock, detail: String(cString: strerror(errno)))
    }
    guard Self.take(descriptor) else {
      let name = StoreHolder.text(of: descriptor)
      close(descriptor)
      throw .busy(path: location.folder, holder: name.isEmpty ? "another brief-syncd" : name)
    }
    let name = Array(holder.utf8)
    ftruncate(descriptor, 0)
    // A name that could not be written costs a clear message to others, not the lock.
    _ = name.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    self.descriptor = descriptor
  }

  /// The kernel's words, where the library keeps them under its own.
  private static func reason(_ error: any Error) -> String {
    let cause = (error as? CocoaError)?.userInfo[NSUnderlyingErrorKey] as? POSIXError
    return cause.map { String(cString: strerror($0.code.rawValue)) } ?? error.localizedDescription
  }

  /// Tells readers that the store cannot be written, or can be again (`nil`). Of one distress the
  /// beginning stays.
  package func show(_ kind: StoreDistress.Kind?, at now: Timestamp) {
    distress.withLock { known in
      guard known?.kind != kind else { return }
      known = kind.map { StoreDistress(kind: $0, since: known?.since ?? now) }
      StoreDistress.show(known, on: descriptor)
    }
  }

  /// Lets readers wait before they begin, or no longer.
  package func setTurnstile(shut: Bool) { StoreTurnstile.set(shut: shut, on: descriptor) }

  deinit {
    ftruncate(descriptor, 0)
    close(descriptor)
  }

  /// Readers that look whether a daemon runs hold the lock for some microseconds; they must not
  /// keep one from starting.
  private static func take(_ descriptor: CInt) -> Bool {
    for _ in 0..<10 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      usleep(5_000)
    }
    return false
  }
}
