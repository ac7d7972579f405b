/// Which way verbs point that hang on others.
extension ClaimContext {
  /// `ma zostać odnowiony`, `будет подписан`: the participle lies where its auxiliary does.
  static func settlePassive(
    _ items: [DateItem], _ language: String, _ tenses: inout [TimeDirection]
  ) {
    guard let ahead = auxiliaries[language] else { return }
    for index in items.indices.dropFirst() {
      if tenses[index] == .past, ahead.contains(items[index - 1].text) { tenses[index] = .future }
      // `дамовіліся стварыць`: an infinitive ends as what is to come does.
      if language == "be", tenses[index - 1] == .past, items[index].text.hasSuffix("ць"),
        !items[index].text.hasSuffix("уць"), !items[index].text.hasSuffix("юць")
      {
        tenses[index] = .unknown
      }
      // `скончыў дзейнічаць`
      if language == "be", phases.contains(items[index - 1].text) { tenses[index] = .past }
    }
  }

  private static let phases: Set<String> = [
    "скончыу", "скончыла", "скончылі", "спыніу", "спыніла", "спынілі", "перастау", "перастала",
    "пачау", "пачала", "пачалі",
  ]

  private static let auxiliaries: [String: Set<String>] = [
    "pl": ["zostac", "byc", "zostanie", "zostana", "bedzie", "beda"],
    "ru": ["быть", "будет", "будут"], "be": ["быць", "будзе", "будуць"],
    "uk": ["бути", "буде", "будуть"], "lt": ["buti", "bus"],
  ]

  /// `чтобы подготовили к ноябрю`, `by przygotowały`, `я бы ставил`: a past form that is none.
  static func settlePurpose(
    _ roles: [WordRole], _ clauses: [Int], _ tenses: inout [TimeDirection]
  ) {
    for index in roles.indices {
      if roles[index].contains(.purpose) {
        for place in index + 1..<max(index + 1, min(index + 12, roles.count))
        where clauses[place] == clauses[index] && tenses[place] == .past {
          tenses[place] = .future
        }
      } else if roles[index].contains(.conditional) {
        for place in max(0, index - 1)..<min(roles.count, index + 3)
        where clauses[place] == clauses[index] && tenses[place] == .past {
          tenses[place] = .future
        }
      }
    }
  }

  /// `to be signed`, `is expected` point ahead; `was expected` does not.
  static func settleEnglish(_ items: [DateItem], _ tenses: inout [TimeDirection]) {
    for index in items.indices.dropFirst()
    where items[index].text.hasSuffix("ed") || tenses[index] == .past {
      switch items[index - 1].text {
      case "be": tenses[index] = .future
      case "is", "are": if tenses[index] == .past { tenses[index] = .unknown }
      default: break
      }
    }
    // `will put`: a form that is past and infinitive.
    for index in items.indices.dropFirst() where tenses[index] == .past {
      if modals.contains(items[index - 1].text) { tenses[index] = .future }
    }
    for index in items.indices {
      let next = index + 1 < items.count ? items[index + 1].text : ""
      switch items[index].text {
      case "have", "has":
        // `have six months` is present, `have agreed` is not.
        if !next.hasSuffix("ed"), index + 1 < items.count, tenses[index + 1] != .past {
          tenses[index] = .unknown
        }
      case "to":
        // An infinitive takes its time from the verb that it hangs on.
        let before = index > 0 ? items[index - 1].text : ""
        if pasts.contains(before), index + 1 < items.count {
          tenses[index] = .past
          tenses[index + 1] = .past
          continue
        }
        tenses[index] =
          ["was", "were"].contains(before)
          ? .past : leadsAhead.contains(before) || next == "be" ? .future : .unknown
      case "end", "begin", "start", "open", "close", "expire":
        // `they end on Wednesday`
        let before = index > 0 ? items[index - 1].text : ""
        if ["on", "in", "at", "next"].contains(next), !Self.nounMarks.contains(before) {
          tenses[index] = .future
        }
      case "is", "are":
        let isPlain = !next.hasSuffix("ed") && next != "to"
        tenses[index] =
          isPlain || tenses[min(index + 1, items.count - 1)] == .future ? .future : .unknown
      default: break
      }
    }
  }

  private static let modals: Set<String> = [
    "will", "shall", "would", "could", "should", "may", "might", "must", "to",
  ]
  /// `ceased to be valid`: what follows lies in the past as well.
  private static let pasts: Set<String> = [
    "ceased", "began", "started", "failed", "happened", "continued",
  ]
  private static let nounMarks: Set<String> = ["the", "a", "an", "to", "its", "their"]

  /// `am Freitag in Minsk unterzeichnet` is past where no other verb of its clause leads ahead.
  static func settleGerman(
    _ items: [DateItem], _ clauses: [Int], _ tenses: inout [TimeDirection]
  ) {
    for index in items.indices where germanParticiples.contains(items[index].text) {
      let isLed = items.indices.contains {
        clauses[$0] == clauses[index] && tenses[$0] != .unknown && $0 != index
      }
      if !isLed { tenses[index] = .past }
    }
    // `sind am Samstag verlegt worden`
    for index in items.indices.dropFirst() where items[index].text == "worden" {
      tenses[index - 1] = .past
    }
  }

  private static let germanParticiples: Set<String> = [
    "unterzeichnet", "unterschrieben", "beschlossen", "ratifiziert", "vereinbart", "verschoben",
    "gebilligt", "verabschiedet", "angekundigt", "gestartet", "begonnen", "beendet", "geschlossen",
  ]

  private static let leadsAhead: Set<String> = [
    "is", "are", "be", "has", "have", "due", "set", "about", "scheduled", "expected", "planned",
    "likely", "ready",
  ]

  /// The words between a verb and a date that open a statement of their own.
  func joints(between index: Int, and range: Range<Int>) -> Int {
    let between =
      index < range.lowerBound ? index + 1..<range.lowerBound : range.upperBound..<index
    return between.count { roles[$0].contains(.joint) && !isOfNames($0, behind: index, range) }
  }

  /// `opened in Brest and Grodno on Sunday`, `In May Minsk and Moscow hope to`: an "and" that opens no
  /// statement, as no verb stands between it and the next one, or in front of it.
  private func isOfNames(_ joint: Int, behind verb: Int, _ range: Range<Int>) -> Bool {
    let clause = clause(of: joint..<joint + 1)
    guard verb < range.lowerBound else {
      return !(0..<joint).contains { tenses[$0] != .unknown && !range.contains($0) }
    }
    guard joint + 1 < range.lowerBound else { return false }
    let next = (joint + 1..<clause.upperBound).first {
      roles[$0].contains(.joint) && !range.contains($0)
    }
    return !(joint + 1..<(next ?? clause.upperBound)).contains {
      tenses[$0] != .unknown && !range.contains($0)
    }
  }
}
