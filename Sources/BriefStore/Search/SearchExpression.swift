/// Words that must, may or must not stand in a version.
package indirect enum SearchExpression: Hashable, Sendable {
  /// Columns of the index.
  package enum Field: String, Hashable, Sendable, CaseIterable {
    case title, text, authors
  }

  /// Words that follow each other.
  case words([SoughtWord], field: Field?)
  case all([SearchExpression])
  case any([SearchExpression])
  case without(SearchExpression, SearchExpression)

  /// As SQLite's FTS5 reads it (section 3 of its documentation). Stems are ASCII letters and
  /// digits, so nothing needs escaping; quotes keep AND, OR and NOT words.
  package var match: String {
    switch self {
    case .words(let words, let field): Self.match(Self.choices(of: words), field: field)
    case .all(let parts): "(" + parts.map(\.match).joined(separator: " AND ") + ")"
    case .any(let parts): "(" + parts.map(\.match).joined(separator: " OR ") + ")"
    case .without(let wanted, let unwanted): "(\(wanted.match) NOT \(unwanted.match))"
    }
  }

  /// One of what FTS5 calls phrases.
  static func match(_ choices: [String], field: Field?) -> String {
    (field.map { "\($0.rawValue) : " } ?? "")
      + (choices.count == 1 ? choices[0] : "(" + choices.joined(separator: " OR ") + ")")
  }

  private static func choices(of words: [SoughtWord]) -> [String] {
    words.count == 1 ? choices(of: words[0]) : phrases(of: words)
  }

  /// What a word alone may stand as. A stem that begins with a beginning is in its answer.
  private static func choices(of word: SoughtWord) -> [String] {
    let beginnings = word.beginnings.filter { stem in
      !word.beginnings.contains { $0 != stem && stem.hasPrefix($0) }
    }
    let stems = word.stems.filter { stem in !beginnings.contains { stem.hasPrefix($0) } }
    return stems.map { "\"\($0)\"" } + beginnings.map { "\"\($0)\" *" }
  }

  /// Phrases that are looked for in the place of one.
  private static let mostPhrases = 64

  /// Each choice of stems, one after the other; FTS5 has no alternatives inside a phrase. Words of
  /// many stems give up their last ones.
  private static func phrases(of words: [SoughtWord]) -> [String] {
    var counts = words.map(\.stems.count)
    while counts.reduce(1, { min(mostPhrases * 4, $0 * $1) }) > mostPhrases,
      let most = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[most] > 1
    {
      counts[most] = min(counts[most] - 1, mostPhrases)
    }
    var phrases = [""]
    for (word, count) in zip(words, counts) {
      phrases = phrases.flatMap { phrase in
        word.stems.prefix(count).map { phrase.isEmpty ? "\"\($0)\"" : phrase + " + \"\($0)\"" }
      }
    }
    return phrases
  }

  /// Words that are looked for, for marking passages.
  package var sought: [[SoughtWord]] { phrases.filter(\.isWanted).map(\.words) }

  /// All words and phrases, in the order in which FTS5 counts what each may stand as.
  var phrases: [Phrase] {
    switch self {
    case .words(let words, let field):
      [Phrase(words: words, choices: Self.choices(of: words), field: field)]
    case .all(let parts), .any(let parts): parts.flatMap(\.phrases)
    case .without(let wanted, let unwanted):
      wanted.phrases
        + unwanted.phrases.map { phrase in
          var phrase = phrase
          phrase.isWanted = false
          return phrase
        }
    }
  }

  /// A word, or words that follow each other.
  struct Phrase: Hashable {
    var words: [SoughtWord]
    /// What it may stand as: each is a phrase to FTS5.
    var choices: [String]
    /// The column that it must stand in.
    var field: Field?
    var isWanted = true
  }
}
