package import BriefClient
import BriefModel

/// A file of an evidence folder. Names are ours and never a publisher's.
package struct EvidenceFile: Hashable, Sendable {
  package var name: String
  package var bytes: [UInt8]

  init(_ name: String, _ bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
  init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }
}

/// What proves a version to someone who has neither the store nor this program: the same files for
/// the same version and store, byte for byte.
package enum EvidenceFiles {
  package static func files(of evidence: VersionEvidence) throws -> [EvidenceFile] {
    let citation = Citation(evidence.publication, evidence.version, evidence.facts)
    var files = [
      EvidenceFile("README.txt", EvidenceReadme.text(evidence, citation)),
      EvidenceFile("page.html", EvidencePage.text(evidence, citation)),
      EvidenceFile("text.txt", text(evidence)),
      EvidenceFile("http-facts.json", evidence.facts.http + "\n"),
      EvidenceFile("content.bin", evidence.contentBytes),
      EvidenceFile("comparable.bin", evidence.comparableBytes),
      EvidenceFile("revision.bin", evidence.revisionBytes),
      EvidenceFile("citation.bib", BibTeX.text(citation)),
      EvidenceFile("citation.ris", RIS.text(citation)),
      EvidenceFile(
        "citation.json", try JSONText.encode([CSLItem(citation)], isIndented: true) + "\n"),
      EvidenceFile(
        "citation.txt",
        ProseCitation.chicago(citation) + "\n\n" + ProseCitation.apa(citation) + "\n"),
    ]
    if let original = evidence.original { files.append(EvidenceFile("original.bin", original)) }
    if let comparison = evidence.comparison {
      files.append(EvidenceFile("diff.html", DiffPage.text(comparison, cursor: evidence.cursor)))
      files.append(
        EvidenceFile("diff.json", try JSONText.encode(DiffDocument(comparison)) + "\n"))
    }
    files.sort { $0.name < $1.name }
    let sums = files.map { "\(Digest.sha256(of: $0.bytes).hexadecimal)  \($0.name)\n" }.joined()
    return files + [EvidenceFile("SHA256SUMS", sums)]
  }

  /// Title and text as they were read, for people and for `grep`.
  private static func text(_ evidence: VersionEvidence) -> String {
    let content = evidence.version.content
    let body = content.body?.text ?? "(The text could not be read.)"
    return (content.title ?? "(no title)") + "\n\n" + body + "\n"
  }
}
