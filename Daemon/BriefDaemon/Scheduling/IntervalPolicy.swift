package import BriefModel

/// How long after a good poll the next one comes, so that over all sources news waits least for a
/// given number of polls.
///
/// What a poll is worth: a publication that waits a day costs 1 / (mean rate of all sources) for
/// the mean over publications, plus `fairness` / (publications of its source in 28 days) for the
/// mean over sources. The first term alone would give every poll to the busy; think tanks are
/// quiet. The second counts a source only as far as it is likely to publish at all within the 28
/// days, and by the last week as well as by its mean over weeks. A source is polled when the expected cost since its last poll reaches the price of a poll
/// (`PollBudget`).
package struct IntervalPolicy: Hashable, Sendable, Codable {
  package var budget: PollBudget
  /// The credit of each component, over all sources.
  private var credit = RhythmComponent.usual
  /// The sum of all sources' rates, publications a second, and how many sources that is.
  private var rates = 0.0
  private(set) var sources = 0

  private enum Limits {
    /// 0: the mean over publications alone; the more, the more evenly the quiet are served.
    static let fairness = 2.5
    /// Days over which a source's publications are counted for the mean over sources.
    static let fairDays = 28.0
    /// Weeks at the mean rate that are imagined beside the last one where that was quieter: fewer
    /// take polls from the busy for whoever rests, more let those that went quiet wait for weeks.
    static let fairWeeks = 2.0
    /// The weight of the second rule; see `isDue`.
    static let pendingShare = 0.25
    /// Seconds; nothing is polled less often than this on its rhythm alone.
    static let longest: Int64 = 4 * 86_400
    /// Seconds; a burst is not followed closer than this.
    static let shortest: Int64 = 30
    /// A poll comes when this part of what the feed shows is expected to be new. A third, because
    /// publications come in heaps.
    static let windowShare = 1.0 / 3
    /// Publications of 28 days that are told: no source has more.
    static let mostCounted = 1e9
    /// Seconds of an interval that count as watched, whatever was planned.
    static let longestElapsed: Int64 = 400 * 86_400
  }

  package init(pollsPerSourceAndDay: Double = 48) {
    budget = PollBudget(perDay: pollsPerSourceAndDay, worth: 1 + Limits.fairness)
  }

  private enum CodingKeys: CodingKey { case budget, credit }

  /// What was learned of all sources together; the sources themselves join anew.
  package init(from decoder: any Decoder) throws {
    let stored = try decoder.container(keyedBy: CodingKeys.self)
    budget = try stored.decode(PollBudget.self, forKey: .budget)
    let credit = try stored.decode([Double].self, forKey: .credit)
    if credit.count == self.credit.count, credit.allSatisfy({ $0 > 0 }) { self.credit = credit }
  }

  /// Call when a source begins and ceases to be followed, so that the budget fits their number.
  package mutating func join(_ rhythm: Rhythm, at now: Timestamp) {
    sources += 1
    rates += rhythm.rate(at: now.seconds)
  }

  package mutating func leave(_ rhythm: Rhythm, at now: Timestamp) {
    sources = max(0, sources - 1)
    rates = max(0, rates - rhythm.rate(at: now.seconds))
  }

  /// Takes a good poll in. `moments` are the dates that the publisher gives the new entries,
  /// `undated` how many have none. A date that does not lie between the two polls (a day without an
  /// hour, a date set back) is as good as none: those are taken to lie evenly between the polls.
  package mutating func learn(
    _ rhythm: inout Rhythm, moments: [Timestamp], undated: Int, since: Timestamp?, at now: Timestamp
  ) {
    let before = rhythm.rate(at: since?.seconds ?? now.seconds)
    let appeared = Self.appearances(moments, undated: undated, since: since, at: now)
    let owed = rhythm.observe(
      appeared, since: since?.seconds, at: now.seconds, shared: shared)
    for index in credit.indices { credit[index] += owed[index] }
    rates = max(0, rates + rhythm.rate(at: now.seconds) - before)
  }

  private var shared: [Double] {
    let sum = credit.reduce(0, +)
    return credit.map { $0 / sum }
  }

  /// Sorted moments of appearance in seconds.
  private static func appearances(
    _ moments: [Timestamp], undated: Int, since: Timestamp?, at now: Timestamp
  ) -> [Int64] {
    guard let since, since <= now else {
      return moments.map { min($0.seconds, now.seconds) }.sorted()
    }
    var known = moments.map(\.seconds).filter { $0 > since.seconds && $0 <= now.seconds }
    let unknown = min(
      moments.count - known.count + max(0, undated), RhythmPolicy.mostAtOnce)
    let gap = since.seconds(until: now)
    for index in 0..<max(0, unknown) {
      let share = (Double(index) + 0.5) / Double(unknown)
      known.append(since.seconds.plusSaturating(Int64(Double(gap) * share)))
    }
    return known.sorted()
  }

  /// A poll of a source ended at `now`, planned as `planned` after the one at `last`. What is
  /// longer than planned was an outage, a suspend or a clock that was set: it saves nothing for
  /// later.
  package mutating func spend(since last: Timestamp?, planned: PlannedPoll?, at now: Timestamp) {
    guard let last, let planned else { return }
    let longest = planned.wait.plusSaturating(planned.wait / 4).plusSaturating(60)
    let elapsed = last.seconds(until: now).clamped(0, longest.clamped(0, Limits.longestElapsed))
    budget.spend(
      elapsed: Double(elapsed) / 86_400, planned: max(0, planned.price), sources: sources)
  }

  /// Seconds until the next poll by the rhythm alone, and why. `window`: how many entries the feed
  /// shows, if known.
  package func wait(_ rhythm: Rhythm, window: Int?, longest: Int64, at now: Timestamp)
    -> (seconds: Int64, reason: PollReason)
  {
    let forecast = RhythmForecast(rhythm, shared: shared, at: now.seconds)
    let worth = worth(of: forecast.rate, lastWeek: rhythm.lastWeek(at: now.seconds))
    let horizon = longest.clamped(Limits.shortest, Limits.longest)
    let full = window.map { max(1, Double($0) * Limits.windowShare) } ?? .infinity
    var (elapsed, expected, cost) = (Int64(0), 0.0, 0.0)
    var before = forecast.edge(at: now.seconds)
    var kind: PollReason.Kind =
      rhythm.seen == 0
      ? .unlearned : forecast.isBurst(at: now.seconds) ? .burst : .learned
    while elapsed < horizon {
      let step = min(20 + elapsed / 10, 1_800)
      elapsed += step
      let after = forecast.edge(at: now.seconds.plusSaturating(elapsed))
      let width = Double(step)
      let rate = forecast.mean(from: before, to: after)
      cost += worth * width * (expected + rate * width / 2)
      expected += rate * width
      before = after
      if Self.isDue(cost: cost, pending: worth * expected, rate: worth * rate, price: budget.price)
      {
        break
      }
      if expected >= full {
        kind = .window
        break
      }
    }
    let seconds = elapsed.clamped(Limits.shortest, horizon)
    return (
      seconds,
      PollReason(
        kind, seconds: seconds,
        count: Int(min((forecast.rate * 28 * 86_400).rounded(), Limits.mostCounted)))
    )
  }

  /// Two rules that agree where the rate is steady: the cost so far is worth a poll (`cost` =
  /// price); what is pending costs as much a second as the best polling at this moment's rate would
  /// (`pending` = sqrt(2 price rate)). The second polls earlier when the day's publishing ends,
  /// since nothing more is worth waiting for, and later when it begins. It trusts the forecast
  /// more, so it has a quarter.
  private static func isDue(cost: Double, pending: Double, rate: Double, price: Double) -> Bool {
    let first = (cost / price).squareRoot()
    let second = pending / max((2 * price * rate).squareRoot(), 1e-300)
    return (1 - Limits.pendingShare) * first + Limits.pendingShare * second >= 1
  }

  /// What a second's delay of one publication costs, for a source with this rate: in the price's
  /// unit (days of delay of one publication of an average source), for each second. `lastWeek`:
  /// publications a second.
  private func worth(of rate: Double, lastWeek: Double) -> Double {
    let mean = max(rates / Double(max(sources, 1)), 1e-12) * 86_400
    let lately = (lastWeek + Limits.fairWeeks * rate) / (1 + Limits.fairWeeks)
    let month = max(min(rate, lately) * 86_400 * Limits.fairDays, 1e-9)
    let fair = Limits.fairness * (1 - decay(month)) / month * Limits.fairDays
    return (1 / mean + fair) / 86_400
  }
}

/// How the next poll of a source was planned.
package struct PlannedPoll: Hashable, Sendable, Codable {
  /// Seconds from the poll before.
  package var wait: Int64
  /// The price of a poll at that time; see `PollBudget`.
  package var price: Double

  package init(wait: Int64, price: Double) {
    self.wait = wait
    self.price = price
  }
}
