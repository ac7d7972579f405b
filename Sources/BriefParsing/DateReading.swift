import BriefModel

/// Takes the parts of a printed date for what they must be: clock, zone, then year, month and day.
struct DateReading {
  private var tokens: [DateTokens.Token]
  private var clock: (hour: Int, minute: Int, second: Int)?
  /// Seconds east of Greenwich.
  private var zone: Int64?
  /// The zone is stated in figures.
  private var hasOffset = false
  private var isAfternoon: Bool?
  private var isGuessed = false

  init(_ tokens: DateTokens) { self.tokens = tokens.tokens }

  mutating func read() -> FeedDate? {
    // A minus before everything is ISO 8601:1988 for "this century" or "this year": nobody can tell
    // which.
    if tokens.first == .mark(0x2D) { return nil }
    guard takeClock() else { return nil }
    if clock != nil { takeZone() }
    guard !hasNegativeYear, takeWordsAside(), let day = takeDay() else { return nil }
    var seconds = Int64(day.dayNumber) * 86_400
    if let clock {
      guard let hour = hour(clock.hour) else { return nil }
      // 24:00 is midnight at the end of the day (ISO 8601); a leap second has no number in Unix
      // time.
      seconds += Int64(hour * 3600 + clock.minute * 60 + min(clock.second, 59))
    }
    let moment = Timestamp(seconds: seconds - (zone ?? 0))
    guard FeedDate.printable.contains(moment.seconds) else { return nil }
    let confidence: FeedDate.Confidence =
      isGuessed ? .guessed : clock == nil || zone == nil ? .zoneAssumed : .stated
    return FeedDate(moment: moment, confidence: confidence)
  }

  private func hour(_ hour: Int) -> Int? {
    guard let isAfternoon, hour <= 12 else { return hour }
    return hour % 12 + (isAfternoon ? 12 : 0)
  }

  // MARK: Clock

  /// Finds `hh:mm[:ss[.fraction]]`, or digits after a `T`, and takes them out. False when they are
  /// there and no time.
  private mutating func takeClock() -> Bool {
    if takeCompactClock() { return clock != nil }
    guard let colon = clockColon() else { return true }
    guard case .number(let hour, let hourDigits) = tokens[colon - 1], hourDigits <= 2,
      case .number(let minute, let minuteDigits) = tokens[colon + 1], minuteDigits <= 2
    else { return false }
    var end = colon + 2
    var second = 0
    if case .mark(0x3A)? = token(end), case .number(let value, let digits)? = token(end + 1),
      digits <= 2
    {
      second = value
      end += 2
    }
    if case .mark(let mark)? = token(end), mark == 0x2E || mark == 0x2C,
      case .number? = token(end + 1), token(end + 2) != .mark(0x2E)
    {
      end += 2
    }
    guard hour < 24 || (hour == 24 && minute == 0 && second == 0), minute < 60, second < 62
    else { return false }
    clock = (hour, minute, second)
    takeAfternoon(at: end)
    cut(colon - 1, end)
    return true
  }

  private func clockColon() -> Int? {
    tokens.indices.first {
      guard tokens[$0] == .mark(0x3A), $0 > 0, case .number = tokens[$0 - 1],
        case .number? = token($0 + 1)
      else { return false }
      // The colon of a zone (`+01:00`) stands after a sign and after another colon.
      return true
    }
  }

  /// `T101455`, `T1014`, `T10`: ISO 8601 without colons.
  private mutating func takeCompactClock() -> Bool {
    for index in tokens.indices.dropFirst() {
      guard tokens[index] == .word("t"), case .number = tokens[index - 1],
        case .number(let value, let digits)? = token(index + 1),
        token(index + 2) != .mark(0x3A)
      else { continue }
      switch digits {
      case 6: clock = (value / 10_000, value / 100 % 100, value % 100)
      case 4: clock = (value / 100, value % 100, 0)
      case 1, 2: clock = (value, 0, 0)
      default: break
      }
      if let clock, clock.hour > 23 || clock.minute > 59 || clock.second > 61 { self.clock = nil }
      var end = index + 2
      if case .mark(let mark)? = token(end), mark == 0x2E || mark == 0x2C,
        case .number? = token(end + 1)
      {
        end += 2
      }
      cut(index, end)
      return true
    }
    return false
  }

  /// `am`, `p.m.`, `오후` after the time or before it.
  private mutating func takeAfternoon(at index: Int) {
    for index in tokens.indices {
      guard case .word(let word) = tokens[index] else { continue }
      switch word {
      case "am", "오전": isAfternoon = false
      case "pm", "오후": isAfternoon = true
      case "a" where token(index + 1) == .mark(0x2E) && token(index + 2) == .word("m"):
        isAfternoon = false
      case "p" where token(index + 1) == .mark(0x2E) && token(index + 2) == .word("m"):
        isAfternoon = true
      default: continue
      }
      tokens[index] = .space
      return
    }
  }

