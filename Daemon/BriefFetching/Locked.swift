#if canImport(Glibc)
  import Glibc
#endif

/// A value behind a POSIX lock.
///
/// `Synchronization.Mutex` would do, but the thread sanitizer does not see its lock and takes every
/// access for a race; and under contention it hands over with a switch of threads each time.
final class Locked<Value>: @unchecked Sendable {
  // The value is touched under the lock alone, and the lock never moves.
  private var value: Value
  private let lock: UnsafeMutablePointer<pthread_mutex_t>

  init(_ value: sending Value) {
    self.value = value
    lock = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body(&value)
  }
}
