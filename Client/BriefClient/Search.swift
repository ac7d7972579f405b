public import BriefModel
internal import BriefStore

/// Publications that were found.
public struct SearchResults: Hashable, Sendable {
  /// A publication, why it was found, and how well it fits.
  public struct Result: Hashable, Sendable {
    public var publication: Publication
    /// The words around the best place.
    public var passage: String
    /// UTF-8 byte ranges of the passage that are the words looked for.
    public var marks: [Range<Int>]
    /// Greater is better; comparable within one answer only.
    public var score: Double
  }

  /// The best first.
  public var results: [Result]
  /// True when more matched than were looked at: the newest were.
  public var isCut: Bool
}

/// What a search may cost.
enum SearchLimits {
  /// Versions that are ranked, the newest: what is older than so many hits is asked for with more
  /// words.
  static let ranked = 400
  /// Publications in an answer when the question does not say.
  static let answered = 20
  /// Words on either side of a place.
  static let passageWords = 14
}

extension Archive {
  /// Finds publications by words, in any of their inflected or transliterated forms.
  ///
  /// Throws ``ArchiveError/Code/badQuestion`` with the position when the question cannot be read.
  public func search(
    _ question: String, limit: Int? = nil
  ) throws(ArchiveError) -> SearchResults {
    try storeRead { snapshot throws(ArchiveError) in
      try snapshot.search(question, limit: limit)
    }
  }
}

extension ArchiveSnapshot {
  /// Finds publications by words; see ``Archive/search(_:limit:)``.
  ///
  /// Ranked by how many of the words stand in the title, then the newest first. No statistics of
  /// the store take part, so that an answer as of a moment is the answer of that moment.
  ///
  /// - Parameter topics: what `topic:` means; the topic of that id when nothing else is said.
  public func search(
    _ question: String, limit: Int? = nil,
    topics: (TopicID) -> Set<TopicID> = { [$0] }
  ) throws(ArchiveError) -> SearchResults {
    var query = try SearchQuestion.parse(question)
    if query.isEmpty {
      throw ArchiveError(
        code: .badQuestion, message: "There is nothing to look for in an empty search.",
        nextCommand: "brief-sync search \"gas market\"")
    }
    try check(source: query.filter.source, at: query.places.source)
    try check(language: query.filter.language, at: query.places.language)
    query.filter.topics = query.filter.topics.reduce(into: []) { $0.formUnion(topics($1)) }
    guard try self.query({ try $0.hasSearchIndex() }) else {
      throw ArchiveError(
        code: .storeTooOld, message: "The store has no search index yet.",
        nextCommand: "brief-sync list")
    }
    let limit = limit ?? SearchLimits.answered
    let sought = query.words?.sought ?? []
    let (candidates, isCut) = try candidates(query)
    var results: [SearchResults.Result] = []
    for candidate in candidates {
      guard let publication = try publication(candidate.row), query.holds(for: publication)
      else { continue }
      guard results.count < limit else {
        return SearchResults(results: results, isCut: true)
      }
      let content = try self.query { store in
        try store.keptContent(publication: candidate.row, number: candidate.version).content
      }
      results.append(
        SearchPassage(content, sought: sought).result(for: publication, score: candidate.score))
    }
    return SearchResults(results: results, isCut: isCut)
  }

  /// - Parameter row: the publication's local number.
  private func publication(_ row: Int64) throws(ArchiveError) -> Publication? {
    guard past != nil else { return try query { try $0.publication(row: row) } }
    guard let id = try query({ try $0.publicationID(row: row) }) else { return nil }
    return try publication(id)
  }

  private struct Candidate {
    /// The publication's local row number.
    var row: Int64
    var version: Int
    var score = 0.0
    /// In the order of recording, the last first.
    var place = 0
  }

  /// What may be answered, the best first; and whether more matched than were looked at.
  private func candidates(
    _ query: SearchQuestion
  ) throws(ArchiveError) -> (candidates: [Candidate], isCut: Bool) {
    guard let words = query.words else {
      let all = try publications(query.filter).map { publication throws(ArchiveError) in
        let id = publication.reference.id
        let row = try self.query { try $0.row(of: id) }
        return Candidate(row: row ?? 0, version: publication.versions)
      }
      return (all, false)
    }
    let hits = try self.query { store in
      try store.hits(
        words, query.filter.filter, asOf: past?.revision, limit: SearchLimits.ranked + 1)
    }
    var candidates = hits.prefix(SearchLimits.ranked).enumerated().map { place, hit in
      // The words of a title say what a text is about.
      Candidate(
        row: hit.publication, version: hit.version, score: Double(hit.phrasesInTitle), place: place)
    }
    candidates.sort { $0.score == $1.score ? $0.place < $1.place : $0.score > $1.score }
    return (candidates, hits.count > SearchLimits.ranked)
  }
}
