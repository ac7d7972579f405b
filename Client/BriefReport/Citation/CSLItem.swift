import BriefModel

/// A citation as CSL-JSON, what Zotero, pandoc and citeproc read. Encoded in a list of one.
package struct CSLItem: Encodable, Sendable {
  private let citation: Citation

  package init(_ citation: Citation) { self.citation = citation }

  private enum Keys: String, CodingKey {
    case id, type, title, author, publisher, number, issued, accessed, language, version, note
    case series = "collection-title"
    case link = "URL"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(citation.key, forKey: .id)
    try container.encode("report", forKey: .type)
    try container.encode(citation.title, forKey: .title)
    try container.encode(citation.creators.map(Name.init), forKey: .author)
    try container.encodeIfPresent(citation.institution, forKey: .publisher)
    try container.encodeIfPresent(citation.series, forKey: .series)
    try container.encodeIfPresent(citation.number, forKey: .number)
    try container.encodeIfPresent(citation.issued.map(Day.init), forKey: .issued)
    try container.encode(Day(citation.accessed), forKey: .accessed)
    try container.encodeIfPresent(citation.language, forKey: .language)
    try container.encodeIfPresent(citation.address, forKey: .link)
    try container.encode("\(citation.version)", forKey: .version)
    try container.encode(citation.proof, forKey: .note)
  }

  private struct Name: Encodable {
    let author: AuthorName
    init(_ author: AuthorName) { self.author = author }
    private enum Keys: String, CodingKey { case literal, family, given }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Keys.self)
      switch author {
      case .institution(let name): try container.encode(name, forKey: .literal)
      case .person(let given, let family):
        try container.encode(family, forKey: .family)
        try container.encode(given, forKey: .given)
      }
    }
  }

  private struct Day: Encodable {
    let day: CalendarDate
    init(_ day: CalendarDate) { self.day = day }
    private enum Keys: String, CodingKey { case parts = "date-parts" }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Keys.self)
      try container.encode([[day.year, day.month, day.day]], forKey: .parts)
    }
  }
}
