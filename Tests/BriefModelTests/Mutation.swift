import BriefModel

/// One way of changing a text, and what a reader would call it.
enum Mutation: String, CaseIterable {
  case digit, month, year, day, name, negation, modal, sentenceAdded, sentenceRemoved
  case sentenceMoved, reworded, percentSign, currency
  case markup, whiteSpace, trackingParameters, quotes

  /// The classes that the differences must have together; none where nothing differs.
  var expected: Set<Difference.Class> {
    switch self {
    case .digit, .percentSign, .currency: [.number]
    case .month, .year, .day: [.date]
    case .name: [.name]
    case .negation, .modal: [.negation]
    case .sentenceAdded: [.addition]
    case .sentenceRemoved: [.removal]
    case .sentenceMoved: [.addition, .removal]
    case .reworded: [.rewording]
    case .markup, .whiteSpace, .trackingParameters, .quotes: []
    }
  }

  /// The text after the mutation; `nil` where it has nothing that could be changed so.
  func applied(to text: MutationText, random: inout SplitMix64) -> String? {
    switch self {
    case .digit: slot(.number, in: text, &random) { Self.otherDigit($0, &$1) }
    case .month: slot(.month, in: text, &random) { Self.other($0, text.templates.months, &$1) }
    case .year: slot(.year, in: text, &random) { Self.otherDigit($0, last: true, &$1) }
    case .day: slot(.day, in: text, &random) { Self.other($0, (1...28).map(String.init), &$1) }
    case .name: slot(.name, in: text, &random) { Self.other($0, text.templates.names, &$1) }
    case .negation:
      slot(.negation, in: text, &random) { old, _ in old.isEmpty ? text.templates.negation : "" }
    case .modal: slot(.modal, in: text, &random) { Self.other($0, text.templates.modals, &$1) }
    case .percentSign: slot(.percent, in: text, &random) { old, _ in String(old.dropLast()) }
    case .currency:
      slot(.currency, in: text, &random) { Self.other($0, text.templates.currencies, &$1) }
    case .sentenceAdded, .sentenceRemoved, .sentenceMoved: sentences(of: text, &random)
    case .reworded: reworded(text, &random)
    case .markup:
      text.text.split(separator: " ").map { random.below(9) == 0 ? "\($0)\n" : "\($0) " }.joined()
    case .whiteSpace: spaced(text.text, &random)
    case .quotes: requoted(text.text, &random)
    case .trackingParameters: text.text
    }
  }

  private func slot(
    _ slot: MutationText.Slot, in text: MutationText, _ random: inout SplitMix64,
    _ change: (String, inout SplitMix64) -> String
  ) -> String? {
    var text = text
    let places = text.sentences.indices.flatMap { sentence in
      text.sentences[sentence].indices.filter { text.sentences[sentence][$0].slot == slot }
        .map { (sentence, $0) }
    }
    guard !places.isEmpty else { return nil }
    let (sentence, part) = random.element(of: places)
    text.sentences[sentence][part].text = change(text.sentences[sentence][part].text, &random)
    return text.text
  }

  private func sentences(of text: MutationText, _ random: inout SplitMix64) -> String {
    var text = text
    let place = random.below(text.sentences.count)
    switch self {
    case .sentenceAdded:
      let added = random.element(of: text.templates.added)
      text.sentences.insert([.init(slot: .plain, text: added)], at: place)
    case .sentenceRemoved: text.sentences.remove(at: place)
    default:
      // At least two away: next to each other, either could be the one that moved.
      let sentence = text.sentences.remove(at: place)
      let target = (place + 2 + random.below(text.sentences.count - 2)) % (text.sentences.count + 1)
      text.sentences.insert(
        sentence, at: target == place ? (place + 3) % text.sentences.count : target)
    }
    return text.text
  }

  private func reworded(_ text: MutationText, _ random: inout SplitMix64) -> String? {
    var text = text
    var places: [(sentence: Int, part: Int, that: String)] = []
    for (sentence, parts) in text.sentences.enumerated() {
      for (part, content) in parts.enumerated() {
        if case .word(_, let that) = content.slot { places.append((sentence, part, that)) }
      }
    }
    guard !places.isEmpty else { return nil }
    let place = random.element(of: places)
    text.sentences[place.sentence][place.part].text = place.that
    return text.text
  }

  private func spaced(_ text: String, _ random: inout SplitMix64) -> String {
    text.map { character in
      guard character == " " else { return String(character) }
      return random.element(of: [" ", "  ", "\u{A0}", "\n", "\t", "\n\n", "\u{2009}"])
    }.joined() + "\n"
  }

  private func requoted(_ text: String, _ random: inout SplitMix64) -> String {
    let shapes = random.element(
      of: [
        ["\"", "\"", "'", "-"], ["«", "»", "‘", "—"], ["„", "“", "ʼ", "‒"], ["“", "”", "’", "−"],
      ])
    return text.map { character in
      switch character {
      case "“", "„", "«": shapes[0]
      case "”", "»": shapes[1]
      case "’": shapes[2]
      case "–": shapes[3]
      default: String(character)
      }
    }.joined()
  }

  private static func other(
    _ old: String, _ choices: [String], _ random: inout SplitMix64
  ) -> String {
    random.element(of: choices.filter { $0 != old })
  }

  private static func otherDigit(
    _ old: String, last: Bool = false, _ random: inout SplitMix64
  ) -> String {
    var digits = Array(old)
    let place = last ? digits.count - 1 : random.below(digits.count)
    digits[place] = random.element(of: "123456789".filter { $0 != digits[place] }.map(\.self))
    return String(digits)
  }
}
