import BriefStore

/// What the self-test found, one line a thing that was tried.
package struct ScoreCard: Hashable, Sendable, Encodable {
  package struct Line: Hashable, Sendable, Encodable {
    package var name: String
    package var passed: Bool
    /// What was seen instead; `nil` when it passed.
    package var saw: String?

    private enum CodingKeys: CodingKey { case name, passed, saw }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
      try container.encode(passed, forKey: .passed)
      try container.encode(saw, forKey: .saw)
    }
  }

  package private(set) var lines: [Line] = []

  package init() {}

  package var passed: Int { lines.count(where: \.passed) }
  package var isPerfect: Bool { !lines.isEmpty && passed == lines.count }

  /// Notes whether what was seen is what is right.
  mutating func note<Value: Equatable>(_ name: String, _ seen: Value, is right: Value) {
    let passed = seen == right
    lines.append(Line(name: name, passed: passed, saw: passed ? nil : "\(seen), not \(right)"))
  }

  package var text: String {
    (lines.map { line in
      let saw = line.saw.map { "\n      saw \($0)" } ?? ""
      return "\(line.passed ? "=" : "!") \(line.name)\(saw)"
    } + ["\(passed) of \(lines.count)"]).joined(separator: "\n")
  }

  private enum CodingKeys: CodingKey { case schema, passed, tried, checks }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("brief-sync/selftest/1", forKey: .schema)
    try container.encode(passed, forKey: .passed)
    try container.encode(lines.count, forKey: .tried)
    try container.encode(lines, forKey: .checks)
  }

  package func json() throws -> String { try StoreJSON.text(self) }
}
