import BriefModel
import Testing

@testable import BriefDaemon

@Suite struct ConditionalTrustTests {
  private let change = PollReport(.changed(moments: [], undated: 1), wasConditional: false)

  @Test func `a server that answers 304 to everything is found out within twenty polls`() {
    var script = ScriptedQueue()
    script.add("a")
    script.finish("a", change)
    script.pass(seconds: 60)
    var conditional: [Int] = []
    var since = 0
    while conditional.count < 4 {
      let poll = script.polls(of: .syncRequested(SourceID("a")))
      #expect(poll.count == 1)
      if poll.first?.1 == true {
        conditional.append(since)
        since = 0
        script.finish("a", change)  // it had news all the time
      } else {
        since += 1
        script.finish("a", .notModified)
      }
      script.pass(seconds: 60)
    }
    #expect(conditional == [19, 4, 1, 1])
    #expect(script.notes.contains(.notModifiedLied(SourceID("a"))))
  }

  @Test func `a change found by a conditional poll clears the server`() {
    var trust = ConditionalTrust()
    trust.suspicions = 2
    trust.whole(wasConditional: true, changed: true, at: Timestamp(seconds: 0))
    #expect(trust.suspicions == 0)
  }

  @Test func `a source that is polled daily is probed weekly`() {
    var trust = ConditionalTrust()
    trust.whole(wasConditional: false, changed: true, at: Timestamp(seconds: 0))
    let policy = ConditionalTrust.Policy()
    var days: [Int64] = []
    for day in 1...21 as ClosedRange<Int64> {
      let now = Timestamp(seconds: day * 86_400)
      if trust.wantsProbe(at: now, policy: policy) {
        days.append(day)
        trust.whole(wasConditional: false, changed: false, at: now)
      } else {
        trust.notModified()
      }
    }
    #expect(days == [7, 14, 21])
  }
}
