package import BriefClient
import BriefModel

/// `evidence --json`: what was written, and where.
package struct EvidenceDocument: Encodable, Sendable {
  private let evidence: VersionEvidence
  private let files: [EvidenceFile]
  private let path: String

  package init(_ evidence: VersionEvidence, files: [EvidenceFile], path: String) {
    (self.evidence, self.files, self.path) = (evidence, files, path)
  }

  private enum Keys: String, CodingKey {
    case path, publication, version, entry, predecessor, files
    case contentSHA256 = "content_sha256"
    case hasOriginal = "has_original"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(path, forKey: .path)
    try container.encode(evidence.publication.reference, forKey: .publication)
    try container.encode(evidence.version.number, forKey: .version)
    try container.encode(evidence.version.id, forKey: .contentSHA256)
    try container.encode(evidence.entry, forKey: .entry)
    try container.encode(evidence.predecessor, forKey: .predecessor)
    try container.encode(evidence.original != nil, forKey: .hasOriginal)
    try container.encode(files.map(\.name), forKey: .files)
  }
}
