public import BriefModel
internal import BriefStore

extension PublicationID {
  /// The digits that are shown to people: ten tell a hundred thousand publications apart but for
  /// one chance in two hundred.
  public var short: String { String(hexadecimal.prefix(10)) }
}

/// How an id may be shortened.
enum PrefixLimits {
  /// Hexadecimal digits, at least: fewer match by accident.
  static let shortest = 4
  /// Candidates that an error lists.
  static let candidates = 8
}

extension ArchiveSnapshot {
  /// The publication whose id begins with these hexadecimal digits, four at least.
  ///
  /// Throws ``ArchiveError`` with the candidates when it is unknown or ambiguous.
  public func publication(matching prefix: String) throws(ArchiveError) -> Publication {
    let isHexadecimal = prefix.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20)
    }
    guard isHexadecimal, (PrefixLimits.shortest...32).contains(prefix.utf8.count) else {
      throw ArchiveError(
        code: .badQuestion,
        message: """
          “\(prefix)” is no id: an id is 32 hexadecimal digits, or the first \
          \(PrefixLimits.shortest) or more of them.
          """,
        nextCommand: "brief-sync list")
    }
    let ids = try knownIDs(prefix: prefix, limit: PrefixLimits.candidates + 1)
    if ids.count == 1, let id = ids.first, let publication = try publication(id) {
      return publication
    }
    throw ids.isEmpty ? try unknown(prefix) : try ambiguous(prefix, ids)
  }

  /// Ids that begin with the digits, of publications that were known by the moment.
  private func knownIDs(prefix: String, limit: Int) throws(ArchiveError) -> [PublicationID] {
    let ids = try query {
      try $0.publicationIDs(prefix: prefix, limit: past == nil ? limit : .max)
    }
    guard past != nil else { return ids }
    var known: [PublicationID] = []
    for id in ids where known.count < limit {
      if try publication(id) != nil { known.append(id) }
    }
    return known
  }

  private func ambiguous(
    _ prefix: String, _ ids: [PublicationID]
  ) throws(ArchiveError) -> ArchiveError {
    let shown = try references(ids.prefix(PrefixLimits.candidates))
    let more = ids.count > shown.count ? "more than \(shown.count)" : "\(shown.count)"
    return ArchiveError(
      code: .ambiguous, message: "“\(prefix)” begins the ids of \(more) publications.",
      nextCommand: "brief-sync show \(shown.first?.id.short ?? prefix)", candidates: shown)
  }

  /// Names the publications whose ids share the longest beginning with what was asked for.
  private func unknown(_ prefix: String) throws(ArchiveError) -> ArchiveError {
    var shared = prefix.count - 1
    var ids: [PublicationID] = []
    while shared >= 2, ids.isEmpty {
      let start = String(prefix.prefix(shared))
      ids = try knownIDs(prefix: start, limit: 3)
      shared -= 1
    }
    let near = try references(ids[...])
    return ArchiveError(
      code: .unknown, message: "No publication's id begins with “\(prefix)”.",
      nextCommand: near.first.map { "brief-sync show \($0.id.short)" } ?? "brief-sync list",
      candidates: near)
  }

  private func references(
    _ ids: ArraySlice<PublicationID>
  ) throws(ArchiveError) -> [PublicationReference] {
    var references: [PublicationReference] = []
    for id in ids {
      if let reference = try publication(id)?.reference { references.append(reference) }
    }
    return references
  }
}
