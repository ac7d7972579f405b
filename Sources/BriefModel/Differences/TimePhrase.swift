/// Tells runs that say when something is, in whatever words: "within a month" and "before New
/// Year", "на Рождество" and "два года назад".
struct TimePhrase {
  let old: ComparedText
  let new: ComparedText

  /// What a token is to a phrase that says when.
  private enum Part {
    /// A time of its own: "May", "tomorrow", "Easter".
    case time
    /// A year, a week: a time, or behind a number a length of time.
    case unit
    /// Moves a time: "before", "next", "ago".
    case modifier
    case number
    /// Stands between the others.
    case joint
    case other
  }

  /// Tokens that are looked at on either side of a run: phrases are shorter.
  private static let reach = 8
  /// A date where both sides say when, a number where both say how long; `nil` for what is neither.
  func `class`(of hunk: Hunk) -> Difference.Class? {
    guard !hunk.old.isEmpty, !hunk.new.isEmpty,
      let before = parts(hunk.old, in: old), let after = parts(hunk.new, in: new)
    else { return nil }
    let hasWord =
      hunk.old.contains { old.tokens[$0].kind == .word }
      || hunk.new.contains { new.tokens[$0].kind == .word }
    let isMoved = [before, after].contains { $0.contains { $0 != .number && $0 != .joint } }
    guard hasWord else { return nil }
    if !isMoved {
      return isOrdinal(hunk.old, in: old) && isOrdinal(hunk.new, in: new) ? .date : nil
    }
    if isCount(hunk, before, after) { return .number }
    guard says(hunk.old, before, in: old), says(hunk.new, after, in: new) else { return nil }
    if isTime(hunk.old, before, in: old) || isTime(hunk.new, after, in: new) { return .date }
    return before.contains(.number) && after.contains(.number) ? .number : nil
  }

  private func isDate(_ hunk: Hunk) -> Bool { self.class(of: hunk) == .date }

  /// "XIX" and "twentieth", before a century.
  private func isOrdinal(_ run: Range<Int>, in text: ComparedText) -> Bool {
    guard run.upperBound < text.tokens.count, part(run.upperBound, in: text) == .time else {
      return false
    }
    return run.allSatisfy { index in
      text.tokens[index].kind != .number && text.meaning(index).isDisjoint(with: .unit)
        && (text.meaning(index).contains(.ordinal) || !text.meaning(index).contains(.numeral)
          || isNumeral(text.entry(index).lowercased))
    }
  }

  /// The runs of a sentence, those of one phrase that became another as one.
  func joined(_ hunks: ArraySlice<Hunk>) -> [Hunk] {
    PhraseRuns.joined(
      hunks, isInside: { part($0, in: $1 ? new : old) != .other }, isPhrase: isDate)
  }

  /// Only the number of the same unit is another: "a month" and "two months".
  private func isCount(_ hunk: Hunk, _ before: [Part], _ after: [Part]) -> Bool {
    let units = { (parts: [Part], run: Range<Int>, text: ComparedText) in
      zip(parts, run).filter { $0.0 != .number && $0.0 != .joint }
        .map { (part: $0.0, word: text.entry($0.1).lowercased) }
    }
    let (mine, theirs) = (units(before, hunk.old, old), units(after, hunk.new, new))
    return (before + after).contains(.number) && mine.count == theirs.count
      && zip(mine, theirs).allSatisfy {
        $0.part == $1.part && $0.word.prefix(3) == $1.word.prefix(3)
      }
  }

  /// The parts of a run; `nil` when one is no part of a phrase that says when.
  private func parts(_ run: Range<Int>, in text: ComparedText) -> [Part]? {
    guard run.count <= Self.reach * 2 else { return nil }
    var parts: [Part] = []
    for index in run {
      let part = part(index, in: text)
      if part == .other || (part == .number && counts(index, in: text)) { return nil }
      parts.append(part)
    }
    return parts
  }

