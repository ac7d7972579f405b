package import BriefModel

/// A place where a pattern of a topic matched, and whether it counts.
package struct TopicHit: Hashable, Sendable {
  package enum Verdict: Hashable, Sendable {
    case counts
    /// The exclusion that lies on it or beside it.
    case excluded(by: String)
    /// Groups that are named neither near it nor in the title.
    case missesContext([String])
    /// Begins in one sentence, or in one part of it between semicolons, and ends in another.
    case acrossSentences
    /// Says nothing alone, and no other word of the topic stands near.
    case alone
  }

  package var mention: Mention
  package var verdict: Verdict
  package var isInHeading: Bool
  /// The sentence's number within its field.
  var sentence: Int
}

/// Why a text has a topic, or why it has not in spite of a hit.
package struct TopicExplanation: Hashable, Sendable {
  package enum Verdict: Hashable, Sendable {
    case tagged
    /// No hit counts.
    case voided
    /// The text says less of it than ``EvidencePolicy`` asks for.
    case passing(needed: Int)
    /// A child says it more exactly.
    case childTagged(TopicID)
    /// One loose phrase in a sentence on another topic.
    case aside(TopicID)
    /// An umbrella over the other topics.
    case umbrella
  }

  package var topic: TopicID
  package var score: Int
  /// Roots and context topics: a date belongs to a more exact one if it can.
  package var isGeneral: Bool
  package var isUmbrella: Bool
  package var verdict: Verdict
  /// In order of the text, at most ``EvidencePolicy/hits``.
  package var hits: [TopicHit]
  /// What the verdict on an aside rests on.
  var weight = EvidenceWeight()
}

/// How much is enough.
enum EvidencePolicy {
  /// Points of a sentence with a hit in the title, in a heading, in the text.
  static let title = 4
  static let heading = 4
  static let sentence = 1
  /// A text of so many tokens or fewer is short: whatever it names, it is about.
  static let shortText = 250
  /// A longer text owes one sentence more to a context topic for each so many tokens.
  static let tokensPerSentence = 200
  /// An umbrella is named where at most so many other topics are.
  static let topicsUnderUmbrella = 1
  /// Hits a topic that are kept; the rest add nothing.
  static let hits = 32
  /// Tokens between a word that supports and the word that it supports.
  static let support: Int64 = 60
  /// In a text of so many tokens or fewer the context may stand anywhere.
  static let onePassage = 220
  /// UTF-8 bytes of a text that are read. A book of 2,000 pages has 5 MiB.
  static let bytes = 32 << 20

  /// The UTF-8 bytes of a text that are read.
  static func bytes(of text: String) -> [UInt8] {
    text.utf8.count <= bytes ? Array(text.utf8) : Array(text.utf8.prefix(bytes))
  }
}

extension [TopicExplanation] {
  /// The passages that speak of the topics that a text has, in the order of the explanations.
  package var mentions: [Mention] {
    filter { $0.verdict == .tagged }.flatMap { explanation in
      explanation.hits.filter { $0.verdict == .counts }.map(\.mention)
    }
  }
}
