import BriefModel
import Testing

/// 600 mutations of 60 texts, seeded.
private struct MutationSuite {
  /// How often a mutation (row) got a set of classes (column).
  var confusion: [Mutation: [Set<Difference.Class>: Int]] = [:]
  var missed: [String] = []
  var falsely: [String] = []
  var wrong: [String] = []
  var total = 0

  init(seed: UInt64, count: Int) {
    var random = SplitMix64(state: seed)
    let texts = [englishTemplates, russianTemplates, polishTemplates].flatMap { templates in
      (0..<20).map { _ in MutationText(templates, random: &random) }
    }
    var index = 0
    while total < count {
      let mutation = Mutation.allCases[index % Mutation.allCases.count]
      let text = texts[index % texts.count]
      index += 1
      guard let mutated = mutation.applied(to: text, random: &random) else { continue }
      record(mutation, from: text.text, to: mutated)
    }
  }

  private mutating func record(_ mutation: Mutation, from old: String, to new: String) {
    total += 1
    let isTracking = mutation == .trackingParameters
    let differences = ContentDiff.differences(
      from: Content(title: "Integration", body: Body(text: old), enclosures: [Self.enclosure("")]),
      to: Content(
        title: "Integration", body: Body(text: new),
        enclosures: [Self.enclosure(isTracking ? "?utm_source=feed&utm_medium=rss" : "")]))
    let classes = Set(differences.map(\.class))
    confusion[mutation, default: [:]][classes, default: 0] += 1
    if mutation.expected.isEmpty {
      if !classes.isEmpty { falsely.append("\(mutation): \(differences)") }
    } else if classes.isEmpty {
      missed.append("\(mutation): \(new)")
    } else if classes != mutation.expected {
      let shown = differences.map { "\($0.class) \($0.before ?? "-") → \($0.after ?? "-")" }
      wrong.append("\(mutation): \(shown)")
    }
  }

  private static func enclosure(_ query: String) -> Enclosure {
    Enclosure(url: "https://example.org/brief.pdf" + query, type: "application/pdf")
  }

  var table: String {
    Mutation.allCases.map { mutation in
      let cells = (confusion[mutation] ?? [:]).map { classes, count in
        let names = Difference.Class.allCases.filter(classes.contains).map(\.rawValue)
        return (names.isEmpty ? "none" : names.joined(separator: "+"), count)
      }.sorted { $0.1 > $1.1 }
      return "\(mutation.rawValue): " + cells.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }.joined(separator: "\n")
  }
}

@Suite struct MutationTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `600 mutations of 60 texts are seen and get the right class`(seed: UInt64) {
    let suite = MutationSuite(seed: seed, count: 600)
    print("seed \(seed)\n\(suite.table)")

    #expect(suite.missed == [])
    #expect(suite.falsely == [])
    #expect(suite.wrong.count * 100 <= suite.total * 3)
  }
}
