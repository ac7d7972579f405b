/// Paragraphs by which a publisher says that a text was corrected: a label with its sign ("Korekta:"),
/// a dated note that names a mistake, or a sentence on an earlier version of the text.
package enum CorrectionNotice {
  /// Notices of one text; more say nothing new.
  private static let most = 20
  /// UTF-8 bytes. A longer paragraph is the article's own.
  private static let longest = 2_000

  /// The notices of a text, in its order. A label that stands alone goes with what stands below it.
  package static func all(in body: Body) -> [String] {
    var notices: [String] = []
    var label: String?
    for part in body.sections.flatMap({ [$0.heading ?? "", $0.text] }) {
      let paragraphs = Paragraphs(part)
      for range in paragraphs.ranges where notices.count < most {
        if label == nil, range.count > longest { continue }
        let paragraph = paragraphs[range]
        if let label {
          notices.append(label + " " + paragraph)
        } else if isOne(paragraph) {
          notices.append(paragraph)
        }
        label = isLabel(paragraph) ? paragraph : nil
      }
    }
    return notices
  }

  /// True for a label without a word of what was wrong.
  package static func isLabel(_ paragraph: String) -> Bool {
    paragraph.utf8.count <= 100 && mayBeOne(paragraph)
      && CorrectionLabel(paragraph)?.isAlone == true
  }

  /// Several notices as one text, one a line; `nil` for none.
  package static func joined(_ notices: [String]) -> String? {
    let lines = notices.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
      .filter { !$0.isEmpty }
    return lines.isEmpty ? nil : lines.prefix(most).joined(separator: "\n")
  }

  /// True when a paragraph announces a correction by its first words.
  package static func isOne(_ paragraph: String) -> Bool {
    guard paragraph.utf8.count <= longest, mayBeOne(paragraph) else { return false }
    if let label = CorrectionLabel(paragraph) { return label.announces }
    return CorrectionSentence.isOne(NoticeWords.of(paragraph, limit: 12), whole: paragraph)
  }

  /// False where the first word tells that a paragraph is none, as of nearly all.
  private static func mayBeOne(_ paragraph: String) -> Bool {
    guard let first = NoticeToken.of(paragraph, limit: 1).first?.word else { return true }
    return CorrectionWords.openings.contains(first)
  }
}

/// A paragraph's label: "Correction (5 June):", "Update, 5 June 2026:", "Редакция:".
struct CorrectionLabel {
  private enum Kind { case correction, update, editor }

  private let kind: Kind
  /// A date or a bracket follows the word.
  private let isDated: Bool
  /// A colon, a dash or a full stop ends it.
  private let isClosed: Bool
  /// Words behind it.
  private let rest: [String]

  /// `nil` where the first words are no label: the word goes on ("Correction of gas prices").
  init?(_ paragraph: String) {
    let tokens = NoticeToken.of(paragraph, limit: 40)
    guard let (kind, length) = Self.label(tokens) else { return nil }
    self.kind = kind
    var index = length
    var isDated = false
    if index < tokens.count, tokens[index].isOpening {
      guard let end = tokens[index...].prefix(14).firstIndex(where: \.isClosing) else { return nil }
      (index, isDated) = (end + 1, true)
    }
    if index < tokens.count, tokens[index] == .mark(",") { index += 1 }
    let date = tokens[index...].prefix(while: \.isOfDate)
    if date.contains(where: \.isNumber) {
      (index, isDated) = (index + date.count, true)
    }
    isClosed = index < tokens.count && tokens[index].ends
    self.isDated = isDated
    rest = tokens[index...].compactMap(\.word)
    guard isClosed || index >= tokens.count || isDated && tokens[index - 1].ends else { return nil }
  }

  /// Nothing but the label: what it is about stands below.
  var isAlone: Bool { kind == .correction && rest.isEmpty }

  var announces: Bool {
    switch kind {
    case .correction: !rest.isEmpty
    // A day of change that the text itself prints is the publisher's word for a change.
    case .update: rest.isEmpty ? isDated : rest.contains(where: CorrectionWords.isOfCorrection)
    case .editor: rest.contains(where: CorrectionWords.isOfCorrection)
    }
  }

  private static func label(_ tokens: [NoticeToken]) -> (Kind, Int)? {
    guard let first = tokens.first?.word else { return nil }
    let words = tokens.prefix(while: { $0.word != nil }).prefix(4).compactMap(\.word)
    let kinds: [(Kind, [String: [[String]]])] = [
      (.correction, CorrectionWords.corrections), (.update, CorrectionWords.updates),
      (.editor, CorrectionWords.editors),
    ]
    for (kind, labels) in kinds {
      let fits = (labels[first] ?? []).filter { words.starts(with: $0) }
      if let longest = fits.max(by: { $0.count < $1.count }) { return (kind, longest.count) }
    }
    return nil
  }
}

/// The label by which a title says that its text is another now: "[Corrected] ...", "UPDATED: ...",
/// "... (updated, 5 June)".
enum TitleLabel {
  /// True when the newer title has a label that the older one did not have.
  static func isNew(from old: String?, to new: String?) -> Bool {
    guard let new, let label = label(of: new) else { return false }
    return old.flatMap(self.label) != label
  }

