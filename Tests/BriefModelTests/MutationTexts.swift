/// Sentences with slots in braces: `{day}`, `{month}`, `{year}`, `{number}`, `{percent}`, `{name}`,
/// `{city}`, `{currency}`, `{modal}`, `{not}` (filled or left out) and `{word:this|that}`.
struct MutationTemplates: Sendable {
  var sentences: [String]
  /// Sentences without slots, to be put in.
  var added: [String]
  var months: [String]
  var names: [String]
  var cities: [String]
  var currencies: [String]
  var negation: String
  var modals: [String]
}

/// A text whose parts know what they are, so that exactly one of them can be changed.
struct MutationText {
  enum Slot: Equatable {
    case plain, day, month, year, number, percent, name, city, currency, modal, negation
    case word(this: String, that: String)
  }

  struct Part {
    var slot: Slot
    var text: String
  }

  var sentences: [[Part]]
  let templates: MutationTemplates

  /// Six to nine sentences, each of another template.
  init(_ templates: MutationTemplates, random: inout SplitMix64) {
    self.templates = templates
    let count = 6 + random.below(4)
    let chosen = templates.sentences.shuffled(using: &random).prefix(count)
    sentences = []
    for template in chosen {
      sentences.append(Self.filled(template, templates, random: &random))
    }
  }

  /// Paragraphs of three sentences.
  var text: String {
    var text = ""
    for (index, sentence) in sentences.enumerated() {
      if index > 0 { text += index % 3 == 0 ? "\n\n" : " " }
      text += sentence.map(\.text).joined()
    }
    return text
  }

  private static func filled(
    _ template: String, _ templates: MutationTemplates, random: inout SplitMix64
  ) -> [Part] {
    var parts: [Part] = []
    for (index, piece) in template.split(
      separator: "{", omittingEmptySubsequences: false
    ).enumerated() {
      guard index > 0 else {
        parts.append(Part(slot: .plain, text: String(piece)))
        continue
      }
      let halves = piece.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
      parts.append(part(String(halves[0]), templates, random: &random))
      parts.append(Part(slot: .plain, text: String(halves[1])))
    }
    return parts
  }

  private static func part(
    _ slot: String, _ templates: MutationTemplates, random: inout SplitMix64
  ) -> Part {
    switch slot {
    case "day": Part(slot: .day, text: String(1 + random.below(28)))
    case "month": Part(slot: .month, text: random.element(of: templates.months))
    case "year": Part(slot: .year, text: String(2018 + random.below(8)))
    case "number": Part(slot: .number, text: String(20 + random.below(700)))
    case "percent": Part(slot: .percent, text: "\(2 + random.below(30))%")
    case "name": Part(slot: .name, text: random.element(of: templates.names))
    case "city": Part(slot: .city, text: random.element(of: templates.cities))
    case "currency": Part(slot: .currency, text: random.element(of: templates.currencies))
    case "modal": Part(slot: .modal, text: random.element(of: templates.modals))
    case "not": Part(slot: .negation, text: random.below(2) == 0 ? "" : templates.negation)
    default: word(slot)
    }
  }

  private static func word(_ slot: String) -> Part {
    let words = slot.dropFirst("word:".count).split(separator: "|").map(String.init)
    return Part(slot: .word(this: words[0], that: words[1]), text: words[0])
  }
}

/// Sebastiano Vigna's SplitMix64: the same texts and mutations in every run.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func element<Element>(of elements: [Element]) -> Element {
    elements[below(elements.count)]
  }
}
