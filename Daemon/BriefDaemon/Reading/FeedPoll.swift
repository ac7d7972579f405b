import BriefConfiguration
import BriefExtraction
import BriefFetching
import BriefModel
import BriefParsing
import BriefStore
import BriefWriting

/// The whole path of one poll, from the request to what is to be recorded. Read from top to bottom.
struct FeedPoll: Sendable {
  let source: Source
  let remembered: RememberedSource
  let policy: RequestPolicy
  let fetcher: any Fetching
  let clock: any DaemonClock
  let writer: StoreWriter
  var reading = SourceReading()
  /// What opens the source, if it is not open to everyone.
  var key: SourceKey?
  /// The same, read for this poll.
  var credentials: Credentials?
  /// Hosts of pages and sitemaps that asked to wait.
  var waits = HostWaits()

  /// A poll that was not given up; `nil` when it was.
  func run(unconditional: Bool) async -> PolledSource? {
    guard source.kind != .folder else {
      var known = remembered
      known.bodyDigest = knownDigest
      var polled = await FolderPoll(
        source: source, remembered: known, writer: writer, now: clock.moment.wall
      ).run()
      polled?.record.readAs = asked.readAs
      return polled
    }
    let credentials: Credentials?
    do {
      credentials = try await key?.read()
    } catch {
      return PolledSource(locked: source, seen: clock.moment.wall, reason: error)
    }
    // Pages that were never read are found in the document, however long it stays the same.
    let asksPages: Bool
    do {
      asksPages = reading.readsPages ? try await writer.lacksPages(of: source.id) : false
    } catch {
      return PolledSource(unread: source, seen: clock.moment.wall, trouble: error)
    }
    let request = request(unconditional: unconditional || asksPages, credentials: credentials)
    var opened = self
    opened.credentials = credentials
    return await opened.settle(
      await fetcher.perform(request), wasConditional: !request.validators.isEmpty,
      asksPages: asksPages)
  }

  var asked: AskedSource { AskedSource(source: source, reading: reading, key: key) }

  /// A source that is open to everyone and asked over the network, and needs no look into the store
  /// before.
  var mayBeBatched: Bool {
    source.kind != .folder && key == nil && !reading.readsPages && !remembered.readsOlder
  }

  func request(unconditional: Bool, credentials: Credentials? = nil) -> FeedRequest {
    FeedRequest(
      url: source.url,
      validators: unconditional || !asked.isReadAs(remembered)
        ? Validators() : remembered.validators,
      validatedURL: remembered.validatedURL ?? source.url, credentials: credentials,
      allowsPrivateAddresses: source.allowsPrivateAddresses,
      policy: policy)
  }

  /// What a 304 to a batched request comes to, without a wait; `nil` when there is more to do.
  func unchanged(_ answer: BatchedAnswer, _ batches: any BatchFetching) -> PolledSource? {
    guard !reading.readsPages, let response = batches.notModified(answer) else { return nil }
    var polled = PolledSource(source: source, response: response, seen: clock.moment.wall)
    polled.report.wasConditional = true
    polled.settle(.unchanged, digest: remembered.bodyDigest)
    return polled
  }

  /// The poll from the answer on; `nil` when it was given up.
  ///
  /// - Parameter asksPages: the document is read for its pages' sake, though it may be the last one.
  func settle(
    _ response: FeedResponse, wasConditional: Bool, asksPages: Bool = false
  ) async -> PolledSource? {
    var response = response
    let seen = clock.moment.wall
    var polled = PolledSource(source: source, response: response, seen: seen)
    polled.report.wasConditional =
      wasConditional
      && remembered.validatedURL.map { $0 == response.finalURL }
        ?? response.redirects.isEmpty
    polled.record.readAs = asked.readAs
    if case .hostClosed = response.outcome {
      // Not asked: neither a failure nor news of the source.
      polled.settle(response.outcome)
      return polled
    }
    do {
      try await settle(&response, asksPages: asksPages, into: &polled)
      if remembered.readsOlder { try await readOlder(into: &polled) }
      if reading.readsPages { try await readPages(into: &polled, seen: seen) }
    } catch {
      polled.settle(unread: error)
    }
    polled.report.waits = waits.asked
    return Task.isCancelled || response.outcome == .cancelled ? nil : polled
  }

  private func settle(
    _ response: inout FeedResponse, asksPages: Bool, into polled: inout PolledSource
  ) async throws(StoreTrouble) {
    switch response.outcome {
    case .cancelled: break
    case .notModified:
      polled.settle(.unchanged, digest: remembered.bodyDigest)
    case .document:
      let digest = Fingerprint.sha256(response.body)
      if digest == knownDigest, !asksPages {
        polled.settle(.unchanged, digest: digest)
        polled.record.renewsValidators =
          response.validators != remembered.validators
          || response.finalURL != remembered.validatedURL
      } else {
        polled.record.warning = response.overlooked
        try await read(
          &response, digest: digest, known: asksPages ? nil : knownDigest, into: &polled)
      }
    default:
      polled.settle(response.outcome)
    }
  }

  /// Of the document that was last read in the way that is configured now.
  private var knownDigest: Digest? { asked.isReadAs(remembered) ? remembered.bodyDigest : nil }

