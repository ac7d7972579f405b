import BriefModel
internal import BriefStore

/// Where the words that were looked for stand in a version.
struct SearchPassage {
  private let text: String
  private let words: [FoldedWord]
  /// In the order of the text.
  private var places: [(stem: Int, words: Range<Int>)] = []

  init(_ content: Content, stems: [[String]]) {
    text = content.body?.text ?? ""
    words = SearchFold.words(text)
    for (index, sought) in stems.enumerated() {
      places += Self.places(of: sought, in: words).map { (index, $0) }
    }
    places.sort { $0.words.lowerBound < $1.words.lowerBound }
  }

  /// A stem alone stands for words that begin with it, as in the index.
  private static func places(of stems: [String], in words: [FoldedWord]) -> [Range<Int>] {
    guard let first = stems.first, words.count >= stems.count else { return [] }
    let isPrefix = stems.count == 1 && first.utf8.count >= SearchExpression.shortestPrefix
    return (0...(words.count - stems.count)).compactMap { start in
      let matches = stems.indices.allSatisfy { offset in
        let stem = words[start + offset].stem
        return isPrefix ? stem.hasPrefix(first) : stem == stems[offset]
      }
      return matches ? start..<(start + stems.count) : nil
    }
  }

  func result(for publication: Publication, score: Double) -> SearchResults.Result {
    var result = SearchResults.Result(
      publication: publication, passage: "", marks: [], score: score)
    let window = best()
    guard !window.isEmpty else { return result }
    let start = words[window.lowerBound].range.lowerBound
    let end = words[window.upperBound - 1].range.upperBound
    result.passage = String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
    let inside = places.filter {
      window.contains($0.words.lowerBound) && $0.words.upperBound <= window.upperBound
    }
    result.marks = inside.map { place in
      let first = words[place.words.lowerBound].range.lowerBound
      return (first - start)..<(words[place.words.upperBound - 1].range.upperBound - start)
    }
    return result
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
