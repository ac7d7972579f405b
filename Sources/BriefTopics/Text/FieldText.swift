/// A title and a text as topics, claims and figures read them: what more than one of these asks for is
/// found once.
package final class ReadableText {
  let title: FieldText
  let text: FieldText

  package init(title: String?, text: String) {
    self.title = FieldText(title ?? "")
    self.text = FieldText(text)
  }

  /// The language whose words the dates of the text are read in, and why; of the title where there is no
  /// text.
  package func dateLanguage(stated language: String?) -> DateLanguage {
    let field = text.bytes.isEmpty ? title : text
    return DateLanguage(
      code: field.vocabulary(language, beside: title)?.language, stated: language)
  }
}

/// The language that the dates of a text are read in.
package struct DateLanguage: Hashable, Sendable {
  /// One of the seven; `nil` where the text is in none of them.
  package var code: String?
  /// By the entry, its feed or its source.
  package var stated: String?

  package var isStated: Bool { code != nil && DateVocabulary.stated(stated)?.language == code }

  /// The words of the text speak for another language than the one that is stated.
  package var isOtherThanStated: Bool {
    DateVocabulary.stated(stated).map { $0.language != code } ?? false
  }
}

/// The bytes of a title or a text.
final class FieldText {
  let bytes: [UInt8]
  private(set) lazy var sentences = Sentences(bytes)
  private lazy var evidence = LanguageEvidence(bytes, seen: timeWords)
  /// The vocabulary that the words look like.
  private(set) lazy var guessed = evidence.best
  /// What the search for topics saw; `nil` where there was none, or where it could not tell.
  var timeWords: SeenTimeWords?

  init(_ text: String) { bytes = EvidencePolicy.bytes(of: text) }

  /// The vocabulary of the stated language, unless the words plainly speak for another; else of the one
  /// that the words look like, here or in the field beside it.
  func vocabulary(_ language: String?, beside other: FieldText? = nil) -> DateVocabulary? {
    guard let stated = DateVocabulary.stated(language) else {
      return guessed ?? other?.guessed ?? evidence.likeliest
    }
    return evidence.best(against: stated) ?? stated
  }
}
