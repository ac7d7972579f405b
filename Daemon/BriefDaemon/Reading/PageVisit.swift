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
  let original: @Sendable (_ link: String) async throws(StoreTrouble) -> [UInt8]?

  /// What a visit came to.
  struct Result: Sendable {
    var record: PageRecord
    var kept: KeptPage
    /// Of the page that was read; `nil` when nothing was.
    var facts: PageFacts?
    /// The page as it was kept, read as it is read today; `nil` when it was read so.
    var reread: KeptEntry?
    /// The publisher says that there is no such page.
    var isGone = false
    /// As they were before the visit.
    let before: (record: PageRecord, kept: KeptPage)
    /// The address that was asked last.
    var address: String

    /// True when the visit brought what is to be recorded.
    var saysMore: Bool {
      before.record.visited == nil
        || record.reason == nil && (before.kept.read != kept.read || before.record.reason != nil)
    }
  }

  /// - Parameter enclosed: fetches the entry's PDF, for a page that has no text of its own.
  func settle(
    _ record: PageRecord, kept: KeptPage, response: FeedResponse,
    enclosed: (String) async -> FeedResponse
  ) async throws(StoreTrouble) -> Result {
    var result = Result(
      record: record, kept: kept, before: (record, kept), address: response.finalURL)
    result.record.visited = now
    switch response.outcome {
    case .notModified:
      result.kept.refusals = nil
      succeed(&result)
    case .document:
      let digest = Fingerprint.sha256(response.body)
      if digest == record.digest, kept.read != nil, isReadBySelectors(kept) {
        result.record.validators = validators(of: response, kept)
        succeed(&result)
      } else {
        try await read(response, digest: digest, into: &result, enclosed: enclosed)
      }
    case .gone:
      fail(&result, "The server says that the page is gone for good (410).")
      miss(&result, enough: policy.goneVisits)
      result.isGone = true
    case .clientError(status: 404), .clientError(status: 410):
      fail(&result, response.outcome.sentence)
      miss(&result, enough: policy.notFoundVisits)
      result.isGone = result.kept.absences ?? 0 >= policy.notFoundVisits
    default:
      fail(&result, response.outcome.sentence)
      if response.outcome.mayBeTheCondition, record.validators != Validators() {
        // The next visit goes without, and shows whether the condition was refused or the page.
        result.record.validators = Validators()
        result.kept.refusals = min(kept.refusals ?? 0, policy.refusedConditions - 1) + 1
      }
    }
    return result
  }

  /// What the next visit sends back: nothing where that was refused each time.
  private func validators(of response: FeedResponse, _ kept: KeptPage) -> Validators {
    kept.refusals ?? 0 < policy.refusedConditions ? response.validators : Validators()
  }

  private func read(
    _ response: FeedResponse, digest: Digest, into result: inout Result,
    enclosed: (String) async -> FeedResponse
  ) async throws(StoreTrouble) {
    let asked = result.kept.announced.link ?? response.finalURL
    let titles = [result.kept.announced.title, result.kept.read?.title].compactMap(\.self)
    var page = await page(of: response, titles)
    var facts = PageFacts(rawDigest: digest, facts: response.facts)
    if page.text == nil, let pdf = result.kept.announced.enclosures.first(where: \.isPDF) {
      let document = await enclosed(pdf.url)
      if document.outcome == .document {
        page = await self.page(of: document, titles)
        facts = PageFacts(
          rawDigest: Fingerprint.sha256(document.body), facts: document.facts)
      } else {
        page.reason = document.outcome.sentence
      }
    }
    if HomePage.isReached(from: asked, at: response.finalURL) {
      return fail(&result, "The page leads to the site's home page, \(response.finalURL).")
    }
    guard let text = page.text else {
      return fail(
        &result, page.reason ?? "The page holds no text that could be told from its navigation.")
    }
    let read = KeptEntry(text)
    let isReadAnew = !isReadBySelectors(result.kept)
    if let old = result.kept.read, old != read, result.record.extractor == Extraction.number,
      !isReadAnew
    {
      if HomePage.isOther(than: asked, response.finalURL),
        PageDoubt.isAnother(old: old, new: read)
      {
        return fail(&result, "The page leads to another one, \(response.finalURL).")
      }
      if let reason = PageDoubt.reason(old: old, new: read),
        doubt(text, reason, &result)
      {
        return
      }
    }
    if result.kept.read != read, !isPDF(response),
      let reason = PageDoubt.reason(
        old: result.kept.read == nil
          ? nil : try await original(result.record.link).map { PageEnd($0) },
        new: PageEnd(response.body)), doubt(text, reason, &result)
    {
      return
    }
    result.record.validators = validators(of: response, result.kept)
    result.record.digest = digest
    result.kept.validatedURL = response.finalURL == asked ? nil : response.finalURL
    var last = result.kept.read
    if result.kept.read != nil, isReadAnew || result.record.extractor != Extraction.number {
      // The kept text is another extractor's, or was read by other selectors. Only what differs by the
      // same reading is an edit.
      var old: Entry?
      if let bytes = try await original(result.record.link) {
        old = await self.page(bytes: bytes, contentType: nil, url: response.finalURL, titles).text
      }
      last = old.map(KeptEntry.init)
      if let old, !isReadAnew,
        Fingerprint.version(old.content) == Fingerprint.version(text.content)
      {
        return succeed(&result)
      }
      // Of a page too large to be kept nothing tells an edit from the other reading.
      result.reread = old.map { KeptEntry($0) } ?? (isReadAnew ? read : nil)
    }
    if result.kept.read.map({ $0 != read }) ?? true {
      result.kept.take(read, old: last)
      result.facts = facts
    }
    result.record.extractor = Extraction.number
    result.kept.selectors = selectors.name
    result.record.original =
      response.body.count <= policy.keptOriginal ? response.body : nil
    succeed(&result)
  }

  /// Leaves all as it was before a text that is to be seen twice; false when this is the second time.
  private func doubt(_ text: Entry, _ reason: String, _ result: inout Result) -> Bool {
    let name = Fingerprint.version(text.content).digest.hexadecimal
    guard name != result.kept.doubted else { return false }
    fail(&result, reason)
    result.kept.doubted = name
    return true
  }

  private func isPDF(_ response: FeedResponse) -> Bool {
    response.body.starts(with: Array("%PDF-".utf8))
  }

  /// What the configuration says of where pages have their text was the same when the kept one was read.
  func isReadBySelectors(_ kept: KeptPage) -> Bool { kept.selectors == selectors.name }

  private func succeed(_ result: inout Result) {
    result.record.failures = 0
    result.record.reason = nil
    (result.kept.doubted, result.kept.absences, result.kept.isGone) = (nil, nil, nil)
    let published = result.kept.entry.content.published ?? now
    let age = max(0, now.seconds.subtractingReportingOverflow(published.seconds).partialValue)
    let wait = min(max(age / policy.revisitShare, policy.shortestRevisit), policy.longestRevisit)
    result.record.due = now.advanced(by: wait)
  }

  /// What a visit brought that turned out to be no article's text: all stays as it was before.
  func refused(_ result: Result, _ reason: String) -> Result {
    var refused = Result(
      record: result.before.record, kept: result.before.kept, before: result.before,
      address: result.address)
    refused.record.visited = now
    fail(&refused, reason)
    return refused
  }

  /// The publisher said that there is no such page. One that was never there is not withdrawn.
  private func miss(_ result: inout Result, enough: Int) {
    result.kept.absences = min(result.kept.absences ?? 0, 1_000) + 1
    if result.kept.absences ?? 0 >= enough, result.kept.read != nil { result.kept.isGone = true }
  }

  private func fail(_ result: inout Result, _ reason: String) {
    result.record.failures = min(result.record.failures, 1_000_000) + 1
    result.record.reason = reason
    let wait = policy.firstRetry << min(Int64(result.record.failures - 1), 16)
    result.record.due = now.advanced(by: min(wait, policy.longestRetry))
  }

  private func page(
    of response: FeedResponse, _ titles: [String]
  ) async -> (text: Entry?, reason: String?) {
    await page(
      bytes: response.body, contentType: response.fields[.contentType], url: response.finalURL,
      titles)
  }

  /// The page's text as an entry, or why there is none.
  ///
  /// - Parameter titles: that the article is known by.
  private func page(
    bytes: [UInt8], contentType: String?, url: String, _ titles: [String]
  ) async -> (text: Entry?, reason: String?) {
    let name = fileName(contentType: contentType, bytes: bytes, url: url)
    let read = { @Sendable [selectors] in
      Swift.Result<Page, ExtractionTrouble> { () throws(ExtractionTrouble) in
        try DocumentReader.page(
          bytes: bytes, fileName: name, contentType: contentType, address: url,
          selectors: selectors)
      }
    }
    let page: Page
    do {
      // A PDF is read by a program that is waited for.
      page = try await name.hasSuffix(".pdf") ? DocumentThreads.extract(read).get() : read().get()
    } catch {
      return (nil, error.description)
    }
    if let reason = page.missingText { return (nil, reason) }
    guard !page.body.text.isEmpty else { return (nil, nil) }
    if let reason = NoArticle.reason(of: page, announced: titles) { return (nil, reason) }
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

extension PageSelectors {
  /// Tells them from others; `nil` for none.
  var name: String? { texts.isEmpty ? nil : texts.joined(separator: " ") }
}
