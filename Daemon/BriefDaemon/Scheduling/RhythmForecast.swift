/// How many publications a second a source is expected to make, from what is known at one moment.
/// A mixture: each component's expectation, weighed by how much it foretold so far.
struct RhythmForecast: Sendable {
  /// Publications a second, the mean over weeks.
  let rate: Double
  private let weights: [Double]
  private let shape: HabitShape
  private var recent: [Float]
  private var asOf: Int64

  /// `shared`: the weights that all sources together suggest, with sum 1.
  init(_ rhythm: Rhythm, shared: [Double], at now: Int64) {
    rate = rhythm.rate(at: now)
    shape = rhythm.habit.shape(at: now)
    recent = rhythm.recent
    asOf = rhythm.asOf
    let all = Double(rhythm.credit.reduce(0, +)) + RhythmPolicy.sharedCredit
    weights = (0..<RhythmComponent.count).map { index in
      let own = index < rhythm.credit.count ? Double(rhythm.credit[index]) : 0
      return (own + RhythmPolicy.sharedCredit * shared[index]) / all
    }
  }

  /// Takes the memories as they stand at `moment`, while publications are taken in one by one.
  mutating func refresh(_ faded: [Float], at moment: Int64) {
    recent = faded
    asOf = moment
  }

  /// One end of a step: what is expected at `moment`, but for the two components whose tables have
  /// places shorter than a step.
  struct Edge {
    let moment: Int64
    /// Publications a second.
    let broad: Double
    let hourOfDay: Double
  }

  func edge(at moment: Int64) -> Edge {
    let factors = Factors(shape, at: moment)
    var sum = 0.0
    visitBroad(at: moment, factors) { sum += $1 }
    return Edge(moment: moment, broad: sum, hourOfDay: factors.hourOfDay)
  }

  /// Publications a second expected in the mean of a step if none comes before it. The tables of ten
  /// and of five minutes count by their exact mean: a step of half an hour that looked at its ends
  /// only would meet the same minutes of every hour, by chance the busy or the empty ones.
  func mean(from start: Edge, to end: Edge) -> Double {
    let hourOfDay = (start.hourOfDay + end.hourOfDay) / 2
    let ten = shape.tenMinutes(from: start.moment, to: end.moment)
    let five = shape.minuteOfHour(from: start.moment, to: end.moment)
    return (start.broad + end.broad) / 2
      + rate * weights[RhythmComponent.tenMinutes] * ten
      + rate * weights[RhythmComponent.minuteOfHour] * hourOfDay * five
  }

  /// Publications a second expected at `moment` if none comes before it, by component.
  func parts(at moment: Int64) -> [Double] {
    var parts = [Double](repeating: 0, count: RhythmComponent.count)
    visit(at: moment) { parts[$0] = $1 }
    return parts
  }

  /// Whether what came in the last hours foretells more than the habit does.
  func isBurst(at moment: Int64) -> Bool {
    var (short, all) = (0.0, 0.0)
    visit(at: moment) { component, part in
      all += part
      if RhythmComponent.short.contains(component) { short += part }
    }
    return short > all / 2
  }

  @inline(__always)
  private func visit(at moment: Int64, _ body: (Int, Double) -> Void) {
    let factors = Factors(shape, at: moment)
    visitBroad(at: moment, factors, body)
    let (five, ten) = (RhythmComponent.minuteOfHour, RhythmComponent.tenMinutes)
    body(five, weights[five] * (rate * factors.hourOfDay * shape.minuteOfHour(at: moment)))
    body(ten, weights[ten] * (rate * shape.tenMinutes(at: moment)))
  }

  /// All but those of `minuteOfHour` and `tenMinutes`.
  @inline(__always)
  private func visitBroad(
    at moment: Int64, _ factors: Factors, _ body: (Int, Double) -> Void
  ) {
    func give(_ component: Int, _ expected: Double) {
      body(component, weights[component] * expected)
    }
    give(RhythmComponent.flat, rate)
    give(RhythmComponent.hourOfDay, rate * factors.hourOfDay)
    give(RhythmComponent.hourOfWeek, rate * factors.hourOfWeek)
    let passed = Double(max(0, moment.minusSaturating(asOf)))
    for (index, count) in recent.enumerated() {
      let scale = RhythmPolicy.timeScales[index]
      // Of what faded that long nothing is left, and most memories of most sources did.
      guard count > 0, passed < RhythmPolicy.faded * scale else { continue }
      let daily = scale >= RhythmPolicy.dailyFrom ? factors.hourOfDay : 1
      give(RhythmComponent.recent + index, Double(count) * decay(passed / scale) / scale * daily)
    }
    give(RhythmComponent.unknown, RhythmPolicy.rate)
  }
}

/// A habit's factors of the hour at one moment; hours are interpolated, since nobody's habit jumps
/// at the hour.
private struct Factors {
  let hourOfDay: Double
  let hourOfWeek: Double

  init(_ shape: HabitShape, at moment: Int64) {
    let week = moment.minusSaturating(1_800).remainder(604_800)
    let hour = Int(week / 3_600)
    let next = (hour + 1) % Habit.hours
    let share = Double(week % 3_600) / 3_600
    hourOfDay = shape.hourOfDay(hour % 24) * (1 - share) + shape.hourOfDay(next % 24) * share
    hourOfWeek = shape.hourOfWeek(hour) * (1 - share) + shape.hourOfWeek(next) * share
  }
}
