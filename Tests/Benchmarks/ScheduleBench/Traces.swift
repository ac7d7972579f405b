import BriefModel
import Foundation

/// Times of real changes by source, cut to the 84 days that are replayed and moved by whole weeks,
/// so that all sources share one clock and keep their hours of the week.
struct Traces {
  static let day: Int64 = 86_400
  static let learning = 56 * day
  static let counted = 28 * day
  /// A Thursday, 00:00 UTC.
  static let start: Int64 = 2_800 * 7 * day
  static var end: Int64 { start + learning + counted }

  /// Which 84 days of a source's life are replayed.
  enum Cut: Hashable {
    case first
    case last
    /// Chosen at random, repeatably.
    case anywhere(seed: UInt64)
  }

  var sources: [(name: String, times: [Int64])] = []

  init(file: String, span: Double, cut: Cut) throws {
    var times: [String: [Int64]] = [:]
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let time = Int64(fields[1]) else { continue }
      times[String(fields[0]), default: []].append(time)
    }
    for (index, name) in times.keys.sorted().enumerated() {
      let sorted = (times[name] ?? []).sorted()
      guard let first = sorted.first, let last = sorted.last,
        Double(last - first) >= span * Double(Self.day)
      else { continue }
      let moved = Self.move(first: first, last: last, cut: cut, index: index)
      sources.append(
        (name, sorted.map { $0 - moved }.filter { $0 >= Self.start && $0 < Self.end }))
    }
  }

  /// Seconds, a whole number of weeks.
  private static func move(first: Int64, last: Int64, cut: Cut, index: Int) -> Int64 {
    let week = 7 * day
    switch cut {
    case .first: return (first - start) / week * week
    case .last:
      // Less than a week of silence at the end, and no publication beyond it.
      let room = (end - 1 - last).quotientAndRemainder(dividingBy: week)
      return -(room.remainder < 0 ? room.quotient - 1 : room.quotient) * week
    case .anywhere(let seed):
      let room = max(0, last - first - learning - counted)
      var mixed = (UInt64(index) &+ 1) &* 0x9e37_79b9_7f4a_7c15 &+ seed &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 29)) &* 0x94d0_49bb_1331_11eb
      return (first + Int64((mixed >> 33) % UInt64(room + 1)) - start) / week * week
    }
  }
}
