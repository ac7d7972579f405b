import BriefModel
internal import BriefStore

/// A search as typed: words, "phrases", AND OR NOT, parentheses, and
/// `source: topic: lang: author: title: since: until: kind:`.
struct SearchQuestion {
  var words: SearchExpression?
  var filter = PublicationQuestion()
  /// `new`, `edited`, `withdrawn`, `missing`.
  var kinds: [String] = []
  /// Where the value of `source:` and of `lang:` stands, in characters from 0.
  var places: (source: Int, language: Int) = (0, 0)

  /// True when it neither names a word nor sets a condition: all would match.
  var isEmpty: Bool { words == nil && filter == PublicationQuestion() && kinds.isEmpty }

  static let accepted =
    "words, \"phrases\", AND OR NOT, ( ), source: topic: lang: author: title: since: until: kind:"

  static func parse(_ text: String) throws(ArchiveError) -> SearchQuestion {
    var parser = SearchParser(text)
    var question = SearchQuestion()
    question.words = try parser.parse(&question)
    return question
  }

  func holds(for publication: Publication) -> Bool {
    let reference = publication.reference
    return (filter.source == nil || reference.source == filter.source)
      && (filter.language.map { publication.isIn($0) } ?? true)
      && (filter.topics.isEmpty || !filter.topics.isDisjoint(with: publication.topics))
      && (filter.since.map { (publication.published ?? publication.firstSeen) >= $0 } ?? true)
      && (filter.until.map { (publication.published ?? publication.firstSeen) <= $0 } ?? true)
      && kinds.allSatisfy { kind in
        switch kind {
        case "edited": publication.versions > 1
        case "withdrawn": publication.presence.isWithdrawn
        case "missing": publication.presence.missingPolls != nil
        default: publication.versions == 1
        }
      }
  }
}

/// Reads a question from left to right.
private struct SearchParser {
  private let characters: [Character]
  private var place = 0

  init(_ text: String) { characters = Array(text) }

  mutating func parse(_ question: inout SearchQuestion) throws(ArchiveError) -> SearchExpression? {
    let expression = try alternatives(&question, depth: 0)
    skipBlanks()
    if place < characters.count { throw trouble("there is nothing to close here", at: place) }
    return expression
  }

  private mutating func alternatives(
    _ question: inout SearchQuestion, depth: Int
  ) throws(ArchiveError) -> SearchExpression? {
    var parts: [SearchExpression] = []
    repeat {
      let start = place
      if let part = try conjunction(&question, depth: depth) {
        parts.append(part)
      } else if !parts.isEmpty {
        throw trouble("OR needs words after it", at: start)
      }
    } while takeWord("OR")
    return parts.count > 1 ? .any(parts) : parts.first
  }

  private mutating func conjunction(
    _ question: inout SearchQuestion, depth: Int
  ) throws(ArchiveError) -> SearchExpression? {
    var wanted: [SearchExpression] = []
    var unwanted: [SearchExpression] = []
    while true {
      skipBlanks()
      let start = place
      if takeWord("AND") { continue }
      let isNegated = takeWord("NOT") || take("-")
      skipBlanks()
      guard place < characters.count, characters[place] != ")", !isNext("OR") else {
        if isNegated { throw trouble("NOT needs words after it", at: start) }
        break
      }
      if let term = try term(&question, depth: depth) {
        if isNegated { unwanted.append(term) } else { wanted.append(term) }
      }
    }
    guard let all = wanted.count > 1 ? .all(wanted) : wanted.first else {
      if !unwanted.isEmpty { throw trouble("NOT needs words before it too", at: 0) }
      return nil
    }
    return unwanted.reduce(all) { .without($0, $1) }
  }

  private mutating func term(
    _ question: inout SearchQuestion, depth: Int
  ) throws(ArchiveError) -> SearchExpression? {
    let start = place
    if take("(") {
      guard depth < 16 else { throw trouble("this is nested too deeply", at: start) }
      let inner = try alternatives(&question, depth: depth + 1)
      skipBlanks()
      guard take(")") else { throw trouble("this parenthesis is never closed", at: start) }
      return inner
    }
    var field: SearchExpression.Field?
    if let name = takeFieldName() {
      switch name {
      case "author": field = .authors
      case "title": field = .title
      default:
        try condition(name, at: start, &question)
        return nil
      }
    }
    let text = try takeText()
    let words = SearchFold.sought(text)
    if words.isEmpty { throw trouble("there is no word here", at: start) }
    return .words(words, field: field)
  }

  private mutating func condition(
    _ name: String, at start: Int, _ question: inout SearchQuestion
  ) throws(ArchiveError) {
    let valuePlace = place
    let value = try takeText()
    switch name {
    case "source":
      question.filter.source = SourceID(value)
      question.places.source = valuePlace
    case "topic": question.filter.topics = [TopicID(value)]
    case "lang":
      question.filter.language = value
      question.places.language = valuePlace
    case "since", "until":
      guard let time = Timestamp(rfc3339: value) else {
        throw trouble("“\(value)” is no date like 2024-05-01", at: valuePlace)
      }
      if name == "since" {
        question.filter.since = time
      } else {
        question.filter.until = value.count == 10 ? time.advanced(by: 86_399) : time
      }
    case "kind":
      guard ["new", "edited", "withdrawn", "missing"].contains(value) else {
        throw trouble("a kind is new, edited, withdrawn or missing", at: valuePlace)
      }
      question.kinds.append(value)
    default: throw trouble("“\(name):” is none of the conditions", at: start)
    }
  }

  /// A word up to a colon; the place stays where it is when there is none.
  private mutating func takeFieldName() -> String? {
    var end = place
    while end < characters.count, characters[end].isLetter { end += 1 }
    guard end > place, end < characters.count, characters[end] == ":" else { return nil }
    defer { place = end + 1 }
    return String(characters[place..<end]).lowercased()
  }

  private mutating func takeText() throws(ArchiveError) -> String {
    let start = place
    if take("\"") {
      var text = ""
      while place < characters.count, characters[place] != "\"" {
        text.append(characters[place])
        place += 1
      }
      guard take("\"") else { throw trouble("this quotation mark is never closed", at: start) }
      return text
    }
    var text = ""
    while place < characters.count, !characters[place].isWhitespace, characters[place] != ")",
      characters[place] != "(", characters[place] != "\""
    {
      text.append(characters[place])
      place += 1
    }
    if text.isEmpty { throw trouble("there is no word here", at: start) }
    return text
  }

  private mutating func skipBlanks() {
    while place < characters.count, characters[place].isWhitespace { place += 1 }
  }

  private mutating func take(_ character: Character) -> Bool {
    guard place < characters.count, characters[place] == character else { return false }
    place += 1
    return true
  }

  private func isNext(_ word: String) -> Bool {
    let end = place + word.count
    guard end <= characters.count, String(characters[place..<end]) == word else { return false }
    return end == characters.count || characters[end].isWhitespace || characters[end] == "("
  }

  private mutating func takeWord(_ word: String) -> Bool {
    skipBlanks()
    guard isNext(word) else { return false }
    place += word.count
    return true
  }

  private func trouble(_ what: String, at position: Int) -> ArchiveError {
    ArchiveError(
      code: .badQuestion,
      message: "The search cannot be read: \(what). Accepted: \(SearchQuestion.accepted).",
      nextCommand: "brief-sync search \"gas market\"", position: position)
  }
}
