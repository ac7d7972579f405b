import BriefClient
import BriefModel

/// The page of an evidence folder.
enum EvidencePage {
  static func text(_ evidence: VersionEvidence, _ citation: Citation) -> String {
    let version = evidence.version
    let language = evidence.facts.language
    var lead = PageParts.facts([
      ("Source", .text(evidence.publication.reference.source.rawValue)),
      ("Link", citation.link.map { .link($0, .text($0)) } ?? .text("-")),
      ("Authors", .text(version.content.authors.joined(separator: ", "))),
      ("Published", version.content.published.map { PageParts.day($0.day) } ?? .text("-")),
      ("First read", PageParts.minute(version.firstSeen)),
      ("Version", .text("\(version.number) of \(evidence.publication.versions)")),
      ("Content", .element("code", [], text: version.id.hexadecimal)),
      ("Entry", .element("code", [], text: evidence.entry.hexadecimal)),
    ])
    if case .withdrawn = evidence.publication.presence {
      lead += PageParts.paragraph("! The publisher has withdrawn it.", class: "box")
    }
    var page = HTMLPage(citation.title, lead: lead, footer: PageParts.origin(evidence.cursor))
    page.append("Text", place: "text", body(version.content, language: language))
    if let comparison = evidence.comparison {
      page.append(
        "What changed from version \(comparison.older.number)", place: "changes",
        DiffPage.list(comparison.differences, language: language))
    }
    page.append(
      "Citation", place: "citation",
      PageParts.paragraph(ProseCitation.chicago(citation))
        + .element(
          "pre", [], text: BibTeX.text(citation).split(separator: "\n").joined(separator: " ")))
    page.append(
      "How to check it", place: "check",
      PageParts.paragraph("README.txt tells how, with tools that every system has."))
    return page.text
  }

  static func body(_ content: Content, language: String?) -> HTML {
    guard let body = content.body else {
      return PageParts.paragraph("The text could not be read.")
    }
    return .joined(
      body.sections.map { section in
        let heading = section.heading.map {
          HTML.element("h3", HTML.foreignAttributes(language), text: $0)
        }
        return (heading ?? .empty)
          + .joined(
            PublicationText.paragraphs(section.text).map {
              .element("p", HTML.foreignAttributes(language), text: $0)
            })
      })
  }
}
