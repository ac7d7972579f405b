public import BriefModel
internal import BriefStore

/// A sentence of a publication, with the version in which it came to read so.
public struct AttributedSentence: Hashable, Sendable {
  public var text: String
  /// The first version from which on every version has the sentence.
  public var version: Int
  /// When that version was first seen.
  public var since: Timestamp
}

extension ArchiveSnapshot {
  /// The newest version's sentences (or those of version `number`), each with the version that
  /// brought it. White space, quotes and dashes are forgiven, as when versions are told apart; what
  /// was pruned or cannot be read is passed over; throws ``ArchiveError/Code/damaged`` where that is the
  /// version asked for.
  public func blame(
    of id: PublicationID, version number: Int? = nil
  ) throws(ArchiveError) -> [AttributedSentence] {
    var versions = try versions(of: id)
    if let number { versions.removeAll { $0.number > number } }
    let newestNumber = try publication(id)?.versions
    let asked = number ?? newestNumber
    if versions.last?.number != asked, let damage = damage.last {
      throw ArchiveError(code: .damaged, message: damage, nextCommand: "brief-sync verify --data")
    }
    guard let newest = versions.last else {
      throw ArchiveError(
        code: .unknown, message: "\(id.short) has no such version.",
        nextCommand: "brief-sync log \(id.short)")
    }
    let earlier = versions.dropLast().reversed().filter { !$0.isPruned }.map { version in
      (version, Set(SentenceList.of(version.content).map(ContentNormalisation.comparable)))
    }
    return SentenceList.of(newest.content).map { sentence in
      let form = ContentNormalisation.comparable(sentence)
      var first = newest
      for (version, sentences) in earlier {
        guard sentences.contains(form) else { break }
        first = version
      }
      return AttributedSentence(text: sentence, version: first.number, since: first.firstSeen)
    }
  }
}

/// Sentences for showing: cut at a mark that a blank and a capital or digit follow.
enum SentenceList {
  static func of(_ content: Content) -> [String] {
    let title = content.title.map { [$0] } ?? []
    return title + (content.body?.text ?? "").split(separator: "\n").flatMap { of(String($0)) }
  }

  static func of(_ paragraph: String) -> [String] {
    var sentences: [String] = []
    var words: [Substring] = []
    let all = paragraph.split(separator: " ")
    for (index, word) in all.enumerated() {
      words.append(word)
      let next = index + 1 < all.count ? all[index + 1].first : nil
      if let next, ends(word), next.isUppercase || next.isNumber || "“„«\"".contains(next) {
        sentences.append(words.joined(separator: " "))
        words = []
      }
    }
    if !words.isEmpty { sentences.append(words.joined(separator: " ")) }
    return sentences
  }

  /// A single letter with a full stop is an initial.
  private static func ends(_ word: Substring) -> Bool {
    var word = word
    while let last = word.last, "”“»\"')".contains(last) { word.removeLast() }
    guard let last = word.last, ".!?…".contains(last) else { return false }
    return last != "." || word.count > 2
  }
}
