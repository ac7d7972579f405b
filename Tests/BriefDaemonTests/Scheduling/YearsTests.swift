import BriefModel
import Testing

@testable import BriefDaemon

@Suite struct YearsTests {
  static let day: Int64 = 86_400

  /// Three years with everything that goes wrong.
  private static func life(seed: UInt64) throws -> SimulatedWorld {
    var world = SimulatedWorld(seed: seed, sources: 8, hosts: 4)
    world.run(until: 60 * day)
    world.suspend(seconds: 9 * day)
    world.run(until: 120 * day)
    world.setWallClock(by: 10 * 365 * day)
    world.run(until: 150 * day)
    world.setWallClock(by: -10 * 365 * day)
    world.run(until: 200 * day)
    try world.restart()
    world.run(until: 300 * day)
    world.offline = 310 * day..<340 * day
    world.run(until: 400 * day)
    world.setWallClock(by: -10 * 365 * day)
    try world.restart()
    world.run(until: 500 * day)
    world.setWallClock(by: 10 * 365 * day)
    for id in world.publishers.keys { world.publishers[id]?.outage = 510 * day..<540 * day }
    world.run(until: 1_095 * day)
    return world
  }

  @Test(arguments: [1] as [UInt64])
  func `three years of jumps, suspends, outages and restarts breach no manners`(seed: UInt64) throws
  {
    let world = try Self.life(seed: seed)
    #expect(world.breaches == [])
    #expect(world.silent(for: 2 * Self.day) == [])
  }

  @Test func `the polls stay at the budget, through a suspend and jumps of the clock`() {
    var world = SimulatedWorld(seed: 7, sources: 8, hosts: 8)
    world.run(until: 100 * Self.day)
    world.suspend(seconds: 20 * Self.day)
    world.setWallClock(by: 10 * 365 * Self.day)
    world.run(until: 150 * Self.day)
    let before = world.polls
    world.run(until: 350 * Self.day)
    let perDay = Double(world.polls - before) / 8 / 200
    #expect((1.9...2.15).contains(perDay))
  }

  @Test func `the same seed lives the same life`() {
    func trace(_ seed: UInt64) -> UInt64 {
      var world = SimulatedWorld(seed: seed, sources: 8, hosts: 4)
      world.offline = 30 * Self.day..<35 * Self.day
      world.run(until: 100 * Self.day)
      return world.trace
    }
    #expect(trace(3) == trace(3))
    #expect(trace(3) != trace(4))
  }

  @Test func `after an outage of thirty days a source heals within a day, by itself`() {
    var world = SimulatedWorld(seed: 4, sources: 6, hosts: 6)
    world.publishers["s0"]?.outage = 40 * Self.day..<70 * Self.day
    world.run(until: 69 * Self.day)
    #expect(world.silent(for: 3 * Self.day) == ["s0"])
    #expect((world.queue.state(of: SourceID("s0"), at: world.now)?.failures ?? 0) > 20)
    world.run(until: 71 * Self.day)
    #expect(world.silent(for: Self.day) == [])
    #expect(world.queue.state(of: SourceID("s0"), at: world.now)?.failures == 0)
  }

  @Test
  func `after thirty days offline all sources are polled within the hour, and none was blamed`() {
    var world = SimulatedWorld(seed: 5, sources: 8, hosts: 8)
    world.offline = 40 * Self.day..<70 * Self.day
    world.run(until: 70 * Self.day - 1)
    #expect(world.queue.offlineSince != nil)
    let failures = world.publishers.keys.map {
      world.queue.state(of: SourceID($0), at: world.now)?.failures ?? 0
    }
    #expect(failures.allSatisfy { $0 == 0 })
    world.run(until: 70 * Self.day + 3_600)
    #expect(world.queue.offlineSince == nil)
    #expect(world.silent(for: 3_600) == [])
    #expect(world.breaches == [])
  }

  @Test func `summer and winter time leave no trace in the waits`() {
    // The nights on which European and American clocks change lie within this year; a queue that
    // knew local time would show an hour's difference between the two runs, a week apart in the
    // calendar.
    var waits: [[Int64]] = []
    for shift in [0, 364 * Self.day] {
      var world = SimulatedWorld(seed: 6, sources: 3, hosts: 3)
      world.now.wall = world.now.wall.advanced(by: shift)
      var seen: [Int64] = []
      for day in 1...100 as ClosedRange<Int64> {
        world.run(until: day * Self.day)
        seen.append(
          world.queue.explain(SourceID("s0"), at: world.now)?.next.map {
            world.now.wall.seconds(until: $0)
          } ?? -1)
      }
      waits.append(seen)
    }
    #expect(waits[0] == waits[1])
  }
}
