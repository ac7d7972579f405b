/// What an entry has in common with a publication, where identity and link disagree: the title, the
/// date, the text.
struct EntryLikeness {
  private let entry: IdentifiedEntry
  private let phrases: Phrases

  init(_ entry: IdentifiedEntry) {
    self.entry = entry
    phrases = Phrases(entry.entry.content)
  }

  /// True when the publication at the entry's link, or of its content, is it rather than the one that
  /// its id names.
  func isRather(
    _ linked: Head, than named: Head, content: (PublicationID) throws -> Content
  ) rethrows -> Bool {
    if linked.versionID == entry.versionID || linked.identity == entry.entry.identity {
      return true
    }
    return try points(content(linked.publication)) > points(content(named.publication))
  }

  /// True when link, date, title and text are all another's than those of the publication that the
  /// entry's id names: the id is used again.
  func isNot(_ named: Head, content: (PublicationID) throws -> Content) rethrows -> Bool {
    guard let here = entry.canonicalLink, let there = named.canonicalLink, here != there,
      let date = entry.entry.content.published, let published = named.published, date != published,
      let title = entry.entry.content.title
    else { return false }
    let content = try content(named.publication)
    guard let known = content.title, !isSame(title, known) else { return false }
    let other = Phrases(content)
    return phrases.tell(beside: other)
      ? !phrases.areShared(with: other) : !Self.isAlike(title, known)
  }

  private func points(_ content: Content) -> Int {
    let own = entry.entry.content
    let isTitle = isSame(own.title, content.title)
    let isDate = own.published != nil && own.published == content.published
    return [isTitle, isDate, phrases.areShared(with: Phrases(content))].count { $0 }
  }

  private func isSame(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return false }
    return ContentNormalisation.comparable(one) == ContentNormalisation.comparable(other)
  }

  /// A title that was mended says mostly what it said.
  private static func isAlike(_ one: String, _ other: String) -> Bool {
    let (one, other) = (words(one), words(other))
    return one.intersection(other).count * 2 >= min(one.count, other.count)
  }

  private static func words(_ text: String) -> Set<Substring> {
    Set(text.lowercased().split(whereSeparator: \.isWhitespace))
  }
}

/// The pairs of neighbouring words of a text: two texts on one subject have many words in common and
/// few of these, an edited one has most.
private struct Phrases {
  private struct Pair: Hashable {
    var first: Substring
    var second: Substring
  }

  private let pairs: Set<Pair>

  init(_ content: Content) {
    let text = String((content.body?.text ?? "").prefix(Self.longest)).lowercased()
    let words = text.split(whereSeparator: \.isWhitespace)
    pairs = Set(zip(words, words.dropFirst()).map(Pair.init))
  }

  /// True where both have words enough to tell one text from another.
  func tell(beside other: Phrases) -> Bool { min(pairs.count, other.pairs.count) >= Self.fewest }

  func areShared(with other: Phrases) -> Bool {
    tell(beside: other)
      && pairs.intersection(other.pairs).count * 4 >= min(pairs.count, other.pairs.count)
  }

  /// Characters of a text that are looked at, and pairs of words that tell anything.
  private static let longest = 10_000
  private static let fewest = 4
}
