import BriefModel

extension DateGrammar {
  /// `the 2030s`, `2030-е годы`, `2030er Jahre`, `lata trzydzieste`.
  func decade(at position: Int) -> Reading? {
    if language == "pl", let item = self[position], item.has(.yearMark),
      let word = self[position + 1],
      let decade = Self.polishDecades.first(where: word.text.hasPrefix)
    {
      return decade == "trzydziest" ? tenYears(from: 2030, next: position + 2) : nil
    }
    guard let item = self[position], let digit = item.text.utf8.first,
      (0x30...0x39).contains(digit)
    else { return nil }
    if let end = ["s", "er"].first(where: item.text.hasSuffix), item.text.utf8.count > 4,
      let first = Int(item.text.dropLast(end.count)), (1900...2090).contains(first),
      first % 10 == 0
    {
      return tenYears(from: first, next: position + 1)
    }
    guard let first = item.year, first % 10 == 0, let ending = self[position + 1],
      ending.gap == .dash, Self.decadeEndings.contains(ending.text)
    else { return nil }
    return tenYears(from: first, next: position + 2)
  }

  private static let polishDecades = ["trzydziest", "dwudziest", "dziewiecdziesiat"]
  private static let decadeEndings: Set<String> = ["е", "х", "я", "ті", "ми", "мі", "ых", "их"]

  private func tenYears(from first: Int, next: Int) -> Reading? {
    // One that has begun is told of by its years.
    guard first > anchor?.year ?? 9999, let low = DateInterval.year(first),
      let high = DateInterval.year(first + 9)
    else {
      return nil
    }
    let isMarked = self[next]?.has(.yearMark) == true && self[next]?.gap == .space
    return Reading(
      shape: .interval(DateInterval(start: low.start, end: high.end)),
      next: isMarked ? next + 1 : next)
  }

  /// `the last day of August`, `ostatniego dnia sierpnia`, `последний день года`.
  func lastDay(at position: Int) -> Reading? {
    let next = skipFillers(position + 1)
    guard let item = self[next], item.gap == .space else { return nil }
    if let month = item.month, isMonthName(item) {
      // `paskutinę rugpjūčio dieną`
      let isSplit = self[position]?.text == "paskutine"
      if isSplit, self[next + 1]?.unit != .day { return nil }
      let year = isSplit ? nil : yearAfter(next + 1)
      let length = CalendarDate.length(ofMonth: month, year: year?.year ?? anchor?.year ?? 2023)
      return Reading(
        shape: .day(year: year?.year, month: month, day: length),
        next: year?.next ?? next + (isSplit ? 2 : 1), standsAlone: true)
    }
    guard self[position]?.text != "paskutine", let anchor else { return nil }
    if let year = yearAfter(next) {
      return Reading(
        shape: .day(year: year.year, month: 12, day: 31), next: year.next, standsAlone: true)
    }
    switch item.unit {
    case .year:
      return Reading(
        shape: .day(year: anchor.year, month: 12, day: 31), next: next + 1, standsAlone: true)
    case .month:
      let length = CalendarDate.length(ofMonth: anchor.month, year: anchor.year)
      return Reading(
        shape: .day(year: anchor.year, month: anchor.month, day: length), next: next + 1,
        standsAlone: true)
    default: return nil
    }
  }
}
