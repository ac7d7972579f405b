import Synchronization

/// Tells a thread that its work is not wanted any more.
final class CancelFlag: Sendable {
  private let value = Mutex(false)
  var isSet: Bool { value.withLock { $0 } }
  func set() { value.withLock { $0 = true } }
}
