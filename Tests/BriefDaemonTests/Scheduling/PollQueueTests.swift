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

  @Test func `a retired source that is found well again is polled on`() {
    var script = ScriptedQueue()
    script.add("a")
    script.finish("a", PollReport(.gone))
    script.pass(seconds: 3_600)
    #expect(script.handle(.syncRequested(SourceID("a"))) == ["a"])
    script.finish("a", .failed(.status))
    #expect(script.kinds("a") == [.retired])
    script.pass(seconds: 2)
    #expect(script.handle(.syncRequested(SourceID("a"))) == ["a"])
    script.finish("a", .notModified)
    #expect(script.state("a")?.retiredAt == nil)
    #expect(script.wait("a") ?? 0 > 0)
    #expect(script.sleep() == ["a"])
  }

  @Test func `a poll that the configuration outran teaches nothing and is made anew`() {
    var script = ScriptedQueue()
    script.add("a")
    script.handle(.sourceRemoved(SourceID("a")))
    #expect(script.add("a", host: "b.example") == [])
    #expect(script.finish("a", PollReport(.outdated)) == ["a"])
    #expect(script.state("a")?.polls == 0)
    script.finish("a", .notModified)
    #expect(script.state("a")?.polls == 1)
  }

  static let plans: [(String, IntervalLimits, Bool)] = [
    ("a shorter interval", IntervalLimits(minimum: 60, maximum: 2 * 86_400), true),
    ("a shorter longest interval", IntervalLimits(minimum: 60, maximum: 120), true),
    ("a longer longest interval", IntervalLimits(minimum: 86_400, maximum: 4 * 86_400), false),
  ]

  @Test(arguments: plans)
  func `shorter limits hold at once, after a reload and after a restart`(
    _: String, limits: IntervalLimits, areShorter: Bool
  ) throws {
    var script = ScriptedQueue()
    script.add("a", limits: IntervalLimits(minimum: 86_400, maximum: 2 * 86_400))
    script.finish("a", .notModified)
    let planned = try #require(script.wait("a"))
    #expect(planned >= 86_400)
    script.pass(seconds: 30)
    let state = try #require(script.state("a"))
    var restarted = ScriptedQueue()
    restarted.now = script.now
    restarted.add("a", limits: limits, state: state)
    script.add("a", limits: limits)
    for wait in [script.wait("a"), restarted.wait("a")] {
      let wait = try #require(wait)
      #expect(areShorter ? wait <= min(limits.maximum, planned / 2) : wait == planned - 30)
    }
  }

  @Test func `a plan of a clock that was ahead does not hold`() {
    var script = ScriptedQueue(wall: "2027-04-06T08:00:00Z")
    script.add("a", limits: IntervalLimits(minimum: 60, maximum: 300))
    script.finish("a", .notModified)
    var restarted = ScriptedQueue(wall: "2026-03-02T08:00:00Z")
    restarted.add(
      "a", limits: IntervalLimits(minimum: 60, maximum: 300), state: script.state("a")
    )
    #expect(restarted.wait("a") == 60)
  }

  @Test func `what is asked for while it is under way is polled once more`() {
    var script = ScriptedQueue()
    script.add("a")
    for _ in 0..<2 { #expect(script.handle(.syncRequested(SourceID("a"))) == []) }
    script.pass(seconds: 2)
    #expect(script.finish("a", .notModified) == ["a"])
    script.pass(seconds: 2)
    #expect(script.finish("a", .notModified) == [])
  }
}