  private func read(
    _ response: inout FeedResponse, digest: Digest, known: Digest?,
    into polled: inout PolledSource
  ) async throws(StoreTrouble) {
    var document: SourceDocument
    do {
      document = try SourceDocument.read(
        response.body, source: source, reading: reading,
        contentType: response.fields[.contentType], url: response.finalURL)
    } catch {
      return polled.settle(
        .trouble(PollTrouble(code: error.code, sentence: error.sentence)), failure: .document)
    }
    response.letGoOfBody()
    var digest = digest
    var oddities: Set<SourceOddity> = []
    if !document.parts.isEmpty {
      let parts = await SitemapParts(source: source, requests: ownRequests).read(document.parts)
      if let trouble = parts.trouble {
        return polled.settle(.trouble(trouble), failure: .status)
      }
      document.take(parts)
      if let warning = parts.warning {
        polled.record.warning = ShownAddress.inText(warning)
        oddities = [.unreadableParts]
      }
      digest = Fingerprint.sha256(parts.bytes)
      // The index may stay the same while its sitemaps change: it is always asked for whole.
      polled.record.facts.validators = Validators()
      if digest == known { return polled.settle(.unchanged, digest: digest) }
    }
    var snapshot = IdentifiedSnapshot(document.snapshot, source: source)
    let heads = try await writer.headVersions(of: source.id)
    if let end = document.end, end > .closed, try await mayBeCut(snapshot, heads: heads) {
      document.breaksOff = true
      snapshot.entries.removeLast()
      snapshot.isWhole = false
    }
    if document.breaksOff { oddities.insert(.brokenOff) }
    snapshot.oddities.formUnion(oddities)
    polled.record.wasReadInPart = !snapshot.isWhole
    polled.report.manners = document.snapshot.feed.manners
    polled.report.entries = snapshot.entries.count
    let isFirstOfListing = heads.isEmpty && document.older != nil && source.kind == .listing
    if isFirstOfListing || OlderDocuments.isGap(snapshot, heads: heads) {
      let older = await OlderDocuments(
        source: source, reading: reading, requests: ownRequests, known: { heads[$0] != nil }
      ).read(
        behind: snapshot, older: document.older, address: response.finalURL,
        now: polled.record.time)
      snapshot.entries += older.entries
      if !isFirstOfListing, older.standing != .closed { polled.record.older = older.standing }
    }
    // What a page's text is kept beside says its language.
    snapshot.tellLanguages(beside: reading.readsPages ? [:] : heads)
    if !reading.readsPages { polled.record.leftPages = try await leavePages(&snapshot) }
    polled.heads = heads
    polled.settle(.snapshot(snapshot), digest: digest)
  }

  /// Reads on where an earlier poll stopped reading back. A poll that brought nothing learns nothing of
  /// the publisher's archive either.
  private func readOlder(into polled: inout PolledSource) async throws(StoreTrouble) {
    var snapshot: IdentifiedSnapshot
    switch polled.record.observation {
    case .trouble: return
    case .unchanged: snapshot = IdentifiedSnapshot(entries: [], isWhole: false)
    case .snapshot(let seen): snapshot = seen
    }
    // A newer gap comes first, and its reading meets this one.
    guard polled.record.older == nil else { return }
    guard let (standing, known) = try await writer.olderReading(of: source.id) else {
      polled.record.older = .closed
      return
    }
    let found = await OlderDocuments(
      source: source, reading: reading, requests: ownRequests, known: { known.contains($0) }
    ).goOn(standing)
    polled.record.older = found.standing
    let listed = Set(snapshot.entries.map(\.publication))
    snapshot.older = found.entries.filter { !listed.contains($0.publication) }
    if snapshot.older.isEmpty { return }
    let heads = try await writer.headVersions(of: source.id)
    for place in snapshot.older.indices
    where heads[snapshot.older[place].publication] != snapshot.older[place].versionID {
      snapshot.older[place].tellLanguage()
      snapshot.older[place].findCorrections()
    }
    polled.heads = heads
    polled.record.observation = .snapshot(snapshot)
  }

  /// The texts of a source whose pages are not read any more stand where the document's own are to
  /// stand: that is no edit. Gives the pages' links, which are forgotten.
  private func leavePages(
    _ snapshot: inout IdentifiedSnapshot
  ) async throws(StoreTrouble) -> [String] {
    guard try await writer.hasPages(of: source.id) else { return [] }
    let links = snapshot.entries.compactMap(\.canonicalLink)
    let pages = try await writer.pages(of: source.id, links: links)
    let records = Dictionary(pages.map { ($0.link, $0) }, uniquingKeysWith: { first, _ in first })
    for place in snapshot.entries.indices {
      guard let link = snapshot.entries[place].canonicalLink, let record = records[link] else {
        continue
      }
      let content = snapshot.entries[place].entry.content
      let kept = try? StoreJSON.value(KeptPage.self, record.entry)
      var before = kept.flatMap { $0.read == nil ? nil : $0.announced.entry.content }
      // What the document said before is not known then, and no edit is told.
      if kept == nil, record.digest != nil { before = content }
      snapshot.entries[place].upgrade = TextUpgrade(before: before, after: content)
    }
    return records.keys.sorted()
  }

  private func readPages(
    into polled: inout PolledSource, seen: Timestamp
  ) async throws(StoreTrouble) {
    let round = PageRound(
      source: source, reading: reading, requests: requests, writer: writer, now: seen,
      heads: polled.heads ?? [:], isReadOtherwise: !asked.isReadAs(remembered))
    let brought = try await round.read(polled.record.observation)
    (polled.record.observation, polled.record.pages) = (brought.observation, brought.pages)
    polled.record.warning = polled.record.warning ?? brought.warning
  }

  /// For further documents of the source itself; its entries' pages are not told its key.
  private var ownRequests: DocumentRequests {
    var own = requests
    own.credentials = credentials
    return own
  }

  private var requests: DocumentRequests {
    DocumentRequests(source: source, policy: policy, fetcher: fetcher, waits: waits)
  }
}
