/// What a changed publication says of itself, for rules that ask about it and for those who are
/// told.
public struct ChangeDetails: Hashable, Sendable {
  /// BCP 47, stated or found.
  public var language: String?
  public var authors: [String]
  /// Title and text.
  public var text: String
  /// Dates that took another's place in it.
  public var moves: [ClaimMove]
  /// By its publisher.
  public var published: Timestamp?
  /// A passage for each of its topics.
  public var mentions: [Mention]
  /// Of a new publication whose page came late, what was known of it before; else `nil`.
  public var earlier: Earlier?
  /// Of an edit, what the version before it said: who follows a word hears when it is taken out.
  public var replaced: Said?

  /// What one version says.
  public struct Said: Hashable, Sendable {
    /// BCP 47, stated or found.
    public var language: String?
    public var authors: [String]
    /// Title and text.
    public var text: String

    public init(language: String? = nil, authors: [String] = [], text: String = "") {
      self.language = language
      self.authors = authors
      self.text = text
    }
  }

  /// What a publication said before its page could be read.
  public struct Earlier: Hashable, Sendable {
    public var topics: [TopicID]
    /// Title and text.
    public var text: String

    public init(topics: [TopicID], text: String) {
      self.topics = topics
      self.text = text
    }
  }

  public init(
    language: String? = nil, authors: [String] = [], text: String = "", moves: [ClaimMove] = [],
    published: Timestamp? = nil, mentions: [Mention] = [], earlier: Earlier? = nil,
    replaced: Said? = nil
  ) {
    self.language = language
    self.authors = authors
    self.text = text
    self.moves = moves
    self.published = published
    self.mentions = mentions
    self.earlier = earlier
    self.replaced = replaced
  }

  /// What is said now, and what an edit replaced.
  var sayings: [Said] {
    [Said(language: language, authors: authors, text: text)] + (replaced.map { [$0] } ?? [])
  }
}

extension ChangeDetails.Said {
  /// True when one of the phrases stands in the text: its words one after the other, whatever their
  /// case and what is between them; a star at the end of a word stands for any ending.
  public func hasOne(of phrases: [String]) -> Bool {
    let wanted = phrases.map(Self.wanted).filter { !$0.isEmpty }
    guard !wanted.isEmpty else { return false }
    let words = Self.words(text)
    return words.indices.contains { start in
      wanted.contains { phrase in
        start + phrase.count <= words.count
          && zip(phrase, words[start...]).allSatisfy { part, word in
            part.isOpen ? word.hasPrefix(part.text) : word == part.text
          }
      }
    }
  }

  private static func wanted(_ phrase: String) -> [(text: String, isOpen: Bool)] {
    phrase.split(separator: " ").flatMap { piece in
      var parts = words(String(piece)).map { (text: $0, isOpen: false) }
      if piece.hasSuffix("*"), !parts.isEmpty { parts[parts.count - 1].isOpen = true }
      return parts
    }
  }

  /// Runs of letters and digits in lower case.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil
        || properties.canonicalCombiningClass != .notReordered
      {
        word.append(contentsOf: properties.lowercaseMapping.unicodeScalars)
      } else if !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }
}

extension ChangeSet {
  /// What the changed publications say, by publication; empty unless one of the rules asks.
  public func details(for rules: [AlertRule]) -> [PublicationID: ChangeDetails] {
    guard rules.contains(where: \.asksForDetails) else { return [:] }
    var details: [PublicationID: ChangeDetails] = [:]
    for change in changes {
      guard let entry = change.entry?.entry else { continue }
      details[change.publication] = ChangeDetails(
        language: entry.language, authors: entry.content.authors, text: entry.content.titleAndText)
    }
    return details
  }
}
