package import BriefModel

/// Whether a rule holds for a change, and which of its conditions do not.
package struct RuleVerdict: Sendable, Encodable {
  /// A condition of the rule that does not hold.
  package struct Refusal: Hashable, Sendable, Encodable {
    /// The key of the configuration.
    package var condition: String
    /// A sentence's end: `asks for withdrawn; this is revised`.
    package var why: String
  }

  package var rule: String
  package var channels: [ChannelID]
  package var matches: Bool
  /// Those of the channels that the rule itself tells; the others hear of it by a more urgent rule.
  package var tells: [ChannelID]
  package var refusals: [Refusal]

  /// - Parameters:
  ///   - rules: all of the configuration.
  ///   - details: what the publication says after the change.
  package init(
    _ rule: AlertRule, among rules: [AlertRule], change: Change, details: ChangeDetails
  ) {
    self.rule = rule.name
    channels = rule.channels
    matches = rule.matches(change, details: details)
    tells = rule.channels.filter { channel in
      rules.deciding(channel) { $0.matches(change, details: details) }?.name == rule.name
    }
    refusals = []
    guard !matches else { return }
    for (key, why, alone) in Self.conditions(of: rule, change, details)
    where !alone.matches(change, details: details) {
      refusals.append(Refusal(condition: key, why: why))
    }
    if refusals.isEmpty {
      refusals = [
        Refusal(condition: "events", why: "the rule is about sources, not about publications")
      ]
    }
  }

  /// What follows the rule's name in a sentence.
  fileprivate var outcome: String {
    func list(_ channels: [ChannelID]) -> String {
      channels.map(\.rawValue).joined(separator: ", ")
    }
    guard matches else { return " does not match" }
    let others = channels.filter { !tells.contains($0) }
    let told = tells.isEmpty ? "" : ", and tells \(list(tells))"
    return " matches" + told
      + (others.isEmpty ? "" : "; another rule that matches goes before it for \(list(others))")
  }

  /// Each condition alone in a rule of its own, so that the rule itself decides.
  private static func conditions(
    of rule: AlertRule, _ change: Change, _ details: ChangeDetails
  ) -> [(key: String, why: String, alone: AlertRule)] {
    var conditions: [(String, String, AlertRule)] = []
    func add(
      _ key: String, _ asked: some Sequence<String>, _ found: String,
      _ set: (inout AlertRule) -> Void
    ) {
      let asked = asked.sorted()
      guard !asked.isEmpty else { return }
      var alone = AlertRule(name: rule.name, channels: rule.channels)
      set(&alone)
      conditions.append((key, "asks for \(asked.joined(separator: ", ")); this is \(found)", alone))
    }
    func list(_ names: [String]) -> String {
      names.isEmpty ? "none" : names.joined(separator: ", ")
    }
    let publication = change.publication
    add("kinds", rule.kinds.map(\.rawValue), change.kind.rawValue) { $0.kinds = rule.kinds }
    add("sources", rule.sources.map(\.rawValue), publication.source.rawValue) {
      $0.sources = rule.sources
    }
    add("topics", rule.topics.map(\.rawValue), list(change.topics.map(\.rawValue))) {
      $0.topics = rule.topics
    }
    add("classes", rule.classes.map(\.rawValue), list(change.classes.map(\.rawValue))) {
      $0.classes = rule.classes
    }
    let silence = change.isSilent.map { $0 ? "silent" : "announced" } ?? "no edit"
    add("silent", rule.isSilent.map { [$0 ? "silent" : "announced"] } ?? [], silence) {
      $0.isSilent = rule.isSilent
    }
    add("series", rule.series, publication.series ?? "none") { $0.series = rule.series }
    add("languages", rule.languages, details.language ?? "unknown") {
      $0.languages = rule.languages
    }
    add("authors", rule.authors, list(details.authors)) { $0.authors = rule.authors }
    add("words", rule.words, "a text without them") { $0.words = rule.words }
    add(
      "claims", rule.claims.map(\.rawValue),
      details.moves.isEmpty ? "a change that moved no date" : "a date that moved"
    ) {
      $0.claims = rule.claims
    }
    return conditions
  }
}

/// `explain CHANGE`.
package struct ChangeExplanation: Sendable, Encodable {
  package var change: Change
  package var rules: [RuleVerdict]

  package init(change: Change, rules: [RuleVerdict]) {
    self.change = change
    self.rules = rules
  }

  package func lines(style: TextStyle) -> [String] {
    var lines = ChangesText.lines([change], style: style)
    guard case .screen = style.layout else {
      return rules.map { verdict in
        [
          verdict.matches ? "matches" : "refused", verdict.rule,
          verdict.refusals.map { "\($0.condition) \($0.why)" }.joined(separator: "; "),
        ].map(style.line).joined(separator: "\t")
      }
    }
    lines.append("")
    if rules.isEmpty { lines.append("The configuration has no rules.") }
    for verdict in rules {
      lines += Wrapping.lines(
        (verdict.matches ? "= " : "- ") + style.line(verdict.rule) + style.line(verdict.outcome),
        columns: style.columns, first: "", rest: "  ")
      for refusal in verdict.refusals {
        lines += Wrapping.lines(
          style.line("\(refusal.condition) \(refusal.why)"), columns: style.columns, first: "    ",
          rest: "      ")
      }
    }
    return lines
  }
}
