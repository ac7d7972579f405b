import BriefModel
import Testing

@testable import BriefDaemon

@Suite struct PollQueueTests {
  @Test func `a new source is polled at once`() {
    var script = ScriptedQueue()
    #expect(script.add("a") == ["a"])
    #expect(script.kinds("a") == [.polling])
    #expect(script.sleepUntil == nil)
  }

  @Test func `a host gets two transfers at most, a second apart`() {
    var script = ScriptedQueue()
    #expect(script.add("a") == ["a"])
    #expect(script.add("b") == [])
    #expect(script.add("c") == [])
    #expect(script.sleep() == ["b"])
    #expect(script.now.uptime == 1000)
    script.pass(seconds: 5)
    #expect(script.handle(.woke) == [])
    #expect(script.kinds("c") == [.neverPolled, .hostBusy])
    #expect(script.finish("a", .notModified) == ["c"])
  }

  @Test func `no more transfers than allowed are under way, over all hosts`() {
    var policy = SchedulingPolicy()
    policy.transfers = 3
    var script = ScriptedQueue(policy: policy)
    let started = (0..<5).flatMap { script.add("s\($0)", host: "h\($0).example") }
    #expect(started == ["s0", "s1", "s2"])
    #expect(script.kinds("s4") == [.neverPolled, .allBusy])
    #expect(script.finish("s1", .notModified) == ["s3"])
    #expect(script.queue.transfersUnderWay == 3)
  }

  @Test func `a removed source is not polled, and its transfer frees its place`() {
    var script = ScriptedQueue()
    script.add("a")
    script.add("b")
    script.handle(.sourceRemoved(SourceID("b")))
    script.handle(.sourceRemoved(SourceID("a")))
    #expect(script.queue.transfersUnderWay == 1)
    #expect(script.finish("a", .notModified) == [])
    #expect(script.queue.transfersUnderWay == 0)
    #expect(script.sleepUntil == nil)
    #expect(script.queue.hosts.isEmpty)
  }

  @Test func `a paused source rests until it is resumed or asked for`() {
    var script = ScriptedQueue()
    script.add("a")
    script.finish("a", .notModified)
    script.handle(.sourcePaused(SourceID("a")))
    #expect(script.wait("a") == nil)
    #expect(script.kinds("a") == [.paused])
    #expect(script.sleepUntil == nil)
    script.pass(seconds: 60)
    #expect(script.handle(.syncRequested(SourceID("a"))) == ["a"])
    script.finish("a", .notModified)
    #expect(script.kinds("a") == [.paused])
    script.handle(.sourceResumed(SourceID("a")))
    #expect(script.wait("a") ?? 0 < 400)
  }

  @Test func `410 retires a source, which is stored and can be taken back`() throws {
    var script = ScriptedQueue()
    script.add("a")
    script.finish("a", PollReport(.gone))
    #expect(script.notes == [.sourceRetired(SourceID("a"))])
    let state = try #require(script.state("a"))
    #expect(state.retiredAt == script.now.wall)
    #expect(state.nextPoll == nil)
    var restarted = ScriptedQueue()
    #expect(restarted.add("a", state: state) == [])
    #expect(restarted.kinds("a") == [.retired])
    restarted.handle(.sourceResumed(SourceID("a")))
    #expect(restarted.sleep() == ["a"])
  }

  @Test func `a transfer that we stopped teaches nothing`() {
    var script = ScriptedQueue()
    script.add("a")
    script.finish("a", PollReport(.abandoned))
    let state = script.state("a")
    #expect(state?.polls == 0)
    #expect(state?.failures == 0)
    #expect(script.wait("a") == 60)
  }

  @Test func `an event about an unknown source or a transfer nobody started changes nothing`() {
    var script = ScriptedQueue()
    let events: [PollEvent] = [
      .sourceRemoved(SourceID("x")), .sourcePaused(SourceID("x")), .sourceResumed(SourceID("x")),
      .syncRequested(SourceID("x")),
      .pollFinished(SourceID("x"), .notModified), .woke,
    ]
    for event in events { #expect(script.handle(event) == []) }
    #expect(script.recorded == [])
    #expect(script.sleepUntil == nil)
  }
}
