import BriefModel
import Testing

/// A pair of texts written as one, the words that differ in braces: `signed in {2023|2024}`.
struct MarkedPair: Sendable, CustomTestStringConvertible {
  let old: String
  let new: String
  /// `nil` where the braces hold nothing on that side.
  let before: String?
  let after: String?
  /// UTF-8 bytes into the newer text, or into the older for a removal.
  let offset: Int
  let testDescription: String

  init(_ marked: String) {
    let parts = marked.split(separator: "{", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts[1].split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
    let sides = rest[0].split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    // A side that is empty takes a space with it.
    func joined(_ side: Substring) -> String {
      side.isEmpty && rest[1].first == " "
        ? String(parts[0] + rest[1].dropFirst())
        : side.isEmpty && parts[0].last == " "
          ? String(parts[0].dropLast() + rest[1]) : String(parts[0] + side + rest[1])
    }
    (old, new) = (joined(sides[0]), joined(sides[1]))
    (before, after) = (
      sides[0].isEmpty ? nil : String(sides[0]), sides[1].isEmpty ? nil : String(sides[1])
    )
    offset = parts[0].utf8.count
    testDescription = marked
  }

  /// What is found, without the context.
  func found() -> [Difference] {
    TextDiff.differences(from: old, to: new, field: .text).map { difference in
      var difference = difference
      (difference.contextBefore, difference.contextAfter) = ("", "")
      return difference
    }
  }

  func expected(_ kind: Difference.Class) -> [Difference] {
    [Difference(class: kind, field: .text, before: before, after: after, offset: offset)]
  }
}
