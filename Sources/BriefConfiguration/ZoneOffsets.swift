package import BriefModel
import Foundation

/// The zones that the machine knows.
package enum ZoneOffsets {
  /// False for a name that the machine does not know.
  package static func knows(_ zone: String) -> Bool { TimeZone(identifier: zone) != nil }

  /// Seconds by which a zone is ahead of UTC; 0 for an unknown one.
  package static func offset(_ zone: String, _ time: Timestamp) -> Int64 {
    let date = Date(timeIntervalSince1970: Double(time.seconds))
    return Int64(TimeZone(identifier: zone)?.secondsFromGMT(for: date) ?? 0)
  }
}
