import BriefModel

extension DateGrammar {
  /// A day of a month that is not named: `16-го числа`, `the 16th of this month`, `16 bm.`, `am 16.
  /// des Monats`, `šio mėnesio 16 dieną`.
  func monthlyDay(at position: Int) -> Reading? {
    if let offset = self[position]?.relative, self[position + 1]?.has(.unit(.month)) == true,
      let item = self[position + 2], item.digits > 0, let day = item.dayOfMonth,
      self[position + 3]?.has(.dayMark) == true
    {
      return dayOfMonth(day, offset, next: position + 4)
    }
    guard let item = self[position], let day = item.dayOfMonth, day <= 31,
      item.digits > 0 || language != "lt"
    else { return nil }
    let ending = self[position + 1].map { $0.gap == .dash && Self.endings.contains($0.text) }
    let mark = position + (ending == true ? 2 : 1)
    let isMarked = isJoined(mark) && self[mark]?.has(.dayMark) == true
    let next = isMarked ? mark + 1 : mark
    guard isJoined(next) || isMarked else { return nil }
    if let offset = self[next]?.first({
      if case .relativeMonth(let value) = $0 { value } else { nil }
    }) {
      return dayOfMonth(day, offset, next: next + 1)
    }
    let inner = skipFillers(next)
    if let offset = self[inner]?.relative, isJoined(inner),
      self[inner + 1]?.has(.unit(.month)) == true
    {
      return dayOfMonth(day, offset, next: inner + 2)
    }
    if inner > next, self[inner]?.has(.unit(.month)) == true {
      return dayOfMonth(day, 0, next: inner + 1)
    }
    guard isMarked, language != "lt" else { return nil }
    return Reading(shape: .monthlyDay(day), next: next, standsAlone: true)
  }

  /// What a hyphen joins to the figures: `16-го`.
  private static let endings: Set<String> = ["го", "га", "е", "є", "ое", "м", "му"]

  private func dayOfMonth(_ day: Int, _ offset: Int, next: Int) -> Reading? {
    guard let month = anchor?.adding(months: offset) else { return nil }
    let isReal = CalendarDate(year: month.year, month: month.month, day: day) != nil
    return Reading(
      shape: isReal ? .day(year: month.year, month: month.month, day: day) : .impossible,
      next: next, standsAlone: true)
  }
}
