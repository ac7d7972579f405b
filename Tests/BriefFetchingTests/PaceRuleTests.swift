import Testing

@testable import BriefFetching

@Suite struct PaceRuleTests {
  let policy = RequestPolicy()

  @Test func `connecting, answering and the whole have their time-outs`() {
    var pace = PaceRule(started: 1000, deadline: 51_000)
    #expect(pace.check(now: 15_999, received: 0, policy: policy) == nil)
    #expect(pace.check(now: 16_000, received: 0, policy: policy) == .connecting)
    pace.connected = 2000
    #expect(pace.check(now: 31_999, received: 0, policy: policy) == nil)
    #expect(pace.check(now: 32_000, received: 0, policy: policy) == .answering)
    #expect(pace.check(now: 51_000, received: 1 << 20, policy: policy) == .total)
  }

  @Test func `a body must bring a thousand bytes in ten seconds`() {
    var pace = PaceRule(started: 0, deadline: 50_000)
    pace.connected = 10
    pace.answered = 100
    #expect(pace.check(now: 10_099, received: 0, policy: policy) == nil)
    var standing = pace
    #expect(standing.check(now: 10_100, received: 999, policy: policy) == .body)
    #expect(pace.check(now: 10_100, received: 1000, policy: policy) == nil)
    // The next period counts anew: what came before is spent.
    #expect(pace.check(now: 20_099, received: 1000, policy: policy) == nil)
    #expect(pace.check(now: 20_100, received: 1999, policy: policy) == .body)
  }
}
