import BriefModel
import Testing

@testable import BriefDaemon

@Suite struct FeedWishesTests {
  /// The wait after a poll that answered so, limits 10 minutes to a day.
  private func wait(_ report: PollReport, wall: String = "2026-03-02T08:00:00Z")
    -> (seconds: Int64, kinds: [PollReason.Kind])
  {
    var script = ScriptedQueue(wall: wall)
    script.add("a", limits: IntervalLimits(minimum: 600, maximum: 86_400))
    script.finish("a", report)
    return (script.wait("a") ?? 0, script.kinds("a"))
  }

  private func answer(fresh: Int64? = nil, _ manners: FeedManners = FeedManners()) -> PollReport {
    PollReport(.changed(moments: [], undated: 1), freshFor: fresh, manners: manners)
  }

  @Test func `the longest of what server and document ask is kept`() {
    let fresh = wait(answer(fresh: 20_000, FeedManners(ttl: 3_600)))
    #expect(fresh.seconds == 20_000)
    #expect(fresh.kinds.last == .fresh)
    let ttl = wait(answer(fresh: 60, FeedManners(ttl: 10_800)))
    #expect(ttl.seconds == 10_800)
    #expect(ttl.kinds.last == .ttl)
    let period = wait(answer(FeedManners(ttl: 60, updatePeriod: 43_200)))
    #expect(period.seconds == 43_200)
    #expect(period.kinds.last == .updatePeriod)
  }

  @Test func `a year of max-age is cut to the source's longest interval`() {
    let wait = wait(answer(fresh: 31_536_000))
    #expect(wait.seconds == 86_400)
    #expect(wait.kinds.suffix(2) == [.fresh, .maximum])
  }

  @Test func `a wish below the shortest interval does not shorten it`() {
    var script = ScriptedQueue()
    script.add("a", limits: IntervalLimits(minimum: 40_000, maximum: 86_400))
    script.finish("a", answer(fresh: 0, FeedManners(ttl: 1)))
    #expect(script.wait("a") == 40_000)
    #expect(script.kinds("a").last == .minimum)
  }

  @Test func `skipHours are left alone, and the feed's wishes last over a 304`() {
    var script = ScriptedQueue()
    script.add("a", limits: IntervalLimits(minimum: 600, maximum: 86_400))
    let manners = FeedManners(skipHours: Array(8..<20))
    script.finish("a", answer(manners))
    for _ in 0..<50 {
      #expect(script.sleep() == ["a"])
      let hour = script.now.wall.seconds.remainder(86_400) / 3_600
      #expect(hour < 8 || hour >= 20)
      script.finish("a", .notModified)
    }
  }

  @Test func `skipDays are left alone as far as the longest interval allows`() {
    // 2026-03-07 is a Saturday.
    let manners = FeedManners(skipDays: [6, 7])
    var script = ScriptedQueue(wall: "2026-03-06T23:50:00Z")
    script.add("a", limits: IntervalLimits(minimum: 3_600, maximum: 3 * 86_400))
    script.finish("a", answer(manners))
    #expect(script.kinds("a").last == .skipDay)
    let next = script.now.wall.advanced(by: script.wait("a") ?? 0)
    #expect(next.rfc3339.hasPrefix("2026-03-09T00:0"))
    // With a shorter one as much of the quiet is kept as it allows, and said.
    let short = wait(answer(manners), wall: "2026-03-07T00:10:00Z")
    #expect(short.seconds == 86_400)
    #expect(short.kinds.suffix(2) == [.skipDay, .maximum])
  }

  @Test func `skipHours that last longer than the longest interval are kept for that long`() {
    var script = ScriptedQueue(wall: "2026-03-02T00:10:00Z")
    script.add("a", limits: IntervalLimits(minimum: 600, maximum: 21_600))
    var polls: [String] = []
    for _ in 0..<3 {
      script.finish("a", answer(FeedManners(skipHours: Array(0...8))))
      #expect(script.sleep() == ["a"])
      polls.append(String(script.now.wall.rfc3339.dropFirst(11).prefix(4)))
    }
    #expect(polls.prefix(2) == ["06:1", "09:0"])
  }

  @Test func `a feed that forbids every hour or every day cannot mean it`() {
    for manners in [FeedManners(skipHours: Array(0..<24)), FeedManners(skipDays: Array(1...7))] {
      #expect(wait(answer(manners)).seconds <= 86_400)
    }
  }

  @Test func `numbers that make no sense do no harm`() {
    let wild = FeedManners(
      ttl: .max, updatePeriod: .min, skipHours: [-1, 24, 99], skipDays: [0, 8, .max])
    #expect(wait(answer(fresh: .max, wild)).seconds == 86_400)
    #expect(wait(answer(fresh: .min)).seconds >= 600)
    let limits = IntervalLimits(minimum: .min, maximum: .min)
    #expect(limits == IntervalLimits(minimum: 1, maximum: 1))
  }
}
