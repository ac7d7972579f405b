/// Whether a sentence says that what it dates came about.
extension ClaimContext {
  /// `were supposed to sign`, `may have signed`, `hoped to sign`, `will sign`: a clause that leaves open
  /// whether it happened.
  func isUnsettled(at range: Range<Int>) -> Bool {
    let clause = clause(of: range)
    if clause.contains(where: { roles[$0].contains(.perhaps) }) { return true }
    // `Возможно, договор подписали`
    if let first = items.indices.first(where: { roles[$0].contains(.perhaps) }), first == 0,
      clause.lowerBound == 1
    {
      return true
    }
    if clause.contains(where: { index in
      index <= clause.lowerBound + 1 && roles[index].contains(.condition)
    }) {
      return true
    }
    if isNearly(clause, apartFrom: range) { return true }
    if isOnlySigningToBe(clause, apartFrom: range) { return true }
    guard
      let open = clause.last(where: { index in
        !range.contains(index) && leavesOpen(index)
          && (index < range.lowerBound || !isTold(before: index, in: clause, range))
      })
    else { return false }
    return !isTold(behind: open, in: clause, range)
  }

  /// `was launched on 1 January and may grow`, `the treaty signed on 1 January will change it`: the date has
  /// its verb before the word that leaves open.
  private func isTold(before open: Int, in clause: Range<Int>, _ range: Range<Int>) -> Bool {
    (clause.lowerBound..<open).contains { index in
      !range.contains(index)
        && (tenses[index] == .past || cues[index].contains(.signing) && !isInfinitive(at: index))
    }
  }

  /// Items behind a word that leaves open whose verbs hang on it.
  private static let reachOfOpening = 5

  /// A finite verb of what has been, behind the word that leaves open and the verb that hangs on it.
  private func isTold(behind open: Int, in clause: Range<Int>, _ range: Range<Int>) -> Bool {
    let start = open + Self.reachOfOpening
    guard start < clause.upperBound else { return false }
    return (start..<clause.upperBound).contains { index in
      tenses[index] == .past && !range.contains(index) && !isParticipleEnd(index)
        && !isInfinitive(at: index)
    }
  }

  /// `könnte am 20. Dezember unterzeichnet worden sein`
  private func isParticipleEnd(_ index: Int) -> Bool {
    ["worden", "haben", "sein", "werden"].contains(items[index].text)
      || index + 1 < items.count
        && ["worden", "haben", "sein", "werden"].contains(items[index + 1].text)
  }

  private func leavesOpen(_ index: Int) -> Bool {
    let text = items[index].text
    let next = index + 1 < items.count ? items[index + 1].text : ""
    if ["was", "were", "is", "are"].contains(text), next == "to" { return true }
    guard roles[index].contains(.intending) else { return false }
    switch text {
    // `as planned`, `the expected launch`: with a verb behind them only.
    case "planned", "plan", "plans", "expected", "prepared", "prepare", "ready", "intended",
      "aimed",
      "due", "set", "supposed", "meant", "unable", "about", "going", "want", "wants", "wanted",
      "hope", "hopes", "hoped", "tried", "tries", "try", "sought", "seek", "aim", "aims":
      return next == "to"
    case "close": return next == "to" || next == "of"
    case "trying", "hoping", "planning", "preparing": return next == "to"
    case "will", "would", "should", "could", "may", "might", "must", "shall":
      return !(text == "may" && items[index].month != nil && Self.isMonth(index, items))
    // `mało`, `mala`: small, and no duty.
    case "мало", "мала", "мали":
      return (index + 1..<min(index + 7, items.count)).contains { isInfinitive(at: $0) }
    default: break
    }
    if Self.germanAuxiliaries.contains(text) { return isLed(index) }
    // Those of other languages stand with an infinitive: `готовились подписать`.
    if text.utf8.first.map({ $0 > 0x7A }) ?? false {
      return (index + 1..<min(index + 8, items.count)).contains { place in
        clauses[place] == clauses[index] && isInfinitive(at: place)
      }
    }
    return true
  }

  /// Do they govern an infinitive: `sollten … unterzeichnen`? `werden … unterzeichnet` is present.
  private func isLed(_ index: Int) -> Bool {
    let clause = clause(of: index..<index + 1)
    guard let last = clause.last else { return false }
    return items[last].text.hasSuffix("n") && last > index
  }

  private static let germanAuxiliaries: Set<String> = [
    "wird", "werden", "soll", "sollen", "sollte", "sollten", "wollte", "wollten", "konnte",
    "konnten", "durfte", "durften", "musste", "mussten", "kann", "konnen", "wollen", "will",
  ]

  /// `almost signed`, `чуть не подписали`.
  private func isNearly(_ clause: Range<Int>, apartFrom range: Range<Int>) -> Bool {
    clause.contains { index in
      roles[index].contains(.nearly) && !range.contains(index)
        && (index + 1..<min(index + 3, clause.upperBound)).contains {
          cues[$0].contains(.signing) || tenses[$0] == .past
        }
    }
  }

  /// `agreed to sign on 20 December`, `talk of signing`, `договорились подписать`: the signing that is
  /// nearest is an infinitive, and nobody managed it; or it lies ahead by its form (`подпишут`).
  private func isOnlySigningToBe(_ clause: Range<Int>, apartFrom range: Range<Int>) -> Bool {
    let signings = clause.filter { cues[$0].contains(.signing) && !range.contains($0) }
    guard
      let index = signings.min(by: {
        abs($0 - range.lowerBound) < abs($1 - range.lowerBound)
      })
    else { return false }
    let isAchieved = clause.contains { roles[$0].contains(.achieving) && $0 < index }
    if isAchieved { return false }
    let before = index > 0 ? items[index - 1].text : ""
    switch items[index].text {
    case "signing", "initialling", "concluding":
      return ["to", "from", "about", "towards", "before", "of"].contains(before)
        && (index < 2 || !["ceremony", "day", "result", "process"].contains(items[index - 2].text))
    case "unterzeichnen", "unterschreiben", "paraphieren":
      return before == "zu"
        || clause.contains {
          Self.germanAuxiliaries.contains(items[$0].text) || items[$0].text == "wurden"
        }
    default: break
    }
    if tenses[index] == .future, !isPresent(index) { return true }
    return isInfinitive(at: index) && tenses[index] != .past
      && !["signed", "pasirase"].contains(items[index].text)
  }
}
