import BriefStore

/// A question of plain words, asked of one title.
struct SoughtWords {
  private let words: [SoughtWord]

  init(_ question: String) { words = SearchFold.sought(question) }

  /// What the index does with words that stand anywhere.
  func areIn(_ title: String) -> Bool {
    let stems = SearchFold.words(title).map(\.stem)
    return words.allSatisfy { word in stems.contains(where: word.means) }
  }
}
