package import BriefModel

/// Something on a site that can be followed, as it was when it was looked at.
package struct FoundSource: Hashable, Sendable {
  package var url: String
  package var kind: Source.Kind
  package var title: String?
  /// `RSS 2.0`; what the document is, in a word, for other kinds.
  package var format: String
  /// `nil` when nobody has looked.
  package var entries: Int?
  package var newest: Timestamp?
  /// Entries that come with their whole text.
  package var fullTexts = 0
  /// Named by the site itself, not guessed.
  package var isStated = false

  /// What is better to follow comes first.
  var rank: Rank {
    let words = ((title ?? "") + " " + url).lowercased()
    return Rank(
      kind: [.feed, .listing, .sitemap, .folder].firstIndex(of: kind) ?? 4,
      isAside: words.contains("comment") || words.contains("podcast"),
      isEmpty: entries == 0, isGuessed: !isStated, missingTexts: (entries ?? 0) - fullTexts,
      age: newest.map { -$0.seconds } ?? .max)
  }

  /// Compared member by member; the smallest is the best.
  struct Rank: Comparable {
    var kind: Int
    var isAside: Bool
    var isEmpty: Bool
    var isGuessed: Bool
    var missingTexts: Int
    var age: Int64

    static func < (a: Rank, b: Rank) -> Bool {
      func key(_ rank: Rank) -> [Int64] {
        [
          rank.isEmpty ? 1 : 0, rank.isAside ? 1 : 0, Int64(rank.kind), rank.isGuessed ? 1 : 0,
          rank.missingTexts > 0 ? 1 : 0, rank.age,
        ]
      }
      return key(a).lexicographicallyPrecedes(key(b))
    }
  }

  /// One line: `“PISM Spotlight”, RSS 2.0, 10 entries, newest 2021-11-08, whole texts`.
  package var summary: String {
    var parts = [format]
    if let entries { parts.append("\(entries) \(entries == 1 ? "entry" : "entries")") }
    if let title, !title.isEmpty { parts.insert("“\(title)”", at: 0) }
    if let newest { parts.append("newest \(newest.day)") }
    if kind == .feed, let entries, entries > 0 {
      parts.append(
        fullTexts == entries
          ? "whole texts" : fullTexts == 0 ? "summaries only" : "\(fullTexts) whole texts")
    }
    return parts.joined(separator: ", ")
  }

  /// The same on one line without anything that a terminal or a file would act on.
  package var shownSummary: String {
    String(
      String.UnicodeScalarView(
        summary.unicodeScalars.prefix(160).map { scalar in
          let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          let isFormat = scalar.properties.isBidiControl || (0x2028...0x2029).contains(scalar.value)
          return isControl || isFormat ? " " : scalar
        }))
  }
}
