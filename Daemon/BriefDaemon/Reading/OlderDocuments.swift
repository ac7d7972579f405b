import BriefConfiguration
import BriefFetching
import BriefModel
import BriefParsing
import BriefStore
import BriefWriting

/// Reads the older documents of a source when a poll shares no entry with what is known: what stood
/// between the two polls is looked for where RFC 5005 (`next`, `prev-archive`), a listing's next
/// page or WordPress's `paged` have it, some with each poll.
struct OlderDocuments: Sendable {
  let source: Source
  let reading: SourceReading
  let requests: DocumentRequests
  /// The publications that end the reading.
  let known: @Sendable (PublicationID) -> Bool
  var policy = ReadingPolicy()

  /// What one poll found in older documents.
  struct Found: Sendable {
    var entries: [IdentifiedEntry] = []
    var standing: OlderStanding
  }

  /// True when the snapshot and the publications known of its source have nothing in common.
  static func isGap(
    _ snapshot: IdentifiedSnapshot, heads: [PublicationID: VersionID]
  ) -> Bool {
    !heads.isEmpty && snapshot.isWhole && !snapshot.isComplete && !snapshot.entries.isEmpty
      && !snapshot.entries.contains { $0.isKnown(heads) }
  }

  /// The entries of the documents behind the newest one, up to the first that ends with a known one.
  ///
  /// - Parameters:
  ///   - older: what the newest one names as the next older one.
  ///   - address: of the newest one.
  func read(
    behind snapshot: IdentifiedSnapshot, older: String?, address: String, now: Timestamp
  ) async -> Found {
    // WordPress serves the older pages of any feed, and names none.
    let begin = OlderReading(
      found: now, address: address, page: older == nil && source.kind == .feed ? 1 : nil)
    var visit = Visit(reading: begin, seen: Set(snapshot.entries.map(\.publication)))
    visit.visited = [address]
    await read(&visit, from: begin.next(named: older))
    return Found(
      entries: visit.entries, standing: visit.isClosed ? .closed : .opened(visit.reading))
  }

  /// The entries of the documents behind the one that was read last, and of that one.
  func goOn(_ reading: OlderReading) async -> Found {
    var visit = Visit(reading: reading)
    visit.again = OlderPlace(address: reading.address, page: reading.page)
    await read(&visit, from: visit.again)
    return Found(
      entries: visit.entries, standing: visit.isClosed ? .closed : .advanced(visit.reading))
  }

  private struct Visit {
    var reading: OlderReading
    /// Of the documents that this poll read.
    var seen: Set<PublicationID> = []
    var visited: Set<String> = []
    /// Read by an earlier poll already.
    var again: OlderPlace?
    var entries: [IdentifiedEntry] = []
    var isClosed = false
  }

  private func read(_ visit: inout Visit, from first: OlderPlace?) async {
    var place = first
    for _ in 0..<policy.olderDocuments {
      let isAgain = place == visit.again
      guard let here = place, visit.visited.insert(here.url).inserted else {
        return end(&visit)
      }
      guard isAgain || visit.reading.documents < reading.olderDocuments else {
        visit.reading.ending = .limit
        return
      }
      guard !Task.isCancelled else { return }
      let response = await requests.perform(here.url)
      switch response.outcome {
      case .document: break
      case .gone, .clientError(status: 404): return isAgain ? fail(&visit) : end(&visit)
      default: return fail(&visit)
      }
      guard
        let document = try? SourceDocument.read(
          response.body, source: source, reading: reading,
          contentType: response.fields[.contentType], url: response.finalURL)
      else { return here.page == nil ? fail(&visit) : end(&visit) }
      let entries = IdentifiedSnapshot(document.snapshot, source: source).entries
      let fresh = entries.filter { visit.seen.insert($0.publication).inserted }
      // A server that does not know the parameter sends the same document again.
      guard !fresh.isEmpty else { return end(&visit) }
      visit.entries += fresh.map { entry in
        var entry = entry
        entry.page = PageFacts(
          rawDigest: Fingerprint.sha256(response.body), facts: response.facts)
        return entry
      }
      // What stood behind the place where it was cut off is not known.
      guard document.snapshot.isWhole else { return fail(&visit) }
      if !isAgain {
        visit.reading.documents = min(visit.reading.documents, 1_000_000) + 1
        visit.reading.failures = 0
      }
      (visit.reading.address, visit.reading.page) = (here.address, here.page)
      // One that stands among new ones was moved up by an edit, and more of those may follow.
      if let last = entries.last, last.isKnown(known) {
        visit.isClosed = true
        return
      }
      place = here.next(named: document.older)
    }
  }

  /// Nothing older is to be had: all was read, or nothing ever was to be had.
  private func end(_ visit: inout Visit) {
    if visit.reading.documents == 0 {
      visit.reading.ending = .notOffered
    } else {
      visit.isClosed = true
    }
  }

  /// The next poll asks again.
  private func fail(_ visit: inout Visit) {
    visit.reading.failures = min(visit.reading.failures, 1_000) + 1
    if visit.reading.failures >= policy.olderFailures { visit.reading.ending = .unreadable }
  }
}

/// Where an older document is: at its address; with a page, the one of that number of this address.
struct OlderPlace: Hashable, Sendable {
  var address: String
  var page: Int?

  /// WordPress's parameter.
  var url: String {
    guard let page, page > 1, var url = WebAddress(address) else { return address }
    url.query = (url.query.map { $0 + "&" } ?? "") + "paged=\(page)"
    url.fragment = nil
    return url.text
  }

  /// - Parameter older: what the document here names; where it names none, pages go on being counted.
  func next(named older: String?) -> OlderPlace? {
    if let older { return OlderPlace(address: older, page: nil) }
    return page.flatMap { page in
      WebAddress(address).map { _ in OlderPlace(address: address, page: min(page, 1_000_000) + 1) }
    }
  }
}

extension OlderReading {
  func next(named older: String?) -> OlderPlace? {
    OlderPlace(address: address, page: page).next(named: older)
  }
}

extension IdentifiedEntry {
  func isKnown(_ heads: [PublicationID: VersionID]) -> Bool { isKnown { heads[$0] != nil } }

  func isKnown(_ known: (PublicationID) -> Bool) -> Bool {
    known(publication) || alternatives.contains(where: known)
  }
}
