import BriefModel
import BriefWriting
import Testing

@testable import BriefDaemon

/// What monitors are told of the sources.
struct ServiceCountsTests {
  @Test func `the line of words and the metrics count a source that is gone once, and alike`() {
    let counts = ServiceCounts()
    let sources = ["a", "b", "c", "d"].map { Source(id: SourceID($0), url: "https://a.example/") }
    counts.follow(sources) { _ in nil }
    for (id, code) in [("a", "http-410"), ("b", "http-404"), ("c", "http-500")] {
      let record = PollRecord(
        source: SourceID(id), time: Timestamp(seconds: 0),
        observation: .trouble(PollTrouble(code: code, sentence: code)), outcome: code)
      counts.count(PolledLine(record, RecordedPoll(source: SourceID(id))))
    }
    #expect(counts.text == "4 sources, 2 failing, 1 gone; 3 polls, 0 changes")
    let metrics = MetricsText.text(counts.now, nil, started: Timestamp(seconds: 0))
    for (state, number) in [("ok", 1), ("failing", 2), ("retired", 1), ("paused", 0)] {
      #expect(metrics.contains("brief_sync_sources{state=\"\(state)\"} \(number)\n"), "\(state)")
    }
  }
}
