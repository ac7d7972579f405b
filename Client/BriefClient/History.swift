public import BriefModel
internal import BriefStore

/// A publication with everything that happened to it.
public struct History: Hashable, Sendable {
  public var publication: Publication
  /// The oldest first.
  public var versions: [Version]
  /// In the order in which they were recorded: withdrawals and restorations too.
  public var changes: [Change]
}

/// A publication as its newest version has it, for reading.
public struct Reading: Hashable, Sendable {
  public var publication: Publication
  public var version: Version
  /// Passages that speak of a topic, in the order of the topics.
  public var mentions: [Mention]
  public var claims: [DatedClaim]
  /// Why the page of the newest version brought no text at its last visit; `nil` when it did, of older
  /// versions, and as of a moment.
  public var missingText: String?
}

/// Two versions of a publication and what differs between them.
public struct VersionComparison: Hashable, Sendable {
  public var publication: Publication
  public var older: Version
  public var newer: Version
  public var differences: [Difference]
  /// The newer content differs from the older, though the publisher's own date of change does not
  /// and no correction is announced; `nil` when the two are not neighbours.
  public var isSilent: Bool?

  /// True when the newer version is the older one's text read at another place, or read for the
  /// first time (its page, when that could not be had before): what differs is no edit.
  public var isUpgrade: Bool {
    newer.number == older.number + 1 && newer.isSilent == nil && newer.differences.isEmpty
  }
}

extension ArchiveSnapshot {
  public func history(of id: PublicationID) throws(ArchiveError) -> History {
    let publication = try known(id)
    let changes = try query {
      try $0.changes(after: .none, ChangeFilter(publication: id, through: past?.revision))
    }
    return History(publication: publication, versions: try versions(of: id), changes: changes)
  }

  /// A version with its topics and claims; without a number the newest.
  ///
  /// Throws ``ArchiveError/Code/unknown`` when there is no such version.
  public func reading(
    of id: PublicationID, version number: Int? = nil
  ) throws(ArchiveError) -> Reading {
    let publication = try known(id)
    let version = try version(number ?? publication.versions, of: publication)
    let row = try query { try $0.row(of: id) } ?? 0
    return Reading(
      publication: publication, version: version,
      mentions: try query { try $0.mentions(publication: row, version: version.number) },
      claims: try query { try $0.claims(publication: row, version: version.number) },
      missingText: past == nil && version.number == publication.versions
        ? try query { try $0.missingText(publication: row) } : nil)
  }

  /// What differs between two versions; without numbers between the last two.
  ///
  /// Throws ``ArchiveError/Code/unknown`` when there is no such version, or only one, and
  /// ``ArchiveError/Code/pruned`` when the content of one was taken out.
  public func comparison(
    of id: PublicationID, from older: Int? = nil, to newer: Int? = nil
  ) throws(ArchiveError) -> VersionComparison {
    let publication = try known(id)
    let newer = newer ?? publication.versions
    guard let older = older ?? (newer > 1 ? newer - 1 : nil) else {
      throw ArchiveError(
        code: .unknown, message: "There is one version of \(id.short) only.",
        nextCommand: "brief-sync show \(id.short)")
    }
    let (first, second) = (
      try version(older, of: publication), try version(newer, of: publication)
    )
    if let pruned = [first, second].first(where: \.isPruned) {
      throw ArchiveError(
        code: .pruned,
        message: "The content of version \(pruned.number) of \(id.short) was pruned.",
        nextCommand: "brief-sync log \(id.short)")
    }
    return VersionComparison(
      publication: publication, older: first, newer: second,
      differences: ContentDiff.differences(
        from: first.content, to: second.content, oldLink: first.link, newLink: second.link),
      isSilent: newer == older + 1 ? second.isSilent : nil)
  }

  private func version(
    _ number: Int, of publication: Publication
  ) throws(ArchiveError) -> Version {
    let id = publication.reference.id
    // As of a moment, a later version is not there yet.
    if number <= publication.versions, let version = try query({ try $0.version(number, of: id) }) {
      return version
    }
    throw ArchiveError(
      code: .unknown,
      message: "\(id.short) has no version \(number): it has 1 to \(publication.versions).",
      nextCommand: "brief-sync log \(id.short)")
  }

  private func known(_ id: PublicationID) throws(ArchiveError) -> Publication {
    if let publication = try publication(id) { return publication }
    throw ArchiveError(
      code: .unknown, message: "No publication has the id \(id).", nextCommand: "brief-sync list")
  }
}