  /// The digits of "in May 28 programmes" count something else.
  private func counts(_ index: Int, in text: ComparedText) -> Bool {
    guard text.tokens[index].kind == .number else { return false }
    let next = index + 1
    guard next < text.tokens.count else { return true }
    return text.tokens[next].isWord && part(next, in: text) == .other
  }

  /// A time is said in the run or right beside it.
  private func says(_ run: Range<Int>, _ parts: [Part], in text: ComparedText) -> Bool {
    if parts.contains(.time) || parts.contains(.unit) { return true }
    guard parts.contains(.modifier) else { return false }
    for step in [1, -1] {
      var index = step > 0 ? run.upperBound : run.lowerBound - 1
      var looked = 0
      while text.tokens.indices.contains(index), looked < Self.reach {
        let part = part(index, in: text)
        if part == .time || part == .unit { return true }
        // What is behind a mark belongs to something else.
        guard part != .other, text.tokens[index].isWord else { break }
        index += step
        looked += 1
      }
    }
    return false
  }

  /// A time that is no length of time: no number stands before its unit.
  private func isTime(_ run: Range<Int>, _ parts: [Part], in text: ComparedText) -> Bool {
    guard parts.contains(.unit) else { return true }
    return zip(parts, run).contains { part, index in
      if part == .time { return true }
      guard part == .unit else { return false }
      return index == 0 || self.part(index - 1, in: text) != .number
        || DateExpression(text: text).contains(index - 1)
    }
  }

  private func part(_ index: Int, in text: ComparedText) -> Part {
    let token = text.tokens[index]
    let dates = DateExpression(text: text)
    switch token.kind {
    case .number: return dates.contains(index) ? .time : .number
    case .dot, .dash, .quote: return .joint
    case .punctuation: return text.isPunctuation(index, oneOf: ",:/") ? .joint : .other
    case .unit, .ellipsis: return .other
    case .word: break
    }
    if isEnding(index, in: text) { return .joint }
    let meaning = text.meaning(index)
    if meaning.contains(.timeModifier), !dates.contains(index) { return .modifier }
    if meaning.contains(.timeUnit) { return .unit }
    if meaning.contains(.time) { return .time }
    if meaning.contains(.period), !dates.contains(index) { return .modifier }
    if meaning.isDisjoint(with: .denial) || text.isCapitalised(index) {
      if dates.mayContain(index) { return .time }
    }
    if !meaning.isDisjoint(with: .denial) { return .other }
    if !meaning.isDisjoint(with: [.numeral, .ordinal]) { return .number }
    if !meaning.isDisjoint(with: [.function, .dateConnector, .yearPreposition]) { return .joint }
    if meaning.contains(.periodPart) { return .modifier }
    return isNumeral(text.entry(index).lowercased) ? .number : .other
  }

  /// The х of "2030-х годах", the п of "п'ятниці", the val. of "10.30 val.".
  private func isEnding(_ index: Int, in text: ComparedText) -> Bool {
    if index > 1, text.tokens[index].follows == .nothing, text.tokens[index - 1].kind == .dash,
      text.tokens[index - 2].kind == .number
    {
      return text.tokens[index].range.count <= 6
    }
    if text.tokens[index].range.count == 2, index + 1 < text.tokens.count,
      text.tokens[index + 1].kind == .quote, text.tokens[index + 1].follows == .nothing
    {
      return true
    }
    return Self.joints.contains(text.entry(index).lowercased)
  }

  private static let joints = Set(words("um eines einer einem einen ein dem vom beim val же"))

  /// "XIX", "20th", "zwanzigsten".
  private func isNumeral(_ word: String) -> Bool {
    if let first = word.utf8.first, first >= 0x30, first <= 0x39 { return true }
    return word.utf8.allSatisfy { $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }
      || Self.ordinals.fit(word)
  }

  private static let ordinals = WordBeginnings(
    "dvidešimtaj devynioliktaj trej dvej nineteen twent")
}
