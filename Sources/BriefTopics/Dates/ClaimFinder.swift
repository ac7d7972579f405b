package import BriefModel

/// Finds the dates that a text attaches to its topics.
package struct ClaimFinder: Sendable {
  package init() {}

  /// The dated claims of a title and a text, in order. Without `published` only dates that state
  /// their year are settled. `language` is a code; `nil` has it guessed from the words.
  package func claims(
    title: String?, text: String, published: CalendarDate?, language: String?,
    topics: [TopicExplanation]
  ) -> [DatedClaim] {
    var claims: [DatedClaim] = []
    for (field, source) in [(Difference.Field.title, title ?? ""), (.text, text)] {
      guard !source.isEmpty else { continue }
      let bytes = Array(source.utf8.prefix(EvidencePolicy.bytes))
      guard let vocabulary = Self.vocabulary(language, bytes) else { continue }
      let attachment = TopicAttachment(topics, field: field)
      let sentences = Sentences(bytes).ranges
      for (number, range) in sentences.enumerated() where SentenceScreen.mayHoldDate(bytes, range) {
        claims += SentenceClaims(
          bytes: bytes, range: range, number: number, field: field, vocabulary: vocabulary,
          published: published, attachment: attachment
        ).claims()
      }
    }
    return claims
  }

  private static func vocabulary(_ language: String?, _ bytes: [UInt8]) -> DateVocabulary? {
    if let code = language?.split(whereSeparator: { $0 == "-" || $0 == "_" }).first,
      let known = DateVocabulary.of(code.lowercased())
    {
      return known
    }
    return DateVocabulary.guess(bytes)
  }
}

/// Whether a sentence can hold a date at all.
enum SentenceScreen {
  static func mayHoldDate(_ bytes: [UInt8], _ range: Range<Int>) -> Bool { range.count >= 4 }
}
