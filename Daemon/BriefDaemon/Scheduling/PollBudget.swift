/// Holds the mean number of polls at so many for each source and day, by the price of a poll.
///
/// A source is polled when the delay that its readers are expected to have suffered since the last
/// poll is worth one poll: at price p and a steady rate r every sqrt(2p/r). So the number of polls
/// goes with 1/sqrt(p), and polls x sqrt(p) measures the demand of all sources, whatever the price
/// was. The price is set from the demand of the last seven days (a whole week: Sundays are quieter
/// than Tuesdays), plus what is left over or overspent, given back over some days.
///
/// Time is counted in source-days from poll to poll, so an outage or a clock that was set neither
/// saves polls nor spends them.
package struct PollBudget: Hashable, Sendable, Codable {
  /// Polls for each source and day.
  package var perDay: Double
  /// What a poll costs, in the unit of what delay costs: one day's publications of an average
  /// source, kept waiting for one day.
  package private(set) var price: Double
  /// Source-days since the beginning, divided by the number of sources: days, if none came or left.
  private var days = 0.0
  /// Polls left over, as a part of one source's; negative when overspent.
  private var saved = 0.0
  private var hours = [Hour](repeating: Hour(), count: 168)

  private struct Hour: Hashable, Sendable, Codable {
    var demand = 0.0
    var sourceDays = 0.0
  }

  private enum Limits {
    /// Days over which what was saved or overspent is given back: short against a week's counting,
    /// long against the swing of a day.
    static let repayment = 4.0
    /// A quarter of the budget up or down: no debt makes us impolite or deaf.
    static let correction = 0.25
    /// Days' budget that can be saved or owed at most.
    static let longestDebt = 2.0
    /// Days before the demand is measured; until then the first price holds.
    static let patience = 1.0
    /// From one poll in ten seconds to one in a year, for an average source.
    static let prices = 1e-8...1e5
  }

  /// `worth`: how much dearer than its share of the mean over publications the delay of an average
  /// source is. With a steady rate, polls every t days cost r t^2 / 2 each.
  init(perDay: Double, worth: Double) {
    self.perDay = min(max(perDay, 1e-3), 8_640)
    price = worth / 2 / (self.perDay * self.perDay)
  }

  /// A poll ended an interval of `elapsed` days of one of `sources` sources, planned at `price`.
  mutating func spend(elapsed: Double, planned price: Double, sources: Int) {
    let share = 1 / Double(max(sources, 1))
    let last = hour
    days += elapsed * share
    saved += (elapsed * perDay - 1) * share
    let longest = Limits.longestDebt * perDay
    saved = min(max(saved, -longest), longest)
    hours[last % hours.count].demand += price.squareRoot()
    hours[last % hours.count].sourceDays += elapsed
    guard hour > last else { return }
    // Few sources skip hours, and a night is skipped every night: what those held is weeks old.
    for skipped in (last + 1)..<min(hour, last + hours.count) {
      hours[skipped % hours.count] = Hour()
    }
    adjust()
    hours[hour % hours.count] = Hour()
  }

  /// Hours since the beginning.
  private var hour: Int { Int(min(days * 24, 1e12)) }

  private mutating func adjust() {
    guard days >= Limits.patience else { return }
    let demand = hours.reduce(0) { $0 + $1.demand }
    let sourceDays = hours.reduce(0) { $0 + $1.sourceDays }
    guard sourceDays > 0 else { return }
    let correction = min(
      max(saved / Limits.repayment / perDay, -Limits.correction), Limits.correction)
    let root = demand / sourceDays / (perDay * (1 + correction))
    price = min(max(root * root, Limits.prices.lowerBound), Limits.prices.upperBound)
  }

  /// What no version of ours wrote counts as never measured.
  package init(from decoder: any Decoder) throws {
    let stored = try decoder.container(keyedBy: CodingKeys.self)
    let (perDay, price) = (
      try stored.decode(Double.self, forKey: .perDay),
      try stored.decode(Double.self, forKey: .price)
    )
    self.init(perDay: perDay, worth: 1)
    self.price = min(max(price, Limits.prices.lowerBound), Limits.prices.upperBound)
    let hours = try stored.decode([Hour].self, forKey: .hours)
    guard hours.count == self.hours.count,
      hours.allSatisfy({ $0.demand >= 0 && $0.sourceDays >= 0 })
    else { return }
    self.hours = hours
    days = max(0, try stored.decode(Double.self, forKey: .days))
  }
}
