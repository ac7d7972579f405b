import BriefModel

/// Finds out that a rule can never match, as far as its conditions alone tell.
struct RuleSense {
  struct Doubt: Hashable {
    var key: String
    var text: String
  }

  private let rule: AlertRule
  private let configuration: DaemonConfiguration

  init(_ rule: AlertRule, configuration: DaemonConfiguration) {
    self.rule = rule
    self.configuration = configuration
  }

  /// Why nothing will ever match; empty for a rule that may.
  var doubts: [Doubt] {
    var doubts: [Doubt] = []
    func never(_ key: String, _ text: String) { doubts.append(Doubt(key: key, text: text)) }
    let mayBeRevised = rule.kinds.isEmpty || rule.kinds.contains(.revised)
    if rule.isSilent != nil, !mayBeRevised {
      never("silent", "can never match: only a revised publication is silent or announced")
    }
    if !rule.classes.isEmpty, !mayBeRevised {
      never("classes", "can never match: only a revised publication has differences")
    }
    if rule.words.contains(where: { word in !word.unicodeScalars.contains(where: Self.isWord) }) {
      never("words", "can never match: one of them has neither a letter nor a digit")
    }
    if let other = rulesThatTakeAll {
      never(
        "", "can never match: \(other) above already sends all of it to the same channels")
    }
    if configuration.sources.isEmpty {
      never("", "can never match: no [[source]] is configured")
    }
    let sources = configuration.sources.filter {
      rule.sources.isEmpty || rule.sources.contains($0.id)
    }
    if !rule.languages.isEmpty, !sources.isEmpty,
      sources.allSatisfy({ source in
        !source.languages.isEmpty && !source.languages.contains(where: speaks)
      })
    {
      never("languages", "can never match: none of its sources is in such a language")
    }
    for language in rule.languages.sorted() where !Self.isTag(language) {
      never("languages", "can never match: \"\(language)\" is no language tag such as \"pl\"")
    }
    return doubts
  }

  /// The names of earlier rules without conditions through which each of the rule's channels gets
  /// everything, and no later than by the rule, for a channel is told once, by the most urgent rule
  /// that matches; `nil` when there are none. Silent dates go to rules alone that ask for them.
  private var rulesThatTakeAll: String? {
    guard !rule.claims.contains(.silent), !rule.channels.isEmpty else { return nil }
    var names: [String] = []
    for channel in rule.channels {
      let earlier = configuration.rules.first { other in
        other.takesEverything && other.channels.contains(channel)
          && other.urgency(for: channel) <= rule.urgency(for: channel)
          && (other.sources.isEmpty
            || !rule.sources.isEmpty && rule.sources.isSubset(of: other.sources))
      }
      guard let earlier else { return nil }
      if !names.contains(earlier.name) { names.append(earlier.name) }
    }
    return names.map { "rule \"\($0)\"" }.joined(separator: " and ")
  }

  private func speaks(_ language: String) -> Bool {
    rule.languages.contains { wanted in
      let (language, wanted) = (language.lowercased(), wanted.lowercased())
      return language == wanted || language.hasPrefix(wanted + "-")
        || wanted.hasPrefix(language + "-")
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Letters, digits and hyphens, two or three letters first (RFC 5646, 2.1).
  private static func isTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let letters = parts.first.map {
      $0.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    }
    return letters == true && (2...3).contains(parts.first?.utf8.count ?? 0)
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.count <= 8 }
  }
}