  // MARK: Zone

  /// The zone stands behind the time; `cut` left a gap there.
  private mutating func takeZone() {
    for index in tokens.indices {
      if case .word(let word) = tokens[index] {
        // `Etc/GMT` and `Europe/Berlin`: the first says nothing, of the second only the offset
        // behind it could be known.
        if word == "etc" {
          tokens[index] = .space
          if token(index + 1) == .mark(0x2F) { tokens[index + 1] = .space }
          continue
        }
        guard isAfterGap(index), let offset = DateZone.offset(named: word) else { continue }
        // A name beside an offset (`+0300 GMT`) says less: many programs print GMT whatever the zone.
        if !hasOffset { zone = offset }
        tokens[index] = .space
      } else if case .mark(let sign) = tokens[index], sign == 0x2B || sign == 0x2D,
        isAfterGap(index), case .number(let value, let digits)? = token(index + 1)
      {
        takeOffset(sign: sign, at: index, value: value, digits: digits)
      } else if case .number(0, digits: 4) = tokens[index], isAfterGap(index), zone == nil {
        zone = 0
        tokens[index] = .space
      }
    }
  }

  private mutating func takeOffset(sign: UInt8, at index: Int, value: Int, digits: Int) {
    var (hours, minutes, end) = (value, 0, index + 2)
    switch digits {
    case 3, 4: (hours, minutes) = (value / 100, value % 100)
    case 1, 2:
      if token(end) == .mark(0x3A), case .number(let more, digits: 2)? = token(end + 1) {
        minutes = more
        end += 2
      }
    default: return
    }
    // No zone is further from Greenwich than 14 hours; the rest is a slip and says nothing.
    if hours < 24, minutes < 60 {
      let seconds = Int64(hours * 3600 + minutes * 60)
      zone = sign == 0x2D ? -seconds : seconds
      hasOffset = true
    }
    for position in index..<min(end, tokens.count) { tokens[position] = .space }
  }

  /// Whether the time stood before this place: only there can a sign or a letter be a zone.
  private func isAfterGap(_ index: Int) -> Bool { index >= gap }
  private var gap = 0

  // MARK: Words

  /// Drops weekdays and particles. False when a word is left that no date has.
  private mutating func takeWordsAside() -> Bool {
    for index in tokens.indices {
      guard case .word(let word) = tokens[index] else { continue }
      if word == "t" || (clock != nil && word == "z") {
        tokens[index] = .space
      } else if MonthNames.month(word) != nil {
        continue
      } else if MonthNames.isNoise(word) || ["년", "월", "일", "年", "月", "日"].contains(word) {
        tokens[index] = .space
      } else if clock == nil {
        return false
      } else {
        tokens[index] = .space
      }
    }
    return true
  }

  // MARK: Day

  /// `30 Nov -0001`: a day of nought in a database, printed by a program that reckons with it.
  private var hasNegativeYear: Bool {
    tokens.indices.contains { index in
      guard tokens[index] == .mark(0x2D), case .space? = token(index - 1),
        case .word? = token(index - 2), case .number(_, digits: 4)? = token(index + 1)
      else { return false }
      return true
    }
  }

  private mutating func takeDay() -> CalendarDate? {
    var numbers: [(value: Int, digits: Int, index: Int)] = []
    var months: [(month: Int, index: Int)] = []
    for (index, token) in tokens.enumerated() {
      switch token {
      case .number(let value, let digits): numbers.append((value, digits, index))
      case .word(let word):
        if let month = MonthNames.month(word) { months.append((month, index)) }
      case .mark, .space: break
      }
    }
    // "Mar" is both March and mardi: the last one that stands beside a number is the month.
    if let named = months.last {
      return DayReading.named(
        month: named.month, numbers.map { ($0.value, $0.digits) }, guessed: &isGuessed)
    }
    let separators = tokens.compactMap { if case .mark(let mark) = $0 { mark } else { nil } }
    return DayReading.numeric(
      numbers.map { ($0.value, $0.digits) }, separator: separators.first, guessed: &isGuessed)
  }

  private func token(_ index: Int) -> DateTokens.Token? {
    tokens.indices.contains(index) ? tokens[index] : nil
  }

  private mutating func cut(_ start: Int, _ end: Int) {
    tokens.replaceSubrange(start..<min(end, tokens.count), with: [.space])
    gap = start
  }
}
