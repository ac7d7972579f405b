public import BriefModel
internal import BriefStore

/// The first and the last version of a source that have a phrase.
public struct PhraseSpan: Hashable, Sendable {
  /// A version that has the phrase.
  public struct Place: Hashable, Sendable {
    public var publication: PublicationReference
    public var version: Int
    public var seen: Timestamp
  }

  public var source: SourceID
  public var first: Place
  public var last: Place
  /// How many publications have it, in any version.
  public var publications: Int
  /// True when the newest version of a publication still has it.
  public var stands: Bool
}

extension ArchiveSnapshot {
  /// Where a phrase was first and last said, per source, in the order of the first time. Case,
  /// white space, quotes and dashes are forgiven.
  public func spans(
    of phrase: String, source: SourceID? = nil
  ) throws(ArchiveError) -> [PhraseSpan] {
    let form = ContentNormalisation.comparable(phrase).lowercased()
    guard !form.isEmpty else {
      throw ArchiveError(
        code: .badQuestion, message: "An empty phrase is everywhere.",
        nextCommand: "brief-sync when \"gas market\"")
    }
    var spans: [SourceID: PhraseSpan] = [:]
    for publication in try candidates(for: phrase, source: source) {
      let id = publication.reference.id
      let versions = try versions(of: id)
      let places = versions.filter { $0.content.says(form) }.map {
        PhraseSpan.Place(
          publication: publication.reference, version: $0.number, seen: $0.firstSeen)
      }
      guard let first = places.first, let last = places.last else { continue }
      let stands = last.version == versions.last?.number && !publication.presence.isWithdrawn
      spans[publication.reference.source] =
        spans[publication.reference.source].map {
          $0.joined(first: first, last: last, stands: stands)
        }
        ?? PhraseSpan(
          source: publication.reference.source, first: first, last: last, publications: 1,
          stands: stands)
    }
    return spans.values.sorted { ($0.first.seen, $0.source) < ($1.first.seen, $1.source) }
  }

  /// Publications that may have the phrase: by the index where it knows words of the phrase.
  private func candidates(
    for phrase: String, source: SourceID?
  ) throws(ArchiveError) -> [Publication] {
    let ids = try query { try $0.publicationsWithWords(of: phrase) }
    guard let ids else { return try publications(PublicationQuestion(source: source)) }
    var found: [Publication] = []
    for id in ids {
      if let publication = try publication(id),
        source == nil || publication.reference.source == source
      {
        found.append(publication)
      }
    }
    return found
  }
}

extension PhraseSpan {
  fileprivate func joined(first: Place, last: Place, stands: Bool) -> PhraseSpan {
    var span = self
    if first.seen < span.first.seen { span.first = first }
    if last.seen >= span.last.seen { span.last = last }
    span.publications += 1
    span.stands = span.stands || stands
    return span
  }
}

extension Content {
  fileprivate func says(_ form: String) -> Bool {
    [title, body?.text].contains { text in
      guard let text else { return false }
      return ContentNormalisation.comparable(text).lowercased().contains(form)
    }
  }
}
