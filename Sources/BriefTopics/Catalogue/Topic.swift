package import BriefModel

/// A subject of the catalogue.
package struct Topic: Hashable, Sendable {
  /// How much a text must say before the topic is its topic.
  package enum Standing: String, Hashable, Sendable, Codable {
    /// One passage that names it is enough.
    case named
    /// Of a long text, only what it keeps coming back to or what stands in a heading.
    case context
    /// Named along with nearly every other topic: kept where little else is found.
    case umbrella
  }

  /// A condition on the surroundings of a hit.
  package struct Near: Hashable, Sendable, Codable {
    /// Names of pattern groups; a match of any of them will do.
    package var groups: [String]
    /// Tokens.
    package var within: Int
    /// The distance holds in the title and in short texts too.
    package var strict: Bool?
  }

  /// A hit is void beside a match of these groups: the text is about something else, unless it names
  /// one of the groups that settle it.
  package struct Away: Hashable, Sendable, Codable {
    package var groups: [String]
    /// Tokens.
    package var within: Int
    /// Anywhere in the title or the text.
    package var unless: [String]?
  }

  /// A date that the topic is known for.
  package struct Milestone: Hashable, Sendable, Codable {
    package var date: CalendarDate
    package var precision: String?
    package var kind: DatedClaim.Kind
    package var text: String
    package var source: String?
  }

  package var id: TopicID
  /// `nil` for a root; a parent is tagged only where none of its children is.
  package var parent: TopicID?
  /// By language code.
  package var labels: [String: String]
  /// By language code; all of them apply to every text.
  package var patterns: [String: [TopicPattern]]
  /// The same of a text of one passage, and of a title: words that say it there, and that a longer
  /// text may use in passing.
  package var passagePatterns: [String: [TopicPattern]] = [:]
  /// Words that stand together in texts on other subjects, too: one of these alone, in a sentence that
  /// plainly speaks of another topic, says nothing. The same holds of ``passagePatterns``.
  package var loosePatterns: [String: [TopicPattern]] = [:]
  /// Words that say nothing by themselves, and something beside other words of the topic.
  package var supportingPatterns: [String: [TopicPattern]] = [:]
  package var exclude: [TopicPattern]
  /// Tokens between an exclusion and the hit that it voids.
  package var excludeWithin: Int
  package var near: [Near]
  package var away: [Away] = []
  /// Names of pattern groups; where there are any, a text of one passage must meet all of ``near`` in one
  /// clause, or match one of these: news of two states side by side is no matter of both.
  package var together: [String] = []
  package var milestones: [Milestone]
  package var standing: Standing
  package var note: String?
  /// Number of the union programme, 1 to 28.
  package var programme: Int?
  /// The file that defines it.
  package var file: String

  /// Where the file says nothing else.
  static let excludeWithin = 5

  /// The label in a language, else in English, else in any, else the id.
  package func label(_ language: String = "en") -> String { name.label(language) }

  package var name: TopicName { TopicName(id: id, parent: parent, labels: labels) }
}
