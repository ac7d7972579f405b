import BriefModel

/// In which hours of the week, ten minutes of the day and five minutes of the hour (UTC) a source
/// published; what is old counts less.
///
/// Counts fade without being touched: a publication of today weighs more than one of last month by
/// e^(days / 42), and all are scaled down when the newest weight has grown sixteenfold. So an
/// unchanged poll changes nothing here, and nothing needs to be stored.
struct Habit: Hashable, Sendable, Codable {
  static let hours = 168
  static let tens = 144
  static let fives = 12

  static let places = hours + tens + fives

  /// 168 hours of the week (0 is Thursday, 00:00, as 1970 began), 144 tens of minutes of the day,
  /// 12 fives of the hour; empty before the first publication.
  private(set) var counts: [UInt16] {
    get { kept.count == Self.places ? kept : Self.spread(kept) }
    set { kept = Self.packed(newValue) }
  }
  /// ``counts`` as they lie in memory, ten thousand sources' worth: place and count in turn of those
  /// that are not zero, unless all of them take less room.
  private var kept: [UInt16] = []
  /// The moment at which a publication weighs `unit`.
  private(set) var epoch: Int64 = 0
  private(set) var total: Float = 0

  private static let unit = 16.0

  /// The weight of one publication of `now`, in counts.
  private func weight(at now: Int64) -> Double {
    Self.unit / decay(Double(now.minusSaturating(epoch)) / RhythmPolicy.habit)
  }

  mutating func add(_ moment: Int64) {
    if kept.isEmpty { epoch = moment }
    if Double(moment.minusSaturating(epoch)) > 2.77 * RhythmPolicy.habit { rescale(to: moment) }
    let weight = max(1, weight(at: moment).rounded())
    var counts = kept.isEmpty ? [UInt16](repeating: 0, count: Self.places) : counts
    for place in Self.places(moment) {
      counts[place] = UInt16(min(65_535, Double(counts[place]) + weight))
    }
    self.counts = counts
    total += Float(weight)
  }

  private mutating func rescale(to moment: Int64) {
    let factor = decay(Double(moment.minusSaturating(epoch)) / RhythmPolicy.habit)
    counts = counts.map { UInt16((Double($0) * factor).rounded()) }
    total *= Float(factor)
    epoch = moment
  }

  /// Where `moment` is counted.
  private static func places(_ moment: Int64) -> [Int] {
    let week = moment.remainder(604_800)
    return [
      Int(week / 3_600), hours + Int(week % 86_400 / 600), hours + tens + Int(week % 3_600 / 300),
    ]
  }

  /// Moves the memory by `seconds`, after the wall clock was set.
  mutating func shift(by seconds: Int64) { epoch = epoch.plusSaturating(seconds) }

  /// How much denser than its mean the source publishes, by time.
  func shape(at now: Int64) -> HabitShape {
    guard !kept.isEmpty, total > 0 else { return .even }
    return HabitShape(counts, perPublication: weight(at: now), total: Double(total))
  }
}

extension Habit {
  private enum CodingKeys: CodingKey { case counts, epoch, total }

  /// Most places are empty: those that are not are stored as place and count in turn. What names a
  /// place that there is not is forgotten.
  init(from decoder: any Decoder) throws {
    let stored = try decoder.container(keyedBy: CodingKeys.self)
    epoch = try stored.decode(Int64.self, forKey: .epoch)
    total = try stored.decode(Float.self, forKey: .total)
    fill(try stored.decode([UInt16].self, forKey: .counts))
  }

  /// The same from the text that ``encode(to:)`` gives.
  mutating func take(from reader: inout ObjectReader) -> Bool {
    var members = 0
    var pairs: [UInt16] = []
    let isRead = reader.object { reader, name in
      members += 1
      switch name {
      case "counts":
        return reader.list { reader in
          var number: UInt16 = 0
          guard reader.take(&number) else { return false }
          pairs.append(number)
          return true
        }
      case "epoch": return reader.take(&epoch)
      case "total": return reader.take(&total)
      default: return false
      }
    }
    fill(pairs)
    return isRead && members == 3
  }

  private mutating func fill(_ pairs: [UInt16]) {
    counts = Self.spread(pairs)
  }

  /// All counts of pairs of place and count; none of what are no pairs.
  private static func spread(_ pairs: [UInt16]) -> [UInt16] {
    guard !pairs.isEmpty, pairs.count.isMultiple(of: 2) else { return [] }
    var counts = [UInt16](repeating: 0, count: places)
    for start in stride(from: 0, to: pairs.count, by: 2) {
      let place = Int(pairs[start])
      if counts.indices.contains(place) { counts[place] = pairs[start + 1] }
    }
    return counts
  }

  /// The pairs of all counts, where they are fewer numbers than the counts.
  private static func packed(_ counts: [UInt16]) -> [UInt16] {
    let filled = counts.count { $0 > 0 }
    guard 2 * filled < places else { return counts }
    var pairs: [UInt16] = []
    pairs.reserveCapacity(2 * filled)
    for (place, count) in counts.enumerated() where count > 0 {
      pairs.append(UInt16(place))
      pairs.append(count)
    }
    return pairs
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    var pairs = kept
    if kept.count == Self.places {
      pairs = kept.enumerated().flatMap { $1 > 0 ? [UInt16($0), $1] : [] }
    }
    try container.encode(pairs, forKey: .counts)
    try container.encode(epoch, forKey: .epoch)
    try container.encode(total, forKey: .total)
  }
}

extension Int64 {
  /// The remainder that is never negative, for a positive divisor.
  func remainder(_ divisor: Int64) -> Int64 {
    let rest = self % divisor
    return rest < 0 ? rest + divisor : rest
  }
}
