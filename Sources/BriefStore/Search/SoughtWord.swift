/// A word of a question: the stems in the index that a reader may mean by it.
package struct SoughtWord: Hashable, Sendable {
  /// Stems that are equal. The first is the word's own.
  package private(set) var stems: [String] = []
  /// Of them, those that stand for all stems that begin with them.
  package private(set) var beginnings: [String] = []

  /// Letters from which on a stem stands for what begins with it: "gas" would find "gasket".
  package static let shortestBeginning = 5

  init() {}

  /// A stem that stands for itself.
  package init(_ stem: String) { add(stem) }

  /// - Parameter isBeginning: it stands for what begins with it, if it is long enough.
  mutating func add(_ stem: String, isBeginning: Bool = false) {
    guard !stem.isEmpty else { return }
    if !stems.contains(stem) { stems.append(stem) }
    if isBeginning, stem.utf8.count >= Self.shortestBeginning, !beginnings.contains(stem) {
      beginnings.append(stem)
    }
  }

  mutating func add(_ stems: [String], isBeginning: Bool = false) {
    for stem in stems { add(stem, isBeginning: isBeginning) }
  }

  /// Whether a stem of a text is meant.
  package func means(_ stem: String) -> Bool {
    stems.contains(stem) || beginnings.contains { stem.hasPrefix($0) }
  }
}
