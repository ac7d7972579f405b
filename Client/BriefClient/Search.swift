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
  public func search(
    _ question: String, limit: Int? = nil, now: Timestamp? = nil
  ) throws(ArchiveError) -> SearchResults {
    let query = try SearchQuestion.parse(question)
    guard try self.query({ try $0.hasSearchIndex() }) else {
      throw ArchiveError(
        code: .storeTooOld, message: "The store has no search index yet.",
        nextCommand: "brief-syncd upgrade")
    }
    var candidates: [(publication: Publication, version: Int)] = []
    var isCut = false
    if let words = query.words {
      let hits = try self.query {
        try $0.hits(words, asOf: past?.revision, limit: SearchLimits.ranked + 1)
      }
      isCut = hits.count > SearchLimits.ranked
      for hit in hits.prefix(SearchLimits.ranked) {
        if let publication = try publication(hit.publication) {
          candidates.append((publication, hit.version))
        }
      }
    } else {
      candidates = try publications(query.filter).map { ($0, $0.versions) }
    }
    let matching = candidates.filter { query.holds(for: $0.publication) }
    let stems = query.words?.stems ?? []
    var results: [SearchResults.Result] = []
    for (publication, number) in matching {
      let id = publication.reference.id
      let version = try self.query { try $0.version(number, of: id) }
      guard let version else { continue }
      results.append(
        Passage(version.content, stems: stems).result(for: publication))
    }
    results.sort {
      $0.score == $1.score
        ? ($0.publication.lastChanged, $0.publication.reference.id)
          > ($1.publication.lastChanged, $1.publication.reference.id)
        : $0.score > $1.score
    }
    let limit = limit ?? SearchLimits.answered
    return SearchResults(
      results: Array(results.prefix(limit)), isCut: isCut || results.count > limit)
  }
}

/// Where the words stand in a version, and how well that fits.
private struct Passage {
  let title: String?
  let text: String
  /// Places in the text, and in the title, by what was looked for.
  private var places: [(stem: Int, words: Range<Int>)] = []
  private let words: [FoldedWord]
  private var inTitle: Set<Int> = []
  private var counts: [Int]

  init(_ content: Content, stems: [[String]]) {
    title = content.title
    text = content.body?.text ?? ""
    words = SearchFold.words(text)
    counts = stems.map { _ in 0 }
    let titleWords = SearchFold.words(content.title ?? "")
    for (index, sought) in stems.enumerated() {
      if !Self.places(of: sought, in: titleWords).isEmpty { inTitle.insert(index) }
      let found = Self.places(of: sought, in: words)
      counts[index] = found.count
      places += found.map { (index, $0) }
    }
    places.sort { $0.words.lowerBound < $1.words.lowerBound }
  }

  /// A stem alone stands for words that begin with it, as in the index.
  private static func places(of stems: [String], in words: [FoldedWord]) -> [Range<Int>] {
    guard let first = stems.first, words.count >= stems.count else { return [] }
    let isPrefix = stems.count == 1 && first.utf8.count >= 5
    return (0...(words.count - stems.count)).compactMap { start in
      let matches = stems.indices.allSatisfy { offset in
        let stem = words[start + offset].stem
        return isPrefix ? stem.hasPrefix(first) : stem == stems[offset]
      }
      return matches ? start..<(start + stems.count) : nil
    }
  }

  /// The words of a title say what a text is about; more mentions say it a little more. No statistics
  /// of the store take part, so that an answer as of a moment is the answer of that moment.
  private var score: Double {
    let mentions = counts.reduce(0.0) { $0 + Double($1) / (Double($1) + 1.5) }
    return Double(inTitle.count) * 2 + mentions
  }

  func result(for publication: Publication) -> SearchResults.Result {
    let window = best()
    guard !words.isEmpty, !window.isEmpty else {
      return SearchResults.Result(
        publication: publication, passage: "", marks: [], score: score)
    }
    let bytes = Array(text.utf8)
    let start = words[window.lowerBound].range.lowerBound
    let end = words[window.upperBound - 1].range.upperBound
    let marks = places.filter {
      window.contains($0.words.lowerBound) && $0.words.upperBound <= window.upperBound
    }
    .map { place in
      (words[place.words.lowerBound].range.lowerBound - start)..<(words[place.words.upperBound - 1]
        .range.upperBound - start)
    }
    return SearchResults.Result(
      publication: publication, passage: String(decoding: bytes[start..<end], as: UTF8.self),
      marks: marks, score: score)
  }

  /// The words around the place where most of what is sought stands close together.
  private func best() -> Range<Int> {
    let span = SearchLimits.passageWords
    var (best, most) = (0, 0)
    for (index, place) in places.enumerated() {
      let near = places[index...].prefix { $0.words.lowerBound - place.words.lowerBound < span }
      let different = Set(near.map(\.stem)).count
      if different > most { (best, most) = (place.words.lowerBound, different) }
    }
    let first = max(0, best - span / 2)
    return first..<min(words.count, first + span * 2)
  }
}
