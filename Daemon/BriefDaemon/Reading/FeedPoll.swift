import BriefConfiguration
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

  /// A poll that was not given up; `nil` when it was.
  func run(unconditional: Bool) async -> PolledSource? {
    guard source.kind != .folder else {
      return FolderPoll(source: source, remembered: remembered, now: clock.moment.wall).run()
    }
    let credentials: Credentials?
    do {
      credentials = try await key?.read()
    } catch {
      return PolledSource(locked: source, seen: clock.moment.wall, reason: error)
    }
    let request = request(unconditional: unconditional, credentials: credentials)
    return await settle(
      await fetcher.perform(request), wasConditional: !request.validators.isEmpty)
  }

  /// A source that is open to everyone and asked over the network.
  var mayBeBatched: Bool { source.kind != .folder && key == nil }

  func request(unconditional: Bool, credentials: Credentials? = nil) -> FeedRequest {
    FeedRequest(
      url: source.url, validators: unconditional ? Validators() : remembered.validators,
      credentials: credentials, allowsPrivateAddresses: source.allowsPrivateAddresses,
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
  func settle(_ response: FeedResponse, wasConditional: Bool) async -> PolledSource? {
    var response = response
    let seen = clock.moment.wall
    var polled = PolledSource(source: source, response: response, seen: seen)
    polled.report.wasConditional = wasConditional
    switch response.outcome {
    case .cancelled:
      return nil
    case .notModified:
      polled.settle(.unchanged, digest: remembered.bodyDigest)
    case .document:
      let digest = Fingerprint.sha256(response.body)
      if digest == remembered.bodyDigest {
        polled.settle(.unchanged, digest: digest)
      } else {
        await read(&response, digest: digest, into: &polled)
      }
    default:
      polled.settle(response.outcome)
    }
    if reading.readsPages { await readPages(into: &polled, seen: seen) }
    return Task.isCancelled ? nil : polled
  }

  private func read(
    _ response: inout FeedResponse, digest: Digest, into polled: inout PolledSource
  ) async {
    do {
      var document = try SourceDocument.read(
        response.body, source: source, reading: reading,
        contentType: response.fields[.contentType], url: response.finalURL)
      response.letGoOfBody()
      var digest = digest
      if !document.parts.isEmpty {
        let parts = await SitemapParts(source: source, requests: requests).read(document.parts)
        document.snapshot = parts.snapshot
        digest = Fingerprint.sha256(parts.bytes)
        // The index may stay the same while its sitemaps change: it is always asked for whole.
        polled.record.facts.validators = Validators()
        if digest == remembered.bodyDigest { return polled.settle(.unchanged, digest: digest) }
      }
      var snapshot = IdentifiedSnapshot(document.snapshot, source: source)
      polled.report.manners = document.snapshot.feed.manners
      polled.report.entries = snapshot.entries.count
      // A store that cannot be read now will not be written either.
      let heads = (try? await writer.headVersions(of: source.id)) ?? [:]
      let isFirstOfListing = heads.isEmpty && document.older != nil && source.kind == .listing
      if isFirstOfListing || OlderDocuments.isGap(snapshot, heads: heads) {
        snapshot = await OlderDocuments(
          source: source, reading: reading, requests: requests, heads: heads
        ).filled(snapshot, older: document.older, address: response.finalURL)
      }
      // What a page's text is kept beside says its language.
      snapshot.tellLanguages(beside: reading.readsPages ? [:] : heads)
      polled.heads = heads
      polled.settle(.snapshot(snapshot), digest: digest)
    } catch {
      polled.settle(
        .trouble(PollTrouble(code: error.code, sentence: error.sentence)), failure: .document)
    }
  }

  private func readPages(into polled: inout PolledSource, seen: Timestamp) async {
    let round = PageRound(
      source: source, reading: reading, requests: requests, writer: writer, now: seen)
    (polled.record.observation, polled.record.pages) = await round.read(polled.record.observation)
  }

  private var requests: DocumentRequests {
    DocumentRequests(source: source, policy: policy, fetcher: fetcher)
  }
}
