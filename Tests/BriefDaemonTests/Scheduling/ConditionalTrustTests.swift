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

  /// What a server answers that refuses whatever carries validators.
  private func refusing(_ unconditional: Bool, _ change: Bool = false) -> PollReport {
    guard !unconditional else {
      return PollReport(change ? .changed(moments: [], undated: 1) : .unchanged)
    }
    var report = PollReport(.failed(.status), wasConditional: true)
    report.doubtsCondition = true
    return report
  }

  @Test func `after a conditional request that failed the next goes without validators`() {
    var script = ScriptedQueue()
    script.add("a")
    script.finish("a", change)
    var asked: [Bool] = []
    for _ in 0..<40 {
      script.pass(seconds: 7 * 3_600)
      let unconditional = script.polls(of: .syncRequested(SourceID("a"))).first?.1 == true
      asked.append(unconditional)
      script.finish("a", refusing(unconditional, true))
    }
    // Refused, asked without once; refused, 5 times; refused, 20 times, and then every 20th poll tries again.
    let refused = asked.indices.filter { !asked[$0] }
    #expect(refused == [0, 2, 8, 29])
    #expect(!script.notes.contains(.notModifiedLied(SourceID("a"))))
  }

  @Test func `an outage costs one body, and validators are sent again after it`() {
    var script = ScriptedQueue()
    script.add("a")
    script.finish("a", change)
    func poll(_ answer: (Bool) -> PollReport) -> Bool {
      script.pass(seconds: 3 * 86_400)
      let unconditional = script.polls(of: .syncRequested(SourceID("a"))).first?.1 == true
      script.finish("a", answer(unconditional))
      return unconditional
    }
    #expect(!poll { refusing($0) })
    for _ in 0..<3 { #expect(poll { _ in .failed(.status) }) }
    #expect(poll { refusing($0) })
    #expect(!poll { _ in .notModified })
    #expect(script.state("a")?.trust.refusals == nil)
    #expect(!poll { refusing($0) })
    #expect(script.state("a")?.trust.plainLeft == 1)
  }
}
