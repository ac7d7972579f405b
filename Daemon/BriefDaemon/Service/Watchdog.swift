import BriefWriting
import Foundation
import Synchronization

/// Says that the service makes progress: a beat follows a full turn of the poller's loop and a
/// write lock that was taken and given back. systemd restarts a service whose heart stands still.
final class Watchdog: Sendable {
  private let writer: StoreWriter
  private let notice: SystemdNotice
  private let beats = Mutex(0)

  init(writer: StoreWriter, notice: SystemdNotice) {
    self.writer = writer
    self.notice = notice
  }

  var count: Int { beats.withLock { $0 } }

  /// Called by the loop after a turn.
  func beat() async {
    do {
      try await writer.pulse()
      beats.withLock { $0 += 1 }
      notice.watchdog()
    } catch {
      Log.write(.error, "store-failed", [("reason", "\(error)")])
    }
  }

  /// Nanoseconds between two questions; `nil` where no one watches (sd_watchdog_enabled(3)).
  static func interval(_ environment: [String: String]) -> UInt64? {
    if let process = environment["WATCHDOG_PID"], Int32(process) != getpid() { return nil }
    guard let text = environment["WATCHDOG_USEC"], let limit = UInt64(text), limit > 0 else {
      return nil
    }
    // Half of it, as systemd advises.
    return max(1, min(limit, 86_400_000_000) / 2) * 1_000
  }
}
