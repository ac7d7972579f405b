import BriefModel

/// `cite --json`: the citation as CSL-JSON, and in every other style.
package struct CiteDocument: Encodable, Sendable {
  private let citation: Citation

  package init(_ citation: Citation) { self.citation = citation }

  private enum Keys: String, CodingKey {
    case key, version, item, bibtex, ris, chicago, apa
    case contentSHA256 = "content_sha256"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(citation.key, forKey: .key)
    try container.encode(citation.version, forKey: .version)
    try container.encode(citation.contentDigest, forKey: .contentSHA256)
    try container.encode(CSLItem(citation), forKey: .item)
    try container.encode(BibTeX.text(citation), forKey: .bibtex)
    try container.encode(RIS.text(citation), forKey: .ris)
    try container.encode(ProseCitation.chicago(citation), forKey: .chicago)
    try container.encode(ProseCitation.apa(citation), forKey: .apa)
  }
}
