import BriefModel

/// An entry while its elements are read, with what is needed to choose between several that say the
/// same thing.
struct EntryDraft {
  var entry = ParsedEntry()
  /// How deep the element lay that a value was taken from: one nearer to the entry speaks for it
  /// rather than one inside a media group.
  var titleRank = Int.max
  var summaryRank = Int.max
  var dateRank = [Int](repeating: Int.max, count: 2)
  /// RSS `guid` that is a permalink: the link, where there is no other.
  var permalink: String?
  /// Atom links of other types than HTML: the link, where there is no other.
  var otherLink: String?
  var isOverListLimit = false

  mutating func finish() -> ParsedEntry {
    if entry.link == nil { entry.link = permalink ?? otherLink }
    return entry
  }

  mutating func add(author: String, limit: Int) {
    let author = Self.person(author)
    guard !author.isEmpty, !entry.authors.contains(author) else { return }
    guard entry.authors.count < limit else {
      isOverListLimit = true
      return
    }
    entry.authors.append(author)
  }

  mutating func add(category: String, limit: Int) {
    guard !category.isEmpty else { return }
    guard entry.categories.count < limit else {
      isOverListLimit = true
      return
    }
    entry.categories.append(category)
  }

  mutating func add(_ enclosure: Enclosure, limit: Int) {
    guard entry.enclosures.count < limit else {
      isOverListLimit = true
      return
    }
    entry.enclosures.append(enclosure)
  }

  /// `mail (Name)` and `Name <mail>` give the name (RFC 822, 3.4.3 and 6.1); a bare address stays.
  static func person(_ text: String) -> String {
    let text = text.trimmed
    guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
    for (open, close) in [("(", ")"), ("<", ">")] as [(Character, Character)] {
      guard let start = text.firstIndex(of: open), let end = text.lastIndex(of: close), start < end
      else { continue }
      let inside = String(text[text.index(after: start)..<end]).trimmed
      let outside = String(text[..<start]).trimmed
      if outside.contains("@"), !inside.isEmpty, !inside.contains("@") { return inside }
      if inside.contains("@"), !outside.isEmpty {
        return String(outside.drop { $0 == "\"" }.prefix { $0 != "\"" }).trimmed
      }
    }
    return text
  }
}

extension StringProtocol {
  /// Without ASCII white space at both ends.
  var trimmed: String {
    var view = Substring(self).utf8
    while let first = view.first, first.isXMLSpace { view.removeFirst() }
    while let last = view.last, last.isXMLSpace { view.removeLast() }
    return String(Substring(view))
  }
}
