import BriefModel
import BriefReport
import Testing

/// What `explain` says of a source beyond its next poll.
struct PollingTextTests {
  private let now = Timestamp(seconds: 1_700_000_000)

  private func lines(_ polling: SourcePolling) -> [String] {
    PollingText.lines(polling, style: TextStyle(layout: .screen(columns: 100), now: now))
      .map { String($0.drop { $0 == " " }) }
  }

  @Test func `an address that was adopted is told, with the one that led there`() {
    var state = SourceState(id: SourceID("a"), url: "https://a.example/f", kind: .feed, state: .ok)
    #expect(!lines(SourcePolling(state: state)).contains { $0.hasPrefix("asked at") })
    state.movedTo = "https://b.example/f"
    let told = lines(SourcePolling(state: state))
    #expect(told[1] == "asked at      https://b.example/f")
    #expect(told[2] == "where a permanent redirect of https://a.example/f led")
  }

  @Test func `the host at the end of redirects is named, and whether it wants to be left alone`() {
    let state = SourceState(id: SourceID("a"), url: "https://a.example/f", kind: .feed, state: .ok)
    let busy = HostTraffic(
      host: "busy.example:443", requests: 1, closedUntil: now.advanced(by: 3_600))
    let told = lines(
      SourcePolling(
        state: state, polls: 3, host: HostTraffic(host: "a.example:443", requests: 3),
        leadsTo: busy, recent: 2))
    #expect(
      told.contains(
        "server asks   busy.example:443 asked all to wait until 2023-11-14 23:13 UTC (Retry-After)")
    )
    #expect(told.contains("redirects lead to busy.example:443"))
    #expect(told.contains("0 publications, 2 from the 28 days before the last poll"))
  }
}
