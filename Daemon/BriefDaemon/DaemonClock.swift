import BriefModel
import Glibc

/// The daemon's two clocks, passed in so that tests turn the hands.
package protocol DaemonClock: Sendable {
  var moment: Moment { get }
}

/// The machine's clocks.
package struct SystemClock: DaemonClock {
  package init() {}

  package var moment: Moment {
    Moment(
      wall: Timestamp(seconds: Int64(read(CLOCK_REALTIME).tv_sec)),
      uptime: Self.milliseconds(read(CLOCK_BOOTTIME)))
  }

  private func read(_ clock: clockid_t) -> timespec {
    var time = timespec()
    clock_gettime(clock, &time)
    return time
  }

  private static func milliseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
