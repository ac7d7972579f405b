import BriefDaemon
import BriefModel
import Foundation

/// What one event costs the poll queue, by the number of sources: CPU time, so that a busy machine
/// does not matter, and as a ratio to the smallest. `O(log n)` shows as a slow growth.
enum Scaling {
  static func run() -> Int32 {
    print("sources  microseconds a poll  ratio")
    var smallest: Double?
    for count in [100, 1_000, 10_000, 50_000] {
      let cost = cost(of: count)
      smallest = smallest ?? cost
      print(String(format: "%7d %20.2f %6.2f", count, cost, cost / (smallest ?? cost)))
    }
    return 0
  }

  private static func cost(of count: Int) -> Double {
    var queue = PollQueue(policy: .atOnce)
    var now = Moment(wall: Timestamp(seconds: 1_767_225_600), uptime: 0)
    var sleepUntil: Int64?
    var flying: [SourceID] = []
    var random: UInt64 = 1
    func turn(_ event: PollEvent) {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      for action in queue.handle(event, at: now, random: random) {
        switch action {
        case .poll(let id, _): flying.append(id)
        case .sleep(let until): sleepUntil = until
        default: break
        }
      }
    }
    for index in 0..<count {
      let id = SourceID("source-\(index)")
      turn(.sourceAdded(ScheduledSource(id: id, host: "h\(index / 3).example"), nil))
    }
    var polls = 0
    var began = clock()
    // The first round only fills the heaps.
    while polls < count + 20_000 {
      if polls <= count { began = clock() }
      if let id = flying.popLast() {
        polls += 1
        turn(.pollFinished(id, PollReport(.unchanged, wasConditional: true, wasNotModified: true)))
      } else {
        now.uptime = max(now.uptime, sleepUntil ?? now.uptime)
        now.wall = Timestamp(seconds: 1_767_225_600 + now.uptime / 1_000)
        turn(.woke)
      }
    }
    return Double(clock() - began) / Double(CLOCKS_PER_SEC) * 1e6 / Double(polls - count)
  }
}
