import Glibc

/// Where readers wait, before they begin, for the writer to cut a log that has become too long.
///
/// SQLite cuts its log only at a moment that no reader is in; readers that always overlap leave no
/// such moment. The writer shuts the turnstile by a lock on one byte of the lock file, which lies far
/// behind its end: readers see that without permission to write, and it ends with the process.
package final class StoreTurnstile: Sendable {
  private let descriptor: CInt

  /// Milliseconds that a reader waits; then it begins all the same, and the log grows on.
  package static let patience = 200
  /// Below the bytes of ``StoreDistress``.
  private static let place: Int64 = 1 << 39

  /// `nil` where there is no lock file that may be read: then nobody writes.
  package init?(_ location: StoreLocation) {
    descriptor = Glibc.open(location.lock, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// Returns once the turnstile is open, at the latest after ``patience``.
  ///
  /// - Parameter pause: waits a millisecond.
  package func pass(pause: () -> Void = { usleep(1_000) }) {
    for _ in 0..<Self.patience {
      guard isShut else { return }
      pause()
    }
  }

  private var isShut: Bool {
    var lock = OpenFileLock.range(from: Self.place, length: 1, type: F_WRLCK)
    return fcntl(descriptor, OpenFileLock.ask, &lock) == 0 && Int32(lock.l_type) != F_UNLCK
  }

  /// Shuts or opens it, through the writer's lock file.
  package static func set(shut: Bool, on descriptor: CInt) {
    var lock = OpenFileLock.range(from: place, length: 1, type: shut ? F_WRLCK : F_UNLCK)
    _ = fcntl(descriptor, OpenFileLock.set, &lock)
  }
}

/// Locks of an open file on ranges of bytes, which need not exist.
enum OpenFileLock {
  /// fcntl(2), F_OFD_GETLK and F_OFD_SETLK: locks of the open file, not of the process.
  static let ask: Int32 = 36
  static let set: Int32 = 37

  static func range(from start: Int64, length: Int64, type: Int32) -> flock {
    var lock = flock()
    lock.l_type = Int16(type)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = off_t(start)
    lock.l_len = off_t(length)
    return lock
  }
}
