package import BriefModel

extension DatedClaim {
  /// The day that the claim names, where it is one.
  var singleDay: CalendarDate? { start == end ? start : nil }
}

/// Finds the dates that a text attaches to its topics.
package struct ClaimFinder: Sendable {
  package init() {}

  /// The dated claims of a title and a text, in order. Without `published` only dates that state
  /// their year are settled. `language` is a code; `nil` has it guessed from the words.
  package func claims(
    title: String?, text: String, published: CalendarDate?, language: String?,
    topics: [TopicExplanation]
  ) -> [DatedClaim] {
    claims(
      of: ReadableText(title: title, text: text), published: published, language: language,
      topics: topics)
  }

  /// The same of a title and a text that topics were found in.
  package func claims(
    of content: ReadableText, published: CalendarDate?, language: String?,
    topics: [TopicExplanation]
  ) -> [DatedClaim] {
    var claims: [DatedClaim] = []
    for (field, source, other) in [
      (Difference.Field.title, content.title, content.text), (.text, content.text, content.title),
    ] {
      let bytes = source.bytes
      guard !bytes.isEmpty, let vocabulary = source.vocabulary(language, beside: other) else {
        continue
      }
      let attachment = TopicAttachment(topics, field: field)
      let sentences = source.sentences
      for number in Self.sentencesWithAnchor(source, sentences, vocabulary) {
        claims += SentenceClaims(
          bytes: bytes, range: sentences.ranges[number], number: number, field: field,
          vocabulary: vocabulary,
          published: published, attachment: attachment
        ).claims(behind: claims.last)
      }
    }
    return claims
  }

  /// The numbers of the sentences that can hold a date, in order.
  private static func sentencesWithAnchor(
    _ source: FieldText, _ sentences: Sentences, _ vocabulary: DateVocabulary
  ) -> [Int] {
    guard !sentences.ranges.isEmpty else { return [] }
    var numbers: [Int] = []
    for start in anchors(source, vocabulary) {
      if let last = numbers.last, Int(start) < sentences.ranges[last].upperBound { continue }
      numbers.append(sentences.index(of: Int(start)))
    }
    return numbers
  }

  /// Where words begin that a date can hang on.
  private static func anchors(_ source: FieldText, _ vocabulary: DateVocabulary) -> [Int32] {
    if let seen = source.timeWords {
      return seen.anchors.compactMap { $0.languages & vocabulary.bit != 0 ? $0.start : nil }
    }
    let bytes = source.bytes
    var found: [FoundToken] = []
    _ = vocabulary.scanner.scan(bytes.span, into: &found)
    return found.compactMap { vocabulary.isAnchor[Int($0.set)] ? $0.start : nil }
  }
}
