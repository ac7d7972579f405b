import BriefFetching
import BriefModel
import BriefParsing
import BriefStore
import BriefWriting

extension FeedResponse {
  /// Faults of the server's that cost nothing of the document, for people; `nil` when there are none.
  var overlooked: String? {
    let sentences = faults.sorted { $0.rawValue < $1.rawValue }.map(\.sentence)
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}

/// What a poll brought: what to record, and what to tell the schedule.
struct PolledSource: Sendable {
  var record: PollRecord
  var report: PollReport
  /// The newest versions of the source's publications, where they were read.
  var heads: [PublicationID: VersionID]?

  /// A source that was not asked, since what is known of it cannot be read.
  init(unread source: Source, seen: Timestamp, trouble: StoreTrouble) {
    record = PollRecord(
      source: source.id, time: seen, observation: .unchanged, outcome: "store-unreadable")
    report = PollReport(.failed(.ours))
    settle(unread: trouble)
  }

  init(source: Source, response: FeedResponse, seen: Timestamp) {
    record = PollRecord(
      source: source.id, time: seen, observation: .unchanged, facts: response.facts,
      outcome: response.outcome.code, bytes: Int(clamping: response.received),
      milliseconds: Int(clamping: response.duration))
    report = PollReport(
      .unchanged, wasNotModified: response.outcome == .notModified,
      freshFor: response.advice.freshFor,
      permanentTarget: response.permanentTarget)
    if !response.redirects.isEmpty {
      report.answeredBy = PollHost.name(url: response.finalURL, kind: source.kind)
    }
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

  /// What is known of the source cannot be read. What it said is compared with nothing then, and is asked for
  /// again: taken for all new, it would be edits that nobody made.
  mutating func settle(unread trouble: StoreTrouble) {
    record = PollRecord(
      source: record.source, time: record.time,
      observation: .trouble(
        PollTrouble(
          code: "store-unreadable",
          sentence: "What is known of the source cannot be read: \(trouble)")),
      facts: record.facts, outcome: record.outcome, bytes: record.bytes,
      milliseconds: record.milliseconds)
    report.result = .failed(.ours)
    heads = nil
  }

  /// An outcome that brought no document.
  mutating func settle(_ outcome: FetchOutcome) {
    record.observation = .trouble(
      outcome.trouble ?? PollTrouble(code: outcome.code, sentence: outcome.sentence))
    report.result = PollReport.Result(outcome)
    report.doubtsCondition = report.wasConditional && outcome.mayBeTheCondition
  }

  /// What a failure means at an address that a permanent redirect led to: the configured one is asked
  /// before the source counts as gone for good.
  mutating func settle(atAdopted url: String) {
    guard case .trouble(var trouble) = record.observation else { return }
    trouble.sentence +=
      " It was asked at \(ShownAddress.of(url)), where a permanent redirect had led."
    trouble.isFinal = false
    record.observation = .trouble(trouble)
    if report.result == .gone { report.result = .failed(.status) }
  }
}
