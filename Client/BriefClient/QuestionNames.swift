public import BriefModel
internal import BriefStore

/// Names in a question that nothing has: to answer "nothing" would hide the slip of a finger.
extension ArchiveSnapshot {
  /// Throws ``ArchiveError/Code/badQuestion`` with the nearest name when no source of this id is configured,
  /// or ever was.
  ///
  /// - Parameter position: where the name stands in a question that is text.
  public func check(source: SourceID?, at position: Int? = nil) throws(ArchiveError) {
    guard let source, try query({ try !$0.knows(source) }) else { return }
    let known = try query { try $0.knownSources() }
    let near = NearestName.of(source.rawValue, among: known.map(\.rawValue))
    throw ArchiveError(
      code: .badQuestion,
      message: "No source has the id “\(source)”." + (near.map { " Did you mean “\($0)”?" } ?? ""),
      nextCommand: "brief-sync sources", position: position)
  }

  /// The same for a language: one that no version has and that is no language either. One that no version has
  /// yet is a question that a later text may answer.
  public func check(language: String?, at position: Int? = nil) throws(ArchiveError) {
    guard let language, !LanguageRange.isLanguage(language),
      try query({ try !$0.knows(language: language) })
    else { return }
    throw ArchiveError(
      code: .badQuestion,
      message: "“\(language)” is no language. Accepted: tags such as en, pl, uk, en-GB.",
      nextCommand: "brief-sync list --lang en", position: position)
  }
}
