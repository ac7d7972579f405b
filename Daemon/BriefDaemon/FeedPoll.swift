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

  /// A poll that was not given up; `nil` when it was.
  func run(unconditional: Bool) async -> PolledSource? {
    let validators = unconditional ? Validators() : remembered.validators
    let response = await fetcher.perform(
      FeedRequest(
        url: source.url, validators: validators,
        allowsPrivateAddresses: source.allowsPrivateAddresses, policy: policy))
    let seen = clock.moment.wall

    var polled = PolledSource(source: source, response: response, seen: seen, policy: policy)
    polled.report.wasConditional = !validators.isEmpty
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
        read(response, digest: digest, into: &polled)
      }
    default:
      polled.settle(response.outcome)
    }
    return polled
  }

  private func read(_ response: FeedResponse, digest: Digest, into polled: inout PolledSource) {
    do {
      let document = try SourceDocument.read(
        response.body, source: source, contentType: response.fields[.contentType],
        url: response.finalURL)
      let snapshot = IdentifiedSnapshot(document, source: source)
      polled.report.manners = document.feed.manners
      polled.report.entries = snapshot.entries.count
      polled.settle(.snapshot(snapshot), digest: digest)
    } catch {
      polled.settle(
        .trouble(PollTrouble(code: error.code, sentence: error.sentence)), failure: .document)
    }
  }
}

/// What a poll brought: what to record, and what to tell the schedule.
struct PolledSource: Sendable {
  var record: PollRecord
  var report: PollReport

  init(source: Source, response: FeedResponse, seen: Timestamp, policy: RequestPolicy) {
    record = PollRecord(
      source: source.id, time: seen, observation: .unchanged, facts: response.facts,
      outcome: response.outcome.code, bytes: Int(clamping: response.received),
      milliseconds: Int(clamping: response.duration))
    let advice = PollAdvice(
      fields: response.fields, now: seen, longestRetryAfter: policy.longestRetryAfter)
    report = PollReport(
      .unchanged, wasNotModified: response.outcome == .notModified, freshFor: advice.freshFor,
      permanentTarget: response.permanentTarget)
  }

  mutating func settle(_ observation: Observation, digest: Digest?) {
    record.observation = observation
    record.rawDigest = digest
    if case .snapshot = observation { report.result = .changed(moments: [], undated: 0) }
  }

  mutating func settle(_ observation: Observation, failure: PollFailure) {
    record.observation = observation
    report.result = .failed(failure)
  }

  /// An outcome that brought no document.
  mutating func settle(_ outcome: FetchOutcome) {
    record.observation = .trouble(
      outcome.trouble ?? PollTrouble(code: outcome.code, sentence: outcome.sentence))
    report.result = PollReport.Result(outcome)
  }
}
