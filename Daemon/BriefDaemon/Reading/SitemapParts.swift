import BriefFetching
import BriefModel
import BriefParsing

/// Reads the sitemaps that a sitemap index names: their pages are the source's entries.
struct SitemapParts: Sendable {
  let source: Source
  let requests: DocumentRequests
  var policy = ReadingPolicy()

  /// What the sitemaps of an index hold together.
  struct Result: Sendable {
    /// The entries of all parts, the part that changed last first. Not whole when a part could not be
    /// read or there are more than are read at once.
    var snapshot: Snapshot
    /// A part ended before it should.
    var breaksOff = false
    /// Where the entries came from.
    var bytes: [UInt8] = []
    /// Parts that were read.
    var read = 0
    /// Why the others were not, for people.
    var troubles: [String] = []
  }

  func read(_ parts: [ParsedSitemap.Page]) async -> Result {
    let newest = parts.enumerated().sorted { a, b in
      let (first, second) = (a.element.modified?.moment, b.element.modified?.moment)
      return first == second
        ? a.offset < b.offset : (first?.seconds ?? .min) > (second?.seconds ?? .min)
    }.map(\.element)
    var result = Result(snapshot: Snapshot(entries: [], isWhole: parts.count <= policy.sitemaps))
    for part in newest.prefix(policy.sitemaps) where !Task.isCancelled {
      let response = await requests.perform(part.link)
      do {
        let document = try document(response)
        result.read += 1
        result.bytes += Array(part.link.utf8) + [0] + response.body
        result.snapshot.entries += document.snapshot.entries
        result.snapshot.isWhole = result.snapshot.isWhole && document.snapshot.isWhole
        result.breaksOff = result.breaksOff || document.breaksOff
      } catch {
        result.snapshot.isWhole = false
        result.troubles.append("\(part.link): \(error.sentence)")
      }
    }
    return result
  }

  private func document(
    _ response: FeedResponse
  ) throws(SourceDocument.Trouble) -> SourceDocument {
    guard response.outcome == .document else {
      throw SourceDocument.Trouble(
        code: response.outcome.code, sentence: response.outcome.sentence)
    }
    let document = try SourceDocument.read(
      response.body, source: source, contentType: response.fields[.contentType],
      url: response.finalURL)
    guard document.parts.isEmpty else {
      throw SourceDocument.Trouble(
        code: "not-a-sitemap", sentence: "It is an index itself, which no index may name.")
    }
    return document
  }
}

extension SitemapParts.Result {
  /// When no part could be read nothing was: the first reason stands for all.
  var trouble: PollTrouble? {
    guard read == 0, let first = troubles.first else { return nil }
    let count = troubles.count == 1 ? "The sitemap" : "None of the \(troubles.count) sitemaps"
    return PollTrouble(
      code: "no-sitemaps",
      sentence: troubles.count == 1
        ? "\(count) that the index names cannot be read: \(first)"
        : "\(count) that the index names can be read, first \(first)")
  }

  /// What a poll that could read some has to tell all the same.
  var warning: String? {
    guard let first = troubles.first else { return nil }
    return
      "\(troubles.count) of \(troubles.count + read) sitemaps not read, first \(first) Nothing is taken for withdrawn meanwhile."
  }
}
