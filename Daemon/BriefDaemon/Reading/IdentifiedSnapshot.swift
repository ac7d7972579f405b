import BriefExtraction
import BriefModel
import BriefParsing
import BriefStore

extension IdentifiedSnapshot {
  /// The snapshot with names for its publications and versions, and with what the configuration says
  /// of the source where the entries say nothing.
  init(_ snapshot: Snapshot, source: Source) {
    self.init(
      entries: snapshot.entries.map { IdentifiedEntry($0, source: source) },
      deleted: snapshot.deleted.map(\.ref), isWhole: snapshot.isWhole,
      isComplete: snapshot.isComplete)
  }
}

extension IdentifiedEntry {
  init(_ entry: Entry, source: Source) {
    var entry = entry
    entry.series = entry.series ?? source.series
    if source.languages.count == 1 { entry.language = entry.language ?? source.languages.first }
    let canonical = entry.link.flatMap { BriefParsing.canonicalLink($0) }
    let versionID = Fingerprint.version(entry.content)
    let title = (entry.content.title ?? "") + "\u{0}" + (entry.content.published?.rfc3339 ?? "")
    let identities = [
      Identity(kind: .link, value: canonical ?? ""), Identity(kind: .digest, value: title),
      Identity(kind: .digest, value: versionID.hexadecimal),
    ]
    self.init(
      entry: entry, canonicalLink: canonical,
      publication: Fingerprint.publication(source: source.id, identity: entry.identity),
      alternatives: identities.map { Fingerprint.publication(source: source.id, identity: $0) },
      versionID: versionID)
  }

  /// UTF-8 bytes that tell a language: some 300 words, and more would tell no better.
  private static let languageSample = 2_000

  /// Tells the language from the text, where neither the entry nor the source says it.
  mutating func tellLanguage() {
    guard entry.language == nil else { return }
    let content = entry.content
    let text = content.titleAndText
    entry.language = LanguageGuess.language(
      of: String(decoding: text.utf8.prefix(Self.languageSample), as: UTF8.self))
  }
}

extension IdentifiedEntry {
  /// Finds the corrections that the text announces, where its page did not.
  mutating func findCorrections() {
    guard entry.correction == nil, let body = entry.content.body else { return }
    entry.correction = CorrectionNotice.joined(CorrectionNotice.all(in: body))
  }
}

extension IdentifiedSnapshot {
  /// Tells the languages and corrections of the entries that `heads` do not have as they stand: of
  /// the others nothing is recorded.
  mutating func tellLanguages(beside heads: [PublicationID: VersionID]) {
    for place in entries.indices
    where heads[entries[place].publication] != entries[place].versionID {
      entries[place].tellLanguage()
      entries[place].findCorrections()
    }
  }
}
