package import BriefExtraction
import BriefModel
import FoundationEssentials

/// What `brief-sync extract` prints of a page or document.
package enum ExtractReport {
  /// One JSON object on one line: `schema`, then the members of `corpus/README` ("Articles") and of
  /// the entry; what is unknown is `null`.
  package static func json(_ page: Page) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(Extracted(page: page)), as: UTF8.self)
  }

  /// Title, what is known about it, then the text: for a person at a terminal.
  package static func text(_ page: Page) -> String {
    var lines = [page.title ?? "(no title)"]
    let series = [page.publisher, page.series, page.number].compactMap(\.self)
    for (label, value) in [
      ("by", page.authors.isEmpty ? nil : page.authors.joined(separator: ", ")),
      ("in", series.isEmpty ? nil : series.joined(separator: ", ")),
      ("published", page.published?.day.description),
      ("modified", page.modified?.day.description),
      ("language", page.language),
      ("link", page.canonicalLink),
    ] {
      if let value { lines.append("\(label) \(value)") }
    }
    lines += page.corrections.map { "correction: \($0)" }
    if let reason = page.missingText { lines.append("no text: \(reason)") }
    for section in page.body.sections {
      lines.append("")
      if let heading = section.heading { lines += ["## " + heading, ""] }
      if !section.text.isEmpty { lines.append(section.text) }
    }
    if page.kind == .listing {
      lines.append("")
      lines += page.links.map { link in
        "\(link.published?.day.description ?? "          ")  \(link.title ?? "")  \(link.url)"
      }
    }
    return lines.joined(separator: "\n")
  }
}

private struct Extracted: Encodable {
  let page: Page

  private enum CodingKeys: String, CodingKey {
    case schema, kind, title, authors, published, modified, language, publisher, series, number,
      summary
    case canonicalLink = "canonical_link"
    case corrections, sections, links
    case contentText = "content_text"
    case missingText = "missing_text"
  }

  private struct Link: Encodable {
    let link: PageLink
    private enum CodingKeys: String, CodingKey { case url, title, published }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(link.url, forKey: .url)
      try container.encode(link.title, forKey: .title)
      try container.encode(link.published, forKey: .published)
    }
  }

  private struct Part: Encodable {
    let section: Section
    private enum CodingKeys: String, CodingKey { case heading, text }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(section.heading, forKey: .heading)
      try container.encode(section.text, forKey: .text)
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("brief-sync/extract/1", forKey: .schema)
    try container.encode(page.kind.rawValue, forKey: .kind)
    try container.encode(page.title, forKey: .title)
    try container.encode(page.authors, forKey: .authors)
    try container.encode(page.published, forKey: .published)
    try container.encode(page.modified, forKey: .modified)
    try container.encode(page.language, forKey: .language)
    try container.encode(page.publisher, forKey: .publisher)
    try container.encode(page.series, forKey: .series)
    try container.encode(page.number, forKey: .number)
    try container.encode(page.summary, forKey: .summary)
    try container.encode(page.canonicalLink, forKey: .canonicalLink)
    try container.encode(page.corrections, forKey: .corrections)
    try container.encode(page.missingText, forKey: .missingText)
    try container.encode(page.body.text, forKey: .contentText)
    try container.encode(page.body.sections.map { Part(section: $0) }, forKey: .sections)
    try container.encode(page.links.map { Link(link: $0) }, forKey: .links)
  }
}
