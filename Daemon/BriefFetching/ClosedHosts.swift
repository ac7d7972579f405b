import Synchronization

/// Hosts that asked to be left alone, by name and port: no hop of any poll goes there before the
/// time is over, whatever led to them.
package final class ClosedHosts: Sendable {
  private let now: @Sendable () -> Int64
  /// Until when, in milliseconds.
  private let closed = Mutex([String: Int64]())

  /// Seconds for a 429 that names none, until the schedule has counted how often the host asked.
  static let untimed: Int64 = 60

  /// - Parameter now: milliseconds of a clock that never goes back.
  package init(now: @escaping @Sendable () -> Int64 = { SteadyClock.now() }) { self.now = now }

  /// Closes a host for so many seconds from now; a longer time that is known already stays.
  package func close(_ host: String, seconds: Int64?) {
    let wait = max(0, seconds ?? Self.untimed).multipliedReportingOverflow(by: 1000)
    let until = now().addingReportingOverflow(wait.overflow ? .max : wait.partialValue)
    close(host, until: until.overflow ? .max : until.partialValue)
  }

  /// - Parameter until: milliseconds.
  package func close(_ host: String, until: Int64) {
    closed.withLock { $0[host] = max(until, $0[host] ?? .min) }
  }

  /// Seconds for which the host of `url` is closed; `nil` when it is open.
  func wait(for url: WebURL) -> Int64? {
    closed.withLock { closed in
      // Nearly always: a name is not even put together then.
      guard !closed.isEmpty, let until = closed[url.hostAndPort] else { return nil }
      let left = until.subtractingReportingOverflow(now())
      guard !left.overflow, left.partialValue > 0 else {
        closed[url.hostAndPort] = nil
        return nil
      }
      return (left.partialValue - 1) / 1000 + 1
    }
  }
}