  private static func label(of title: String) -> String? {
    if let open = title.lastIndex(where: { "[(".contains($0) }),
      title.last.map("])".contains) == true,
      CorrectionLabel(String(title[open...]))?.marksTitle == true
    {
      return title[open...].lowercased()
    }
    guard CorrectionLabel(title)?.marksTitle == true else { return nil }
    return title.prefix { !":])|–—".contains($0) }.lowercased()
  }
}

extension CorrectionLabel {
  fileprivate var marksTitle: Bool { kind != .editor }
}

/// A paragraph's first sentence: "This article was corrected", "In an earlier version of this text".
enum CorrectionSentence {
  static func isOne(_ words: [String], whole: String) -> Bool {
    isOfEarlierVersion(words) || isOfChangedText(words, whole: whole)
  }

  private static func isOfEarlierVersion(_ words: [String]) -> Bool {
    for opening in CorrectionWords.earlierVersions where words.starts(with: opening) {
      var rest = words.dropFirst(opening.count)
      if let article = rest.first, CorrectionWords.articles.contains(article) {
        rest = rest.dropFirst()
        if rest.first.map(CorrectionWords.texts.contains) == true { return true }
        continue
      }
      guard let next = rest.first else { continue }
      if CorrectionWords.goOn.contains(next) || CorrectionWords.texts.contains(next)
        || CorrectionWords.isOfCorrection(next)
      {
        return true
      }
    }
    return false
  }

  /// "This text was updated to correct the year": the text itself is the subject.
  private static func isOfChangedText(_ words: [String], whole: String) -> Bool {
    var words = words[...]
    let isPointed = words.first.map(CorrectionWords.demonstratives.contains) ?? false
    if isPointed { words = words.dropFirst() }
    guard let noun = words.first, CorrectionWords.texts.contains(noun) else { return false }
    words = words.dropFirst()
    let verbs = words.prefix { CorrectionWords.auxiliaries.contains($0) }
    // English says "a brief corrected by ..." of another one.
    guard !verbs.isEmpty || !CorrectionWords.englishTexts.contains(noun),
      let verb = words.dropFirst(verbs.count).first
    else { return false }
    if CorrectionWords.isOfCorrection(verb) { return true }
    return CorrectionWords.isOfUpdate(verb)
      && NoticeWords.of(whole, limit: 60).contains(where: CorrectionWords.isOfCorrection)
  }
}

/// Words of a paragraph in lower case, without what stands between them.
enum NoticeWords {
  static func of(_ text: String, limit: Int) -> [String] {
    NoticeToken.of(text, limit: limit * 2).compactMap(\.word)
  }
}

/// A word, a number, or a mark of a paragraph's beginning.
enum NoticeToken: Hashable {
  /// In lower case, with е for ё.
  case word(String)
  case number
  case mark(Unicode.Scalar)

  var word: String? { if case .word(let word) = self { word } else { nil } }
  var isNumber: Bool { self == .number }
  var isOpening: Bool { self == .mark("(") || self == .mark("[") }
  var isClosing: Bool { self == .mark(")") || self == .mark("]") }

  /// Between a label and what it is about.
  var ends: Bool {
    guard case .mark(let mark) = self else { return false }
    return [":", "–", "—", "-", ".", "!", ")", "]", "|"].contains(mark)
  }

  /// A part of a date: a number, a month, what joins them.
  var isOfDate: Bool {
    switch self {
    case .number: true
    case .word(let word): CorrectionWords.ofDates.contains(word)
    case .mark(let mark): [".", ",", "/", "-"].contains(mark)
    }
  }

  /// The tokens at the beginning of a text, without bullets and asterisks before them.
  static func of(_ text: String, limit: Int) -> [NoticeToken] {
    var tokens: [NoticeToken] = []
    var word = ""
    func end(_ tokens: inout [NoticeToken], _ word: inout String) {
      guard !word.isEmpty else { return }
      let isNumber = word.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
      tokens.append(isNumber ? .number : .word(word.lowercased().withPlainYo))
      word = ""
    }
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || !word.isEmpty && scalar.properties.canonicalCombiningClass != .notReordered
      {
        word.unicodeScalars.append(scalar)
        continue
      }
      // A hyphen within a word is part of it: "correction-related".
      let next = scalars[scalars.index(after: index)...].first
      if scalar == "-", !word.isEmpty, next?.properties.isAlphabetic == true {
        word.unicodeScalars.append(scalar)
        continue
      }
      end(&tokens, &word)
      guard tokens.count < limit else { return tokens }
      let isApostrophe = scalar == "'" || scalar == "\u{2019}"
      if scalar.properties.isWhitespace || isApostrophe { continue }
      if tokens.isEmpty, ["*", "•", "†", "[", "("].contains(scalar) { continue }
      tokens.append(.mark(scalar))
    }
    end(&tokens, &word)
    return tokens
  }
}

extension String {
  fileprivate var withPlainYo: String {
    contains("ё") ? String(map { $0 == "ё" ? "е" : $0 }) : self
  }
}
