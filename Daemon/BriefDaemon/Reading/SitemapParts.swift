import BriefFetching
import BriefModel
import BriefParsing

/// Reads the sitemaps that a sitemap index names: their pages are the source's entries.
struct SitemapParts: Sendable {
  let source: Source
  let requests: DocumentRequests
  var policy = ReadingPolicy()

  /// The entries of all parts, the part that changed last first, and the bytes that they came from.
  /// Not whole when a part could not be read or there are more than are read at once.
  func read(_ parts: [ParsedSitemap.Page]) async -> (snapshot: Snapshot, bytes: [UInt8]) {
    let newest = parts.enumerated().sorted { a, b in
      let (first, second) = (a.element.modified?.moment, b.element.modified?.moment)
      return first == second
        ? a.offset < b.offset : (first?.seconds ?? .min) > (second?.seconds ?? .min)
    }.map(\.element)
    var snapshot = Snapshot(entries: [], isWhole: parts.count <= policy.sitemaps)
    var bytes: [UInt8] = []
    for part in newest.prefix(policy.sitemaps) where !Task.isCancelled {
      let response = await requests.perform(part.link)
      guard response.outcome == .document,
        let document = try? SourceDocument.read(
          response.body, source: source, contentType: response.fields[.contentType],
          url: response.finalURL),
        document.parts.isEmpty
      else {
        snapshot.isWhole = false
        continue
      }
      bytes += Array(part.link.utf8) + [0] + response.body
      snapshot.entries += document.snapshot.entries
      snapshot.isWhole = snapshot.isWhole && document.snapshot.isWhole
    }
    return (snapshot, bytes)
  }
}
