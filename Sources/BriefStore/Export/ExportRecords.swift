import BriefModel

/// The parts of a line, read back: what `RevisionExport` wrote.
struct PublicationLine: Decodable {
  let record: PublicationRecord

  private enum Keys: String, CodingKey {
    case id, identity
    case firstSeen = "first_seen"
  }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Keys.self)
    record = PublicationRecord(
      id: try members.decode(Hexadecimal<PublicationID>.self, forKey: .id).value,
      identity: try members.decode(Identity.self, forKey: .identity),
      firstSeen: try members.decode(Timestamp.self, forKey: .firstSeen))
  }
}

struct AliasLine: Decodable {
  let alias: Alias

  private enum Keys: String, CodingKey { case identity, publication }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Keys.self)
    alias = Alias(
      identity: try members.decode(Identity.self, forKey: .identity),
      publication: try members.decode(Hexadecimal<PublicationID>.self, forKey: .publication).value)
  }
}

struct CoverageLine: Decodable {
  let first: Timestamp
  let last: Timestamp
}

struct ChangeLine: Decodable {
  let record: ChangeRecord

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: ChangeExport.Keys.self)
    record = ChangeRecord(
      ordinal: try members.decode(Int.self, forKey: .ordinal),
      kind: try members.decode(Change.Kind.self, forKey: .kind),
      publication: try members.decode(Hexadecimal<PublicationID>.self, forKey: .publication).value,
      version: try members.decode(Int.self, forKey: .version),
      isSilent: try members.decodeIfPresent(Bool.self, forKey: .silent),
      withdrawal: try members.decodeIfPresent(Presence.Withdrawal.self, forKey: .withdrawal),
      differences: try members.decode(String.self, forKey: .differences))
  }
}

struct VersionLine: Decodable {
  let record: VersionRecord

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: VersionExport.Keys.self)
    record = VersionRecord(
      publication: try members.decode(Hexadecimal<PublicationID>.self, forKey: .publication).value,
      number: try members.decode(Int.self, forKey: .version),
      id: VersionID(
        try members.decode(Hexadecimal<BriefModel.Digest>.self, forKey: .id).value),
      content: try members.decode(KeptContent.self, forKey: .content),
      updated: try members.decodeIfPresent(Timestamp.self, forKey: .updated),
      link: try members.decodeIfPresent(String.self, forKey: .link),
      language: try members.decodeIfPresent(String.self, forKey: .language),
      publisher: try members.decodeIfPresent(String.self, forKey: .publisher),
      series: try members.decodeIfPresent(String.self, forKey: .series),
      correction: try members.decodeIfPresent(String.self, forKey: .correction),
      categories: try members.decode([String].self, forKey: .categories),
      rawDigest: try members.decode(Hexadecimal<BriefModel.Digest>.self, forKey: .rawSHA256).value,
      facts: try members.decode(String.self, forKey: .facts))
  }
}

extension KeptContent: Decodable {
  package init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Keys.self)
    if let pruned = try members.decodeIfPresent(
      Hexadecimal<BriefModel.Digest>.self, forKey: .prunedSHA256)
    {
      self = .pruned(pruned.value)
      return
    }
    self = .kept(
      Content(
        title: try members.decodeIfPresent(String.self, forKey: .title),
        authors: try members.decode([String].self, forKey: .authors),
        published: try members.decodeIfPresent(Timestamp.self, forKey: .published),
        number: try members.decodeIfPresent(String.self, forKey: .number),
        body: try members.decodeIfPresent([Section].self, forKey: .sections).map(Body.init),
        enclosures: try members.decode([Enclosure].self, forKey: .enclosures)))
  }
}

/// A name of so many hexadecimal digits.
struct Hexadecimal<Name: HexadecimalName>: Decodable {
  let value: Name

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Name(hexadecimal: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no digest")
    }
    self.value = value
  }
}

protocol HexadecimalName {
  init?(hexadecimal text: some StringProtocol)
}

extension BriefModel.Digest: HexadecimalName {}
extension PublicationID: HexadecimalName {}
