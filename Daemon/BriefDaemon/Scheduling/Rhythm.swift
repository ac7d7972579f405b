import BriefModel

/// What is learned of when a source publishes: how much, in which hours, and how one publication
/// draws others after it.
///
/// It changes only when publications are seen; a poll that found nothing is known by the time that
/// passed. So it is stored only with a change.
package struct Rhythm: Hashable, Sendable, Codable {
  /// Since when the source is watched, as seconds of Unix time; `nil` before the first good poll.
  private(set) var began: Int64?
  /// The newest publication taken in, or `began`.
  private(set) var asOf: Int64 = 0
  /// Publications, faded over `RhythmPolicy.slow`, as of `asOf`.
  private(set) var slow: Float = 0
  /// Publications faded over each of `RhythmPolicy.timeScales`, as of `asOf`; empty before the
  /// first.
  private(set) var recent: [Float] = []
  private(set) var habit = Habit()
  /// How many publications each component foretold.
  private(set) var credit: [Float] = []
  /// Publications taken in.
  package private(set) var seen: Int64 = 0

  package init() {}

  /// Takes one good poll in: `moments` are when entries appeared, sorted, none before the poll at
  /// `since` nor after `now`. Returns what each component is owed, for all sources' habit.
  mutating func observe(_ moments: [Int64], since: Int64?, at now: Int64, shared: [Double])
    -> [Double]
  {
    var owed = [Double](repeating: 0, count: RhythmComponent.count)
    rebase(at: now)
    let moments = began == nil ? begin(moments, at: now) : moments[...]
    guard !moments.isEmpty else { return owed }
    if recent.count != RhythmPolicy.timeScales.count || credit.count != owed.count {
      recent = [Float](repeating: 0, count: RhythmPolicy.timeScales.count)
      credit = [Float](repeating: 0, count: owed.count)
    }
    var forecast = RhythmForecast(self, shared: shared, at: asOf)
    for moment in moments.suffix(RhythmPolicy.mostAtOnce) {
      fade(to: moment)
      forecast.refresh(recent, at: moment)
      let parts = forecast.parts(at: moment)
      let sum = parts.reduce(0, +)
      if sum > 0 {
        for index in owed.indices {
          owed[index] += parts[index] / sum / (1 + Double(seen) / 20)
          credit[index] += Float(parts[index] / sum)
        }
      }
      for index in recent.indices { recent[index] += 1 }
      slow += 1
      habit.add(moment)
      seen = seen.plusSaturating(1)
    }
    return owed
  }

  /// A first document tells its past: the dates of its entries are as good as polls. Returns those
  /// that count. What is older than is believed still tells a quiet source from a busy one, but an
  /// archive of ten years is no month's work, and one old entry alone tells nothing.
  private mutating func begin(_ moments: [Int64], at now: Int64) -> ArraySlice<Int64> {
    let began = max(moments.first ?? now, now.minusSaturating(RhythmPolicy.history))
    self.began = began
    asOf = began
    let older = moments.count { $0 < began }
    let kept = moments.count > 1 ? min(older, RhythmPolicy.mostOld) : 0
    return moments.dropFirst(older - kept)
  }

  private mutating func fade(to moment: Int64) {
    let passed = Double(max(0, moment.minusSaturating(asOf)))
    for (index, scale) in RhythmPolicy.timeScales.enumerated() {
      recent[index] *= Float(decay(passed / scale))
    }
    slow *= Float(decay(passed / RhythmPolicy.slow))
    asOf = max(asOf, moment)
  }

  /// A wall clock that was set back: what was learned moves with it.
  private mutating func rebase(at now: Int64) {
    let ahead = asOf.minusSaturating(now)
    guard let began, ahead > 86_400 else { return }
    self.began = began.minusSaturating(ahead)
    asOf = now
    habit.shift(by: -ahead)
  }

  /// Publications a second over about the last week.
  func lastWeek(at now: Int64) -> Double {
    guard let count = recent.last, let scale = RhythmPolicy.timeScales.last else { return 0 }
    let passed = Double(max(0, now.minusSaturating(asOf)))
    return Double(count) * decay(passed / scale) / scale
  }

  /// Publications a second over the last weeks, pulled to what an unknown source publishes.
  func rate(at now: Int64) -> Double {
    let watched = Double(max(0, now.minusSaturating(began ?? now)))
    let passed = Double(max(0, now.minusSaturating(asOf)))
    let counted = Double(slow) * decay(passed / RhythmPolicy.slow)
    let over = RhythmPolicy.slow * (1 - decay(watched / RhythmPolicy.slow))
    return (counted + RhythmPolicy.rate * RhythmPolicy.rateSeconds)
      / (over + RhythmPolicy.rateSeconds)
  }
}

extension Rhythm {
  private enum CodingKeys: CodingKey { case began, asOf, slow, recent, habit, credit, seen }

  /// Lists of another length than this version's are forgotten, and numbers that no source comes to are none;
  /// the rest stands.
  package init(from decoder: any Decoder) throws {
    let stored = try decoder.container(keyedBy: CodingKeys.self)
    began = try stored.decodeIfPresent(Int64.self, forKey: .began)
    asOf = try stored.decode(Int64.self, forKey: .asOf)
    slow = Self.counted(try stored.decode(Float.self, forKey: .slow))
    recent = try stored.decode([Float].self, forKey: .recent).map(Self.counted)
    credit = try stored.decode([Float].self, forKey: .credit).map(Self.counted)
    habit = try stored.decode(Habit.self, forKey: .habit)
    seen = max(0, try stored.decode(Int64.self, forKey: .seen))
    if recent.count != RhythmPolicy.timeScales.count { recent = [] }
    if credit.count != RhythmComponent.count { credit = [] }
  }

  private static func counted(_ number: Float) -> Float {
    (0...RhythmPolicy.mostCounted).contains(number) ? number : 0
  }
}

extension Rhythm {
  /// What the encoder's text says, read without a decoder; `nil` for a text of another shape, which
  /// a decoder may still read.
  init?(text: some StringProtocol) {
    self.init()
    var reader = ObjectReader(text)
    var members = 0
    let isRead = reader.object { reader, name in
      members += 1
      switch name {
      case "asOf": return reader.take(&asOf)
      case "began":
        members -= 1
        return reader.take(&began)
      case "credit": return reader.take(&credit)
      case "habit": return habit.take(from: &reader)
      case "recent": return reader.take(&recent)
      case "seen": return reader.take(&seen)
      case "slow": return reader.take(&slow)
      default: return false
      }
    }
    let counts = 0...RhythmPolicy.mostCounted
    guard isRead, reader.isAtEnd, members == 6, counts.contains(slow), seen >= 0,
      recent.isEmpty || recent.count == RhythmPolicy.timeScales.count,
      credit.isEmpty || credit.count == RhythmComponent.count,
      recent.allSatisfy(counts.contains), credit.allSatisfy(counts.contains)
    else { return nil }
  }
}

extension ObjectReader {
  fileprivate mutating func take(_ numbers: inout [Float]) -> Bool {
    list { reader in
      var number: Float = 0
      guard reader.take(&number) else { return false }
      numbers.append(number)
      return true
    }
  }
}
