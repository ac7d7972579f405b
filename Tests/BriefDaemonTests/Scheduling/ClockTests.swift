import BriefModel
import Testing

@testable import BriefDaemon

@Suite struct ClockTests {
  static let decade: Int64 = 10 * 365 * 86_400

  /// Fifty sources on hosts of their own, polled well once.
  private func polled() -> ScriptedQueue {
    var script = ScriptedQueue()
    for index in 0..<50 {
      for id in script.add("s\(index)", host: "h\(index).example") {
        script.finish(id, .notModified)
      }
    }
    for _ in 0..<40 { for id in script.sleep() { script.finish(id, .notModified) } }
    return script
  }

  @Test(arguments: [decade, -decade, Int64.max / 2, Int64.min / 2])
  func `a wall clock that jumps makes no poll late and none early`(jump: Int64) {
    var script = polled()
    let due = (0..<50).map { script.wait("s\($0)") }
    script.now.wall = script.now.wall.advanced(by: jump)
    #expect(script.handle(.woke) == [])
    #expect(script.notes.contains { if case .clockJumped = $0 { true } else { false } })
    #expect((0..<50).map { script.wait("s\($0)") } == due)
    for _ in 0..<50 {
      for id in script.sleep() {
        script.finish(id, .notModified)
        #expect(script.wait(id) ?? 0 <= 86_400)
      }
    }
  }

  @Test(arguments: [decade, -decade])
  func `what was learned under a wrong clock heals with the right one`(jump: Int64) {
    var script = polled()
    for step in [jump, -jump] {
      script.now.wall = script.now.wall.advanced(by: step)
      for _ in 0..<100 {
        for id in script.sleep() {
          script.finish(
            id, PollReport(.changed(moments: [script.now.wall.advanced(by: -5)], undated: 0)))
          #expect((300...86_400).contains(script.wait(id) ?? 0))
        }
      }
    }
  }

  @Test func `after a suspend of a week the late polls are spread, not all at once`() {
    var script = polled()
    script.pass(seconds: 7 * 86_400)
    #expect(script.handle(.woke) == [])
    #expect(script.notes.contains { if case .overslept = $0 { true } else { false } })
    let began = script.now.uptime
    var late = Set<String>()
    for _ in 0..<200 where late.count < 50 {
      for id in script.sleep() {
        late.insert(id)
        script.finish(id, .notModified)
      }
    }
    #expect(late.count == 50)
    #expect((1_000...5_000).contains(script.now.uptime - began))
  }

  @Test(arguments: [decade, -decade, 3_600, -3_600])
  func `a start after the clock was set polls everything within its longest interval`(jump: Int64) {
    let before = polled()
    let states = (0..<50).compactMap { before.state("s\($0)") }
    var script = ScriptedQueue(seed: 5)
    script.now.wall = before.now.wall.advanced(by: jump)
    var atOnce = 0
    for (index, state) in states.enumerated() {
      atOnce += script.add("s\(index)", host: "h\(index).example", state: state).count
    }
    #expect(atOnce == 0)
    for index in 0..<50 { #expect(script.wait("s\(index)") ?? .max <= 86_400) }
  }

  @Test func `daylight saving does not exist here`() {
    // Both nights on which Europe's clocks change: the waits of a source without history are equal.
    let waits = ["2026-03-29T00:30:00Z", "2026-10-25T00:30:00Z", "2026-06-15T00:30:00Z"].map {
      var script = ScriptedQueue(wall: $0)
      script.add("a")
      script.finish("a", .notModified)
      return script.wait("a")
    }
    #expect(Set(waits).count == 1)
  }

  @Test func `an uptime that goes back is taken for standing still`() {
    var script = polled()
    script.now.uptime -= 10_000_000
    #expect(script.handle(.woke) == [])
    #expect(script.sleepUntil != nil)
  }
}
