package import BriefWriting

/// How alerts are sent.
package struct DeliveryPolicy: Hashable, Sendable {
  /// Seconds before the second attempt; doubles with each failure.
  package var firstWait: Int64 = 60
  /// Seconds; the longest wait that we choose ourselves. A receiver's Retry-After may be longer.
  package var longestWait: Int64 = 3_600
  /// Share of a wait that is added at random, so that what failed together does not return
  /// together.
  package var jitter = 0.25
  /// Alerts that a channel sends at once when it is well. Each attempt of a window is committed
  /// with the claim of the next window, so a window is also what one fsync pays for.
  package var window = 16
  /// Failures in a row after which the channel itself is taken to be out of order and left alone,
  /// instead of being asked once for each of perhaps thousands of alerts.
  package var failuresUntilHold = 3
  /// Seconds after which an alert that was never tried may break a hold that we chose ourselves:
  /// one alert that the receiver stumbles over must not silence the channel for an hour.
  package var freshProbe: Int64 = 60
  /// Seconds between looks at the store when nothing is known to be due, for whatever went amiss.
  package var longestSleep: Int64 = 600
  /// Seconds that a failed write of the store waits, doubling up to a minute.
  package var storeWait: Int64 = 1
  /// Seconds by which the wall clock may differ from the steady one before it counts as set.
  package var clockTolerance: Int64 = 5
  package var outbox = OutboxPolicy()

  package init() {}

  /// Seconds to wait after `failures` failures in a row (1, 2, ...): 60, 120, 240, ... 3600, and up
  /// to a quarter more at random. `chance` in 0..<1.
  func wait(failures: Int, chance: Double) -> Int64 {
    let doublings = min(max(failures - 1, 0), 32)
    let least = min(firstWait.timesSaturating(1 << Int64(doublings)), longestWait)
    return least.plusSaturating(Int64(Double(least) * jitter * min(max(chance, 0), 1)))
  }
}
