import BriefModel
import Testing

@testable import BriefDaemon

@Suite struct RedirectAdoptionTests {
  private func moved(_ target: String?) -> PollReport {
    PollReport(.unchanged, wasConditional: true, permanentTarget: target)
  }

  /// The days on which a redirect was adopted, polled daily with these targets.
  private func adopted(_ targets: [String?], every seconds: Int64 = 86_400) -> [String] {
    var script = ScriptedQueue()
    script.add("a")
    for target in targets {
      script.finish("a", moved(target))
      script.pass(seconds: seconds)
      script.handle(.syncRequested(SourceID("a")))
    }
    return script.adopted
  }

  @Test func `a permanent redirect is adopted once it held for seven days`() {
    #expect(adopted(Array(repeating: "b", count: 7)) == [])
    #expect(adopted(Array(repeating: "b", count: 8)) == ["b"])
  }

  @Test func `two polls a week apart are not enough, three are`() {
    #expect(adopted(["b", "b"], every: 7 * 86_400) == [])
    #expect(adopted(["b", "b", "b"], every: 7 * 86_400) == ["b"])
  }

  @Test func `a redirect that wavers begins again`() {
    #expect(adopted(["b", "b", "b", nil, "b", "b", "b", "b", "b", "b", "b"]) == [])
    #expect(adopted(["b", "b", "b", "c", "c", "c", "c", "c", "c", "c", "c"]) == ["c"])
  }

  @Test func `a failed poll neither proves nor disproves it`() {
    var script = ScriptedQueue()
    script.add("a")
    for day in 0..<8 {
      script.finish("a", day == 4 ? .failed(.timeOut) : moved("b"))
      script.pass(seconds: 86_400)
      script.handle(.syncRequested(SourceID("a")))
    }
    #expect(script.adopted == ["b"])
  }
}
