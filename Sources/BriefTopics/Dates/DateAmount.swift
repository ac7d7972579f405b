import BriefModel

/// An amount of time: `two months`, `от года до полутора лет`, `pół roku`.
struct DateAmount: Hashable {
  var days = 0
  var months = 0
  var unit: TimeUnit

  /// Reads `count` halves of a unit; `nil` where a half makes no whole number of days or months.
  init?(halves: Int, _ unit: TimeUnit) {
    guard halves > 0, halves <= 4_000 else { return nil }
    self.unit = unit
    switch unit {
    case .day: days = halves / 2
    case .week: days = halves * 7 / 2
    case .month:
      months = halves / 2
      days = halves % 2 * 15
    case .quarter: months = halves * 3 / 2
    case .half: months = halves * 3
    case .year: months = halves * 6
    case .decade: months = halves * 60
    }
  }

  init(months: Int) { (self.months, unit) = (months, months % 12 == 0 ? .year : .month) }
  init(days: Int) { (self.days, unit) = (days, .day) }

  func later(than date: CalendarDate) -> CalendarDate {
    date.adding(months: months).adding(days: days)
  }
  func earlier(than date: CalendarDate) -> CalendarDate {
    date.adding(months: -months).adding(days: -days)
  }
}

extension DateGrammar {
  struct AmountReading {
    var low: DateAmount
    var high: DateAmount
    var next: Int
  }

  /// An amount, or two of them as the ends of a range.
  func amount(at position: Int) -> AmountReading? {
    guard self[position]?.opensDate == true else { return nil }
    var start = position
    while start < position + 2, self[start]?.has(.about) == true { start += 1 }
    if let inverted = invertedAmount(at: start) { return inverted }
    if self[start]?.has(.comingFew) == true, count(at: start + 1) == nil { return nil }
    if self[start]?.has(.coming) == true || self[start]?.relative == 1 { start += 1 }
    let isFrom =
      self[start]?.prepositions.contains(where: { [.from, .between, .ofDocument].contains($0) })
      == true
    if isFrom { start += 1 }
    if let pair = countPair(at: start) { return pair }
    guard let first = singleAmount(at: start) else { return nil }
    // `через год-полтора`
    if let item = self[first.next], item.gap == .hyphen || item.gap == .dash, item.number == nil,
      let halves = count(at: first.next), let high = DateAmount(halves: halves, first.amount.unit),
      self[first.next + 1]?.unit == nil
    {
      return AmountReading(low: first.amount, high: high, next: first.next + 1)
    }
    if let joint = self[first.next], isJoint(joint),
      let second = singleAmount(at: first.next + 1)
    {
      return AmountReading(low: first.amount, high: second.amount, next: second.next)
    }
    return isFrom ? nil : AmountReading(low: first.amount, high: first.amount, next: first.next)
  }

  /// `года через два`, `лет через десять-пятнадцать`: not exact.
  func invertedAmount(at position: Int) -> AmountReading? {
    guard language != "en", language != "de", let unit = self[position]?.unit,
      self[position]?.number == nil, self[position + 1]?.prepositions.contains(.after) == true,
      let first = count(at: position + 2), self[position + 3]?.unit == nil,
      let low = DateAmount(halves: first, unit)
    else { return nil }
    if self[position + 3]?.gap == .hyphen || self[position + 3]?.gap == .dash,
      let second = count(at: position + 3), let high = DateAmount(halves: second, unit)
    {
      return AmountReading(low: low, high: high, next: position + 4)
    }
    return AmountReading(low: low, high: low, next: position + 3)
  }

  private func isJoint(_ item: DateItem) -> Bool {
    item.has(.conjunction) || item.prepositions.contains(.to)
  }

  /// `five to seven years`, `2–3 months`, `dwa lub trzy lata`.
  private func countPair(at position: Int) -> AmountReading? {
    guard let first = count(at: position) else { return nil }
    var next = position + 1
    if self[next]?.gap != .dash, self[next]?.gap != .hyphen {
      guard let joint = self[next], isJoint(joint) else { return nil }
      next += 1
    }
    guard let second = count(at: next), let unit = self[next + 1]?.unit,
      let low = DateAmount(halves: first, unit), let high = DateAmount(halves: second, unit)
    else { return nil }
    return AmountReading(low: low, high: high, next: next + 2)
  }

  /// So many of a unit that stands behind another word.
  func counted(at position: Int, _ unit: TimeUnit, next: Int) -> AmountReading? {
    guard let count = count(at: position), let amount = DateAmount(halves: count, unit) else {
      return nil
    }
    return AmountReading(low: amount, high: amount, next: next)
  }

  func count(at position: Int) -> Int? {
    guard let item = self[position] else { return nil }
    if item.digits > 0, item.digits <= 3, !item.hasOrdinalEnding {
      return item.number.map { 2 * $0 }
    }
    return item.first { if case .halves(let value) = $0 { value } else { nil } }
  }

  private func singleAmount(at position: Int) -> (amount: DateAmount, next: Int)? {
    guard let item = self[position] else { return nil }
    for meaning in item.meanings {
      switch meaning {
      case .amount(let months): return (DateAmount(months: months), position + 1)
      case .amountOfDays(let days): return (DateAmount(days: days), position + 1)
      default: continue
      }
    }
    if let count = count(at: position), let following = self[position + 1],
      following.gap == .space || following.gap == .hyphen || following.gap == .dash,
      let unit = following.unit,
      let amount = DateAmount(halves: count, unit)
    {
      return (amount, position + 2)
    }
    // `через год`: one of them; in English and German the article says so.
    if let unit = item.unit, item.number == nil, language != "en", language != "de",
      let amount = DateAmount(halves: 2, unit)
    {
      return (amount, position + 1)
    }
    return nil
  }
}
