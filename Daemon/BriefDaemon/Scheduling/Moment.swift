package import BriefModel

/// One reading of both clocks, taken by the caller and passed in with every event.
///
/// The queue orders by `uptime`, so that a wall clock set by hand, by NTP or by a dead battery
/// makes no poll late and none early. `wall` is used where the world speaks in dates (hours of the
/// week, HTTP dates, what is stored for the next start) and is never trusted to move forward.
package struct Moment: Hashable, Sendable {
  /// The machine's idea of UTC.
  package var wall: Timestamp
  /// Milliseconds on a clock that only moves forward and goes on during suspend (Linux
  /// CLOCK_BOOTTIME).
  package var uptime: Int64

  package init(wall: Timestamp, uptime: Int64) {
    self.wall = wall
    self.uptime = uptime
  }

  /// The wall time when the uptime clock will show `uptime`, if nobody sets the wall clock.
  func wall(atUptime uptime: Int64) -> Timestamp {
    wall.advanced(by: uptime.minusSaturating(self.uptime) / 1000)
  }
}

extension Int64 {
  func plusSaturating(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other < 0 ? .min : .max) : sum
  }

  func minusSaturating(_ other: Int64) -> Int64 {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? (other < 0 ? .max : .min) : difference
  }

  func timesSaturating(_ other: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? ((self < 0) == (other < 0) ? .max : .min) : product
  }

  func clamped(_ low: Int64, _ high: Int64) -> Int64 {
    Swift.max(low, Swift.min(high, self))
  }
}

extension Timestamp {
  /// Seconds from `self` to `other`, negative when `other` is earlier; saturates.
  func seconds(until other: Timestamp) -> Int64 { other.seconds.minusSaturating(seconds) }
}
