import BriefTopics
import Foundation

/// A small catalogue that is edited at random: few words, so that patterns, conditions and texts meet.
struct RandomCatalogue {
  private var topics: [[String: Any]] = []
  private var groups: [String: [String]] = [:]
  private(set) var dice: Dice

  static let words = [
    "gas", "oil", "tax", "customs", "rail", "army", "visa", "court", "sugar", "school", "union",
    "market", "газ", "рынок", "налог",
  ]
  private static let names = ["allies", "sport", "not-allies", "third"]
  private static let lists = [
    "patterns", "passage_patterns", "loose_patterns", "supporting_patterns",
  ]

  init(seed: UInt64) {
    dice = Dice(state: seed)
    for name in Self.names { groups[name] = [pattern(), pattern()] }
    for number in 0..<8 { topics.append(topic("t\(number)")) }
  }

  func catalogue() throws -> TopicCatalogue {
    let file = try JSONSerialization.data(withJSONObject: ["groups": groups, "topics": topics])
    return try TopicCatalogue().adding([UInt8](file), named: "random.json")
  }

  private mutating func pattern() -> String {
    let (first, second) = (dice.pick(Self.words), dice.pick(Self.words))
    switch dice.below(6) {
    case 0: return first.prefix(3) + "*"
    case 1: return "\(first) /3 \(second)"
    case 2: return "\(first) >2 \(second)"
    case 3: return "{\(first)|\(second)}"
    default: return first
    }
  }

  private mutating func topic(_ id: String) -> [String: Any] {
    var topic: [String: Any] = ["id": id, "labels": ["en": id]]
    topic["patterns"] = ["en": [pattern()], "ru": [pattern()]]
    if dice.below(3) == 0 { topic["passage_patterns"] = [dice.pick(["en", "ru"]): [pattern()]] }
    if dice.below(3) == 0 { topic["loose_patterns"] = ["en": [pattern()]] }
    if dice.below(3) == 0 { topic["supporting_patterns"] = ["en": [pattern()]] }
    condition(&topic)
    return topic
  }

  private mutating func condition(_ topic: inout [String: Any]) {
    switch dice.below(6) {
    case 0: topic["near"] = [["groups": ["allies"], "within": 5, "strict": dice.below(2) == 0]]
    case 1: topic["away"] = [["groups": ["sport"], "within": 4, "unless": ["third"]]]
    case 2: topic["exclude"] = [pattern()]
    case 3: topic["standing"] = dice.pick(["named", "context", "umbrella"])
    case 4: topic["exclude_within"] = 1 + dice.below(6)
    default: (topic["near"], topic["away"], topic["exclude"]) = (nil, nil, nil)
    }
  }

  /// One edit or a few of any kind.
  mutating func edit() {
    for _ in 0...dice.below(2) { editOnce() }
  }

  private mutating func editOnce() {
    let place = dice.below(topics.count)
    switch dice.below(11) {
    case 0: topics.append(topic("n\(topics.count)\(dice.below(1_000))"))
    case 1:
      let id = topics[place]["id"] as? String
      if topics.count > 4, !topics.contains(where: { $0["parent"] as? String == id }) {
        topics.remove(at: place)
      }
    case 2: topics.swapAt(place, dice.below(topics.count))
    case 3: topics[place]["labels"] = ["en": "label \(dice.below(99))"]
    case 4:
      topics[place]["milestones"] = [
        ["date": "2025-01-01", "kind": "deadline", "text": "a day \(dice.below(9))"]
      ]
    case 5: move(place)
    case 6:
      var topic = topics[place]
      condition(&topic)
      topics[place] = topic
    case 7: groups[dice.pick(Self.names), default: []].append(pattern())
    case 8:
      let name = dice.pick(Self.names)
      if let count = groups[name]?.count, count > 1 { groups[name]?.remove(at: dice.below(count)) }
    default:
      var topic = topics[place]
      editPatterns(&topic)
      topics[place] = topic
    }
  }

  /// Under another topic, which has none above it, or under none.
  private mutating func move(_ place: Int) {
    let id = topics[place]["id"] as? String
    guard !topics.contains(where: { $0["parent"] as? String == id }) else { return }
    let roots = topics.compactMap { topic -> String? in
      let name = topic["id"] as? String
      return topic["parent"] == nil && name != id ? name : nil
    }
    topics[place]["parent"] = dice.below(3) == 0 || roots.isEmpty ? nil : dice.pick(roots)
  }

  private mutating func editPatterns(_ topic: inout [String: Any]) {
    let list = dice.pick(Self.lists)
    var patterns = topic[list] as? [String: [String]] ?? [:]
    let language = dice.pick(["en", "ru"])
    var some = patterns[language] ?? []
    switch dice.below(4) {
    case 0 where some.count > 1: some.swapAt(0, some.count - 1)
    case 1 where !some.isEmpty: some.remove(at: dice.below(some.count))
    case 2 where !some.isEmpty: some[dice.below(some.count)] = pattern()
    default: some.append(pattern())
    }
    patterns[language] = some
    topic[list] = patterns
  }
}

/// SplitMix64: the same throws on every run.
struct Dice {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(1, count))) }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}
