/// A title and a text as topics, claims and figures read them: what more than one of these asks for is
/// found once.
package final class ReadableText {
  let title: FieldText
  let text: FieldText

  package init(title: String?, text: String) {
    self.title = FieldText(title ?? "")
    self.text = FieldText(text)
  }
}

/// The bytes of a title or a text.
final class FieldText {
  let bytes: [UInt8]
  private(set) lazy var sentences = Sentences(bytes)
  /// The vocabulary that the words look like.
  private(set) lazy var guessed =
    timeWords.map { DateVocabulary.best(of: $0.counts) } ?? DateVocabulary.guess(bytes)
  /// What the search for topics saw; `nil` where there was none, or where it could not tell.
  var timeWords: SeenTimeWords?

  init(_ text: String) { bytes = EvidencePolicy.bytes(of: text) }

  /// The vocabulary of the stated language, else of the one that the words look like.
  func vocabulary(_ language: String?) -> DateVocabulary? {
    DateVocabulary.stated(language) ?? guessed
  }
}
