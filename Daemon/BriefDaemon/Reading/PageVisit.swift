import BriefExtraction
import BriefFetching
import BriefModel
import BriefStore
import BriefWriting

/// One visit to the page of an entry: what it brought, and when to come again.
struct PageVisit: Sendable {
  let source: Source
  let selectors: PageSelectors
  let policy: ReadingPolicy
  let now: Timestamp
  /// The page's bytes as the kept text was read from them.
  let original: @Sendable () async -> [UInt8]?

  /// What a visit came to.
  struct Result: Sendable {
    var record: PageRecord
    var kept: KeptPage
    /// Of the page that was read; `nil` when nothing was.
    var facts: PageFacts?
    /// The publisher says that there is no such page.
    var isGone = false
  }

  /// - Parameter enclosed: fetches the entry's PDF, for a page that has no text of its own.
  func settle(
    _ record: PageRecord, kept: KeptPage, response: FeedResponse,
    enclosed: (String) async -> FeedResponse
  ) async -> Result {
    var result = Result(record: record, kept: kept)
    result.record.visited = now
    switch response.outcome {
    case .notModified:
      succeed(&result)
    case .document:
      let digest = Fingerprint.sha256(response.body)
      if digest == record.digest, kept.read != nil {
        succeed(&result)
      } else {
        await read(response, digest: digest, into: &result, enclosed: enclosed)
      }
    case .gone:
      fail(&result, response.outcome.sentence)
      result.isGone = true
    case .clientError(status: 404):
      fail(&result, response.outcome.sentence)
      result.isGone = result.record.failures >= policy.notFoundVisits
    default:
      fail(&result, response.outcome.sentence)
    }
    return result
  }

  private func read(
    _ response: FeedResponse, digest: Digest, into result: inout Result,
    enclosed: (String) async -> FeedResponse
  ) async {
    var page = page(of: response)
    var facts = PageFacts(rawDigest: digest, facts: response.facts)
    if page.text == nil, let pdf = result.kept.announced.enclosures.first(where: \.isPDF) {
      let document = await enclosed(pdf.url)
      if document.outcome == .document {
        page = self.page(of: document)
        facts = PageFacts(
          rawDigest: Fingerprint.sha256(document.body), facts: document.facts)
      } else {
        page.reason = document.outcome.sentence
      }
    }
    guard let text = page.text else {
      return fail(
        &result, page.reason ?? "The page holds no text that could be told from its navigation.")
    }
    result.record.validators = response.validators
    result.record.digest = digest
    if result.kept.read != nil, result.record.extractor != Extraction.number {
      // The kept text is another extractor's. Only what differs by the same extractor is an edit.
      let old = await original().flatMap { bytes in
        self.page(bytes: bytes, contentType: nil, url: response.finalURL).text
      }
      if let old, Fingerprint.version(old.content) == Fingerprint.version(text.content) {
        return succeed(&result)
      }
    }
    if result.kept.read.map({ $0 != KeptEntry(text) }) ?? true {
      result.kept.read = KeptEntry(text)
      result.facts = facts
    }
    result.record.extractor = Extraction.number
    result.record.original =
      response.body.count <= policy.keptOriginal ? response.body : nil
    succeed(&result)
  }

  private func succeed(_ result: inout Result) {
    result.record.failures = 0
    result.record.reason = nil
    let published = result.kept.entry.content.published ?? now
    let age = max(0, now.seconds.subtractingReportingOverflow(published.seconds).partialValue)
    let wait = min(max(age / policy.revisitShare, policy.shortestRevisit), policy.longestRevisit)
    result.record.due = now.advanced(by: wait)
  }

  private func fail(_ result: inout Result, _ reason: String) {
    result.record.failures += 1
    result.record.reason = reason
    let wait = policy.firstRetry << min(Int64(result.record.failures - 1), 16)
    result.record.due = now.advanced(by: min(wait, policy.longestRetry))
  }

  private func page(of response: FeedResponse) -> (text: Entry?, reason: String?) {
    page(
      bytes: response.body, contentType: response.fields[.contentType], url: response.finalURL)
  }

  /// The page's text as an entry, or why there is none.
  private func page(
    bytes: [UInt8], contentType: String?, url: String
  ) -> (text: Entry?, reason: String?) {
    let page: Page
    do {
      page = try DocumentReader.page(
        bytes: bytes, fileName: fileName(contentType: contentType, bytes: bytes, url: url),
        contentType: contentType, address: url, selectors: selectors)
    } catch {
      return (nil, error.description)
    }
    if let reason = page.missingText { return (nil, reason) }
    guard !page.body.text.isEmpty else { return (nil, nil) }
    return (page.entry(identity: Identity(kind: .link, value: url), link: url), nil)
  }

  /// A name whose ending says how to read the bytes: servers name pages as they like.
  private func fileName(contentType: String?, bytes: [UInt8], url: String) -> String {
    if bytes.starts(with: Array("%PDF-".utf8)) {
      let path = url.prefix { $0 != "?" && $0 != "#" }
      return String(path.split(separator: "/").last ?? "document") + ".pdf"
    }
    return contentType?.lowercased().hasPrefix("text/plain") == true ? "page.txt" : "page.html"
  }
}

extension Enclosure {
  var isPDF: Bool {
    type?.lowercased().hasPrefix("application/pdf") ?? url.lowercased().hasSuffix(".pdf")
  }
}
