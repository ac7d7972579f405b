package import BriefClient
package import BriefModel

/// Why a text has its topics.
package struct TopicReasons: Sendable {
  package struct Hit: Encodable, Sendable {
    package var pattern: String
    package var field: String
    /// UTF-8 bytes into the field.
    package var offset: Int
    package var passage: String
    package var isHeading: Bool
    /// Why it does not count; `nil` when it does.
    package var objection: String?

    package init(
      pattern: String, field: String, offset: Int, passage: String, isHeading: Bool,
      objection: String?
    ) {
      (self.pattern, self.field, self.offset) = (pattern, field, offset)
      (self.passage, self.isHeading, self.objection) = (passage, isHeading, objection)
    }

    private enum CodingKeys: String, CodingKey {
      case pattern, field, offset, passage, heading, objection
    }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(pattern, forKey: .pattern)
      try container.encode(field, forKey: .field)
      try container.encode(offset, forKey: .offset)
      try container.encode(passage, forKey: .passage)
      try container.encode(isHeading, forKey: .heading)
      try container.encode(objection, forKey: .objection)
    }
  }

  package struct Topic: Encodable, Sendable {
    package var id: TopicID
    package var label: String
    package var isTagged: Bool
    package var score: Int
    package var verdict: String
    package var hits: [Hit]

    package init(
      id: TopicID, label: String, isTagged: Bool, score: Int, verdict: String, hits: [Hit]
    ) {
      (self.id, self.label, self.isTagged) = (id, label, isTagged)
      (self.score, self.verdict, self.hits) = (score, verdict, hits)
    }

    private enum CodingKeys: String, CodingKey {
      case id, label, score, verdict, hits
      case isTagged = "tagged"
    }
  }

  /// The language whose words dates are read in.
  package struct Language: Encodable, Sendable {
    /// By the entry, its feed or its source.
    package var stated: String?
    /// One of the seven that dates are known in; `nil` where there is no text.
    package var read: String?
    package var because: String

    package init(stated: String?, read: String?, because: String) {
      (self.stated, self.read, self.because) = (stated, read, because)
    }

    private enum CodingKeys: String, CodingKey { case stated, read, because }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(stated, forKey: .stated)
      try container.encode(read, forKey: .read)
      try container.encode(because, forKey: .because)
    }
  }

  package var topics: [Topic]
  /// Why there is none at all.
  package var absence: String?
  package var language: Language

  package init(topics: [Topic], absence: String?, language: Language) {
    (self.topics, self.absence, self.language) = (topics, absence, language)
  }
}

/// `explain ID` for people.
package enum ReasonsText {
  package static func lines(
    _ reading: Reading, _ reasons: TopicReasons, style: TextStyle
  ) -> [String] {
    let title = reading.publication.reference.title.map(style.line) ?? "(no title)"
    var lines = Wrapping.lines(title, columns: style.columns).map { style.paint($0, .heading) }
    if let absence = reasons.absence {
      lines += Wrapping.lines("No topics: \(style.line(absence)).", columns: style.columns)
    }
    for topic in reasons.topics.sorted(by: { $0.isTagged && !$1.isTagged }) {
      lines.append("")
      lines += Wrapping.lines(
        "\(topic.isTagged ? "+" : "-") \(style.line(topic.id.rawValue)) (\(style.line(topic.label))): "
          + "\(style.line(topic.verdict)); \(counted(topic.score, "point"))",
        columns: style.columns,
        rest: "  "
      ).map { style.paint($0, topic.isTagged ? .good : .faint) }
      lines += topic.hits.prefix(shown).flatMap { hit(of: $0, style: style) }
      if topic.hits.count > shown {
        lines.append("    and \(topic.hits.count - shown) more (--json)")
      }
    }
    if let code = reasons.language.read {
      lines.append("")
      lines += Wrapping.lines(
        style.spelled("Dates are read in \(code): \(style.line(reasons.language.because))."),
        columns: style.columns)
    }
    if !reading.claims.isEmpty {
      lines += ["", style.paint("Dated claims", .heading)]
      lines += reading.claims.flatMap { claim($0, style: style) }
    }
    return lines
  }

  /// Passages of a topic that a person wants to see.
  private static let shown = 5

  private static func hit(of hit: TopicReasons.Hit, style: TextStyle) -> [String] {
    let place =
      hit.field == "title" ? "title" : hit.isHeading ? "heading" : "text, byte \(hit.offset)"
    let objection = hit.objection.map { ": does not count, \(style.line($0))" } ?? ""
    return Wrapping.lines(
      "\(place): \(style.line(hit.pattern))\(objection)", columns: style.columns, first: "    ",
      rest: "      ")
      + Wrapping.lines(
        style.spelled("“") + style.line(hit.passage) + style.spelled("”"), columns: style.columns,
        first: "      "
      ).map { style.paint($0, .faint) }
  }

  private static func claim(_ claim: DatedClaim, style: TextStyle) -> [String] {
    var words = [
      PublicationText.period(claim), claim.kind.rawValue,
      claim.topic.map { style.line($0.rawValue) } ?? "no topic is named near it",
    ]
    if claim.isNegated { words.append("negated") }
    if claim.isHedged { words.append("hedged") }
    if claim.isSuperseded { words.append("another date took its place") }
    words += PublicationText.outcome(claim)
    if claim.start == nil && claim.end == nil && claim.callingOff == nil {
      words.append("no calendar has this date: kept as text")
    }
    return Wrapping.lines(
      "“\(style.line(claim.text))”: \(words.joined(separator: ", "))", columns: style.columns,
      first: "  ", rest: "    "
    ).map(style.spelled)
      + Wrapping.lines(
        style.spelled("“") + style.line(claim.passage) + style.spelled("”"), columns: style.columns,
        first: "      "
      ).map { style.paint($0, .faint) }
  }
}

/// `explain ID --json`.
package struct ReasonsDocument: Encodable, Sendable {
  private let reference: PublicationReference
  private let version: Int
  private let reasons: TopicReasons
  private let claims: [DatedClaim]

  package init(_ reading: Reading, _ reasons: TopicReasons) {
    reference = reading.publication.reference
    version = reading.version.number
    self.reasons = reasons
    claims = reading.claims
  }

  private enum CodingKeys: String, CodingKey {
    case publication, version, topics, absence, language, claims
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(reference, forKey: .publication)
    try container.encode(version, forKey: .version)
    try container.encode(reasons.topics, forKey: .topics)
    try container.encode(reasons.absence, forKey: .absence)
    try container.encode(reasons.language, forKey: .language)
    try container.encode(claims, forKey: .claims)
  }
}
