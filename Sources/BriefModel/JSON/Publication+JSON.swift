extension Publication: Encodable {
  private enum CodingKeys: String, CodingKey {
    case id, source, identity, title, link, authors, published, language, series, number, publisher
    case topics, presence, withdrawal, versions
    case missingPolls = "missing_polls"
    case firstSeen = "first_seen"
    case lastChanged = "last_changed"
  }

  /// `withdrawal` says why when `presence` is `withdrawn`, `missing_polls` for how long when it is
  /// `missing`; both are `null` otherwise.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(reference.id, forKey: .id)
    try container.encode(reference.source, forKey: .source)
    try container.encode(identity, forKey: .identity)
    try container.encode(reference.title, forKey: .title)
    try container.encode(reference.link, forKey: .link)
    try container.encode(authors, forKey: .authors)
    try container.encode(published, forKey: .published)
    try container.encode(language, forKey: .language)
    try container.encode(reference.series, forKey: .series)
    try container.encode(reference.number, forKey: .number)
    try container.encode(publisher, forKey: .publisher)
    try container.encode(topics, forKey: .topics)
    try container.encode(presence.name, forKey: .presence)
    try container.encode(presence.withdrawal, forKey: .withdrawal)
    try container.encode(presence.missingPolls, forKey: .missingPolls)
    try container.encode(versions, forKey: .versions)
    try container.encode(firstSeen, forKey: .firstSeen)
    try container.encode(lastChanged, forKey: .lastChanged)
  }
}

extension Presence {
  /// Why the publication counts as withdrawn; `nil` when it does not.
  public var withdrawal: Withdrawal? {
    if case .withdrawn(let reason) = self { reason } else { nil }
  }

  /// Polls in a row that missed the publication; `nil` unless it is missing.
  public var missingPolls: Int? {
    if case .missing(let polls) = self { polls } else { nil }
  }
}

extension Version: Encodable {
  private enum CodingKeys: String, CodingKey {
    case version, id, revision, published, updated, title, link, classes, silent, pruned
    case firstSeen = "first_seen"
    case rawSHA256 = "raw_sha256"
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(number, forKey: .version)
    try container.encode(id, forKey: .id)
    try container.encode(revision, forKey: .revision)
    try container.encode(firstSeen, forKey: .firstSeen)
    try container.encode(content.published, forKey: .published)
    try container.encode(updated, forKey: .updated)
    try container.encode(content.title, forKey: .title)
    try container.encode(link, forKey: .link)
    try container.encode(Difference.classes(of: differences), forKey: .classes)
    try container.encode(isSilent, forKey: .silent)
    try container.encode(isPruned, forKey: .pruned)
    try container.encode(rawDigest, forKey: .rawSHA256)
  }
}

extension Section {
  private enum PrintedKeys: String, CodingKey {
    case heading, text
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: PrintedKeys.self)
    try container.encode(heading, forKey: .heading)
    try container.encode(text, forKey: .text)
  }
}
