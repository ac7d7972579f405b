/// A habit made smooth: factors with mean 1 by which a source is busier or quieter than its mean.
/// Each table is pulled towards a plainer one by some imagined publications, so that three
/// publications on three Tuesdays hint at Tuesday and prove nothing.
struct HabitShape: Sendable {
  let hourOfDay: [Double]
  let hourOfWeek: [Double]
  let tenMinutes: [Double]
  let minuteOfHour: [Double]

  /// `counts` as in `Habit`; one publication of now weighs `perPublication` of them.
  init(_ counts: [UInt16], perPublication: Double, total: Double) {
    let scale = 1 / max(perPublication, 1e-300)
    let all = total * scale
    var ofDay = [Double](repeating: 0, count: 24)
    var ofWeek = [Double](repeating: 0, count: 7)
    for hour in 0..<Habit.hours {
      let count = Double(counts[hour]) * scale
      ofDay[hour % 24] += count
      ofWeek[hour / 24] += count
    }
    let days = ofWeek.map {
      ($0 * 7 + RhythmPolicy.dayOfWeek) / (all + RhythmPolicy.dayOfWeek)
    }
    let day = Self.smooth(24, neighbour: 0.5, of: all, pull: RhythmPolicy.hourOfDay) {
      (ofDay[$0], 1)
    }
    hourOfDay = day
    hourOfWeek = Self.smooth(
      Habit.hours, neighbour: 0.5, of: all, pull: RhythmPolicy.hourOfWeek
    ) { (Double(counts[$0]) * scale, day[$0 % 24] * days[$0 / 24]) }
    tenMinutes = Self.smooth(Habit.tens, neighbour: 0.3, of: all, pull: RhythmPolicy.tenMinutes) {
      (Double(counts[Habit.hours + $0]) * scale, day[$0 / 6])
    }
    minuteOfHour = Self.smooth(
      Habit.fives, neighbour: 0, of: all, pull: RhythmPolicy.minuteOfHour
    ) { (Double(counts[Habit.hours + Habit.tens + $0]) * scale, 1) }
  }

  /// Each place with a share of its two neighbours (the tables are rings), pulled to the plainer
  /// factor that `place` gives beside its count.
  private static func smooth(
    _ size: Int, neighbour: Double, of all: Double, pull: Double,
    _ place: (Int) -> (count: Double, plainer: Double)
  ) -> [Double] {
    let places = (0..<size).map(place)
    return (0..<size).map { index in
      let beside = places[(index + 1) % size].count + places[(index + size - 1) % size].count
      let count = (places[index].count + neighbour * beside) / (1 + 2 * neighbour)
      return (count * Double(size) + pull * places[index].plainer) / (all + pull)
    }
  }
}
