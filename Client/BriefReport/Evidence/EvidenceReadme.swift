import BriefClient
import BriefModel

/// How to check an evidence folder with the tools of any system.
enum EvidenceReadme {
  static func text(_ evidence: VersionEvidence, _ citation: Citation) -> String {
    let version = evidence.version
    let content = Digest.sha256(of: evidence.contentBytes)
    return """
      EVIDENCE OF ONE VERSION OF ONE PUBLICATION

      Title        \(citation.title)
      Source       \(VisibleText.line(evidence.publication.reference.source.rawValue))
      Link         \(citation.link ?? "-")
      Publication  \(evidence.publication.reference.id.hexadecimal)
      Version      \(version.number) of \(evidence.publication.versions)
      Content      \(version.id.hexadecimal)
      First read   \(version.firstSeen.rfc3339)
      Store        \(evidence.origin), its revision \(evidence.sequence)
      Entry        \(evidence.entry.hexadecimal)
      Entry before \(evidence.predecessor.hexadecimal)
      Chain        \(counted(Int(clamping: evidence.cursor.revision.number), "revision")), head \(evidence.chainHead.hexadecimal)

      WHAT IS HERE

      page.html        to read: the text, what changed, the citation
      text.txt         title and text as they were read
      diff.html, .json what differs from the version before (none for a first version)
      http-facts.json  what HTTP said: status, final address, date, media type, length, validators
      citation.*       BibTeX, RIS, CSL-JSON, Chicago and APA
      content.bin      the content, field by field, as it is kept
      comparable.bin   the same with typography and white space folded
      revision.bin     all that the poll recorded, and the entry before it
      \(original(evidence))

      HOW TO CHECK IT

      1. No file was changed since the folder was made:
        $ sha256sum --check --quiet SHA256SUMS

      2. The name of the version is the digest of its content; this prints \(version.id.hexadecimal):
        $ sha256sum comparable.bin

      3. The content is part of what the poll recorded; this prints 1:
        $ od -An -tx1 -v revision.bin | tr -d ' \\n' | grep -c \(content.hexadecimal)

      4. The entry of the chain is the digest of what the poll recorded; this prints
         \(evidence.entry.hexadecimal):
        $ openssl dgst -sha256 -r revision.bin

      5. What the poll recorded begins with the entry before it; this prints
         \(evidence.predecessor.hexadecimal):
        $ od -An -tx1 -v -j 30 -N 32 revision.bin | tr -d ' \\n'

      WHAT IT PROVES, AND WHAT IT DOES NOT

      The digests show that these bytes belong together and to this entry of the chain. That the entry is
      as old as it says is shown by whoever noted it, or a later one, at the time: another copy of the
      store, an alert, a mail, a citation. Every later entry depends on this one; "brief-sync export"
      writes all of them, and "brief-sync verify --data" recomputes them.

      """
  }

  private static func original(_ evidence: VersionEvidence) -> String {
    let digest = evidence.version.rawDigest.hexadecimal
    guard evidence.original == nil else {
      return "original.bin     the document as it came, SHA-256 \(digest)"
    }
    return """

      NOT HERE: the document as it came over the wire. The store does not keep its bytes, only their
      SHA-256, \(digest).
      Nor does it keep header fields beyond those of http-facts.json.
      """
  }
}
