import BriefModel
import Foundation
import Testing

@testable import BriefDaemon

@Suite struct HostMannersTests {
  @Test func `429 makes every source of that host wait, and no other host`() {
    var script = ScriptedQueue()
    script.add("a", host: "h.example")
    script.pass(seconds: 1)
    script.add("b", host: "h.example")
    script.finish("b", .notModified)
    script.finish("a", PollReport(.askedToWait(7_200)))
    #expect(script.add("c", host: "h.example") == [])
    #expect(script.add("d", host: "i.example") == ["d"])
    #expect(script.kinds("c") == [.neverPolled, .hostAsked])
    #expect(script.wait("c") == 7_200)
    #expect(script.handle(.syncRequested(SourceID("b"))) == [])
    script.pass(seconds: 7_199)
    #expect(script.handle(.woke) == [])
    script.pass(seconds: 1)
    #expect(
      Set(script.handle(.woke) + script.sleep() + script.sleep()).isSubset(of: ["a", "b", "c"]))
    #expect(script.queue.hostState(of: "h.example", at: script.now)?.honoured == 1)
  }

  @Test func `a Retry-After is charged to the host at the end of redirects, for all who go there`()
  {
    var script = ScriptedQueue()
    script.add("moved", host: "h.example")
    var report = PollReport(.askedToWait(7_200))
    report.answeredBy = "busy.example"
    script.finish("moved", report)
    #expect(
      script.notes.contains(
        .hostAskedToWait(host: "busy.example", until: script.now.wall.advanced(by: 7_200))))
    #expect(script.queue.closedHosts(at: script.now) == ["busy.example"])
    #expect(script.state("moved")?.leadsTo == "busy.example")
    script.pass(seconds: 1)
    // The host that redirected never asked for anything.
    #expect(script.add("innocent", host: "h.example") == ["innocent"])
    #expect(script.add("direct", host: "busy.example") == [])
    #expect(script.wait("direct") == 7_199)
    #expect(script.handle(.syncRequested(SourceID("moved"))) == [])
    #expect(script.wait("moved") == 7_199)
    #expect(script.kinds("moved") == [.requested, .hostAsked])
    #expect(script.queue.closedHost(of: SourceID("moved"), at: script.now)?.name == "busy.example")
  }

  @Test func `a source whose redirect led to a closed host waits after a restart, too`() throws {
    var state = PollState()
    state.lastPoll = Timestamp(rfc3339: "2026-03-02T07:00:00Z")
    state.leadsTo = "busy.example"
    var host = HostState()
    host.closedUntil = Timestamp(rfc3339: "2026-03-02T09:00:00Z")
    var script = ScriptedQueue()
    script.handle(.hostRestored("busy.example", host))
    script.add("moved", host: "h.example", state: state)
    for _ in 0..<2 { #expect(script.sleep() == [] || script.now.uptime >= 3_600_000) }
    #expect(script.now.uptime == 3_600_000)
    #expect(script.recorded.contains("moved"))
  }

  @Test func `a hop that was not made is no failure, and the source waits as long as the host`() {
    var script = ScriptedQueue()
    script.add("a", host: "h.example")
    script.finish("a", .notModified)
    script.pass(seconds: 4 * 86_400)
    script.handle(.syncRequested(SourceID("a")))
    var report = PollReport(.hostClosed(1_800))
    report.answeredBy = "busy.example"
    script.finish("a", report)
    #expect(script.wait("a") == 1_800)
    #expect(script.kinds("a") == [.hostAsked])
    #expect(script.state("a")?.failures == 0)
    #expect(script.state("a")?.polls == 1)
    #expect(script.state("a")?.leadsTo == "busy.example")
    // It did not ask once more.
    #expect(script.queue.hostState(of: "busy.example", at: script.now) == nil)
  }

  @Test func `503 with an HTTP date survives a restart`() throws {
    var script = ScriptedQueue()
    script.add("a", host: "h.example")
    script.finish(
      "a",
      PollReport(.askedToWait(21_600)))
    let encoder = JSONEncoder()
    let state = try encoder.encode(script.state("a"))
    let host = try encoder.encode(script.queue.hostState(of: "h.example", at: script.now))

    var restarted = ScriptedQueue(wall: "2026-03-02T10:00:00Z", seed: 9)
    restarted.handle(
      .hostRestored("h.example", try JSONDecoder().decode(HostState.self, from: host)))
    let stored = try JSONDecoder().decode(PollState.self, from: state)
    #expect(stored == script.state("a"))
    #expect(restarted.add("a", host: "h.example", state: stored) == [])
    #expect(restarted.add("new", host: "h.example") == [])
    #expect(restarted.wait("new") == 14_400)
    #expect(restarted.wait("a") == 14_400)
    #expect(restarted.sleep() == ["new"] || restarted.now.wall.rfc3339 == "2026-03-02T14:00:00Z")
    #expect(restarted.now.wall.rfc3339 == "2026-03-02T14:00:00Z")
  }

  @Test func `a wait that was stored by a clock years ahead is a day at most`() {
    var script = ScriptedQueue()
    var state = HostState()
    state.closedUntil = Timestamp(rfc3339: "2036-01-01T00:00:00Z")
    script.handle(.hostRestored("h.example", state))
    script.add("a", host: "h.example")
    #expect(script.wait("a") == 86_400)
  }

  @Test func `429 without Retry-After backs the host off by doubling`() {
    var script = ScriptedQueue()
    script.add("a")
    var waits: [Int64] = []
    for _ in 0..<4 {
      script.finish("a", PollReport(.askedToWait(nil)))
      waits.append(script.wait("a") ?? 0)
      #expect(script.sleep() == ["a"])
    }
    for (wait, least) in zip(waits, [60, 120, 240, 480] as [Int64]) {
      #expect((least...(least + least / 4)).contains(wait))
    }
    script.finish("a", .notModified)
    #expect(script.queue.hostState(of: "a.example", at: script.now)?.asked == 0)
  }

  @Test func `a host that asked to wait when its pages were read is left alone by all its sources`()
  {
    var script = ScriptedQueue()
    #expect(script.add("a") == ["a"])
    script.add("b", host: "b.example")
    script.pass(seconds: 1)
    script.finish("b", .notModified)
    var report = PollReport(.changed(moments: [], undated: 1))
    report.waits = [
      HostWait(host: "a.example", seconds: 3_600), HostWait(host: "b.example", seconds: nil),
    ]
    script.finish("a", report)
    script.handle(.syncRequested(SourceID("a")))
    script.handle(.syncRequested(SourceID("b")))
    #expect(script.wait("a") == 3_600)
    #expect((60...75).contains(script.wait("b") ?? 0))
    #expect(script.queue.closedHosts(at: script.now).sorted() == ["a.example", "b.example"])
    #expect(script.queue.hostState(of: "a.example", at: script.now)?.honoured == 1)
  }
}
