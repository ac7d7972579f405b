/// A habit made smooth: factors with mean 1 by which a source is busier or quieter than its mean.
/// Each table is pulled towards a plainer one by some imagined publications, so that three
/// publications on three Tuesdays hint at Tuesday and prove nothing. The small tables are made at
/// once; of the large ones only the places that are asked for.
struct HabitShape: Sendable {
  /// As in `Habit`.
  private let counts: [UInt16]
  /// Publications of now for each count.
  private let scale: Double
  /// Publications in all.
  private let all: Double
  private var day = InlineArray<24, Double>(repeating: 0)
  private var week = InlineArray<7, Double>(repeating: 0)

  /// What is known before the first publication: each factor is 1.
  static let even = HabitShape(
    [UInt16](repeating: 0, count: Habit.places), perPublication: 1, total: 0)

  /// `counts` as in `Habit`, of its full length; one publication of now weighs `perPublication`.
  init(_ counts: [UInt16], perPublication: Double, total: Double) {
    self.counts = counts
    scale = 1 / max(perPublication, 1e-300)
    all = total * scale
    var (ofDay, ofWeek) = (day, week)
    for dayIndex in 0..<7 {
      for hour in 0..<24 {
        let count = Double(counts[dayIndex * 24 + hour])
        ofDay[hour] += count
        ofWeek[dayIndex] += count
      }
    }
    for hour in 0..<24 {
      let beside = ofDay[(hour + 1) % 24] + ofDay[(hour + 23) % 24]
      day[hour] = factor(
        ofDay[hour], beside: beside, share: 0.5, size: 24, pull: RhythmPolicy.hourOfDay, to: 1)
    }
    for index in 0..<7 {
      week[index] = factor(
        ofWeek[index], beside: 0, share: 0, size: 7, pull: RhythmPolicy.dayOfWeek, to: 1)
    }
  }

  func hourOfDay(_ hour: Int) -> Double { day[hour] }

  /// 0 to 167.
  func hourOfWeek(_ hour: Int) -> Double {
    let size = Habit.hours
    return factor(
      Double(counts[hour]),
      beside: Double(counts[(hour + 1) % size]) + Double(counts[(hour + size - 1) % size]),
      share: 0.5, size: size, pull: RhythmPolicy.hourOfWeek, to: day[hour % 24] * week[hour / 24])
  }

  /// 0 to 143.
  func tenMinutes(_ ten: Int) -> Double {
    let (size, first) = (Habit.tens, Habit.hours)
    return factor(
      Double(counts[first + ten]),
      beside: Double(counts[first + (ten + 1) % size])
        + Double(counts[first + (ten + size - 1) % size]),
      share: 0.3, size: size, pull: RhythmPolicy.tenMinutes, to: day[ten / 6])
  }

  /// 0 to 11.
  func minuteOfHour(_ five: Int) -> Double {
    factor(
      Double(counts[Habit.hours + Habit.tens + five]), beside: 0, share: 0, size: Habit.fives,
      pull: RhythmPolicy.minuteOfHour, to: 1)
  }

  func tenMinutes(at moment: Int64) -> Double {
    tenMinutes(Int(moment.remainder(86_400) / 600))
  }

  func minuteOfHour(at moment: Int64) -> Double {
    minuteOfHour(Int(moment.remainder(3_600) / 300))
  }

  /// The mean from `start` to before `end`.
  func tenMinutes(from start: Int64, to end: Int64) -> Double {
    mean(from: start, to: end, width: 600) { tenMinutes(at: $0) }
  }

  /// The mean from `start` to before `end`.
  func minuteOfHour(from start: Int64, to end: Int64) -> Double {
    mean(from: start, to: end, width: 300) { minuteOfHour(at: $0) }
  }

  /// Each place that the time between touches, weighed by its seconds.
  @inline(__always)
  private func mean(
    from start: Int64, to end: Int64, width: Int64, of factor: (Int64) -> Double
  ) -> Double {
    guard start < end else { return factor(start) }
    var (moment, sum) = (start, 0.0)
    while moment < end {
      let next = min(end, moment.plusSaturating(width - moment.remainder(width)))
      sum += Double(next - moment) * factor(moment)
      moment = next
    }
    return sum / Double(end - start)
  }

  /// A place with a share of its two neighbours (the tables are rings), pulled to the plainer
  /// factor.
  private func factor(
    _ count: Double, beside: Double, share: Double, size: Int, pull: Double, to plainer: Double
  ) -> Double {
    let smooth = (count + share * beside) / (1 + 2 * share) * scale
    return (smooth * Double(size) + pull * plainer) / (all + pull)
  }
}
