import BriefConfiguration
import BriefFetching
import BriefModel
import BriefParsing

/// Reads the older documents of a source when a poll shares no entry with what is known: what stood
/// between the two polls is looked for where RFC 5005 (`next`, `prev-archive`), a listing's next
/// page or WordPress's `paged` have it.
struct OlderDocuments: Sendable {
  let source: Source
  let reading: SourceReading
  let requests: DocumentRequests
  let heads: [PublicationID: VersionID]
  var policy = ReadingPolicy()

  /// True when the snapshot and the publications known of its source have nothing in common.
  static func isGap(
    _ snapshot: IdentifiedSnapshot, heads: [PublicationID: VersionID]
  ) -> Bool {
    !heads.isEmpty && snapshot.isWhole && !snapshot.isComplete && !snapshot.entries.isEmpty
      && !snapshot.entries.contains { $0.isKnown(heads) }
  }

  /// The snapshot with the entries of older documents behind its own, up to the first document that
  /// has a known one.
  func filled(_ snapshot: IdentifiedSnapshot, older: String?, address: String) async
    -> IdentifiedSnapshot
  {
    var filled = snapshot
    var seen = Set(snapshot.entries.map(\.publication))
    var visited: Set<String> = [address]
    var next = older
    for page in 2..<(policy.olderDocuments + 2) {
      guard let url = next ?? paged(address, page), visited.insert(url).inserted,
        !Task.isCancelled
      else { break }
      let response = await requests.perform(url)
      guard response.outcome == .document,
        let document = try? SourceDocument.read(
          response.body, source: source, reading: reading,
          contentType: response.fields[.contentType], url: response.finalURL)
      else { break }
      let entries = IdentifiedSnapshot(document.snapshot, source: source).entries
        .filter { seen.insert($0.publication).inserted }
      // A server that does not know the parameter sends the same document again.
      guard !entries.isEmpty else { break }
      filled.entries += entries
      filled.isWhole = filled.isWhole && document.snapshot.isWhole
      if entries.contains(where: { $0.isKnown(heads) }) { break }
      if older != nil && document.older == nil { break }
      next = document.older
    }
    return filled
  }

  /// WordPress serves the older pages of any feed under this parameter.
  private func paged(_ address: String, _ page: Int) -> String? {
    guard source.kind == .feed, var url = WebAddress(address) else { return nil }
    url.query = (url.query.map { $0 + "&" } ?? "") + "paged=\(page)"
    url.fragment = nil
    return url.text
  }
}

extension IdentifiedEntry {
  func isKnown(_ heads: [PublicationID: VersionID]) -> Bool {
    heads[publication] != nil || alternatives.contains { heads[$0] != nil }
  }
}
