import BriefModel
import Testing

@testable import BriefDaemon

@Suite struct BackOffTests {
  @Test func `errors back off from a minute to a day and heal with the first answer`() {
    var script = ScriptedQueue()
    script.add("a")
    var waits: [Int64] = []
    for _ in 0..<14 {
      script.finish("a", .failed(.status))
      waits.append(script.wait("a") ?? 0)
      #expect(script.sleep() == ["a"])
    }
    let least: [Int64] = [
      60, 120, 240, 480, 960, 1920, 3840, 7680, 15360, 30720, 61440, 69120, 69120, 69120,
    ]
    for (wait, least) in zip(waits, least) {
      #expect(wait >= least && wait <= least + least / 4)
    }
    script.finish("a", .notModified)
    #expect(script.notes.last == .sourceRecovered(SourceID("a"), failures: 14))
    #expect(script.state("a")?.failures == 0)
    #expect(script.wait("a") ?? 0 <= 86_400)
  }

  @Test func `our own trouble is no failure of the source`() {
    var script = ScriptedQueue()
    script.add("a")
    script.finish("a", .failed(.ours))
    #expect(script.state("a")?.failures == 0)
    #expect((60...75).contains(script.wait("a") ?? 0))
  }
}
