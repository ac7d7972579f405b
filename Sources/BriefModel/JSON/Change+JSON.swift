/// A record as programs read it: `snake_case`, times in RFC 3339, every member there; what is absent
/// or unknown is `null`.
extension Change: Encodable {
  private enum CodingKeys: String, CodingKey {
    case revision, time, kind, publication, version, silent, classes, differences, topics
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(revision, forKey: .revision)
    try container.encode(time, forKey: .time)
    try container.encode(kind, forKey: .kind)
    try container.encode(publication, forKey: .publication)
    try container.encode(version, forKey: .version)
    try container.encode(isSilent, forKey: .silent)
    try container.encode(classes, forKey: .classes)
    try container.encode(differences, forKey: .differences)
    try container.encode(topics, forKey: .topics)
  }
}

extension PublicationReference: Encodable {
  private enum CodingKeys: String, CodingKey {
    case id, source, title, link, series, number
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(source, forKey: .source)
    try container.encode(title, forKey: .title)
    try container.encode(link, forKey: .link)
    try container.encode(series, forKey: .series)
    try container.encode(number, forKey: .number)
  }
}

extension Difference {
  private enum PrintedKeys: String, CodingKey {
    case `class`, field, before, after, offset
    case contextBefore = "context_before"
    case contextAfter = "context_after"
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: PrintedKeys.self)
    try container.encode(`class`, forKey: .class)
    try container.encode(field, forKey: .field)
    try container.encode(before, forKey: .before)
    try container.encode(after, forKey: .after)
    try container.encode(offset, forKey: .offset)
    try container.encode(contextBefore, forKey: .contextBefore)
    try container.encode(contextAfter, forKey: .contextAfter)
  }
}
