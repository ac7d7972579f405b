import BriefModel
import Foundation
import Testing

@testable import BriefDaemon

@Suite struct IntervalPolicyTests {
  static let day: Int64 = 86_400
  /// A Thursday, 00:00 UTC.
  static let start: Int64 = 2_800 * 7 * day

  /// Polls sources as the policy says for 84 days. `publishes` are sorted seconds; returns the
  /// polls and the delays of each source in the last 28 days.
  private func follow(_ publishes: [[Int64]], budget: Double, window: Int? = nil)
    -> (polls: [Int], delays: [[Int64]], mostAtOnce: Int)
  {
    var policy = IntervalPolicy(pollsPerSourceAndDay: budget)
    var rhythms = publishes.map { _ in Rhythm() }
    var planned = publishes.map { _ in PlannedPoll?.none }
    var last = publishes.map { _ in Timestamp?.none }
    var seen = publishes.map { _ in 0 }
    var polls = publishes.map { _ in 0 }
    var delays = publishes.map { _ in [Int64]() }
    var mostAtOnce = 0
    var heap = IndexedHeap<Int>()
    for index in publishes.indices { heap.set(index, at: Self.start + Int64(index) * 60) }
    while let next = heap.popFirst(), next.time < Self.start + 84 * Self.day {
      let (index, now) = (next.key, Timestamp(seconds: next.time))
      let counts = next.time >= Self.start + 56 * Self.day
      var moments: [Timestamp] = []
      while seen[index] < publishes[index].count, publishes[index][seen[index]] <= next.time {
        moments.append(Timestamp(seconds: publishes[index][seen[index]]))
        if counts { delays[index].append(next.time - publishes[index][seen[index]]) }
        seen[index] += 1
      }
      if counts {
        polls[index] += 1
        mostAtOnce = max(mostAtOnce, moments.count)
      }
      if last[index] == nil { policy.join(rhythms[index], at: now) }
      policy.spend(since: last[index], planned: planned[index], at: now)
      policy.learn(&rhythms[index], moments: moments, undated: 0, since: last[index], at: now)
      let wait = policy.wait(rhythms[index], window: window, longest: .max, at: now).seconds
      planned[index] = PlannedPoll(wait: wait, price: policy.budget.price)
      last[index] = now
      heap.set(index, at: next.time + wait)
    }
    return (polls, delays, mostAtOnce)
  }

  private func mean(_ values: [Int64]) -> Double {
    Double(values.reduce(0, +)) / Double(max(values.count, 1))
  }

  @Test func `a source that publishes at nine is polled after nine`() {
    let nine = (0..<84).map { Self.start + Int64($0) * Self.day + 9 * 3_600 + 40 }
    let even = (0..<84).map { Self.start + Int64($0) * Self.day + Int64($0 * 7_919 % 86_400) }
    let lived = follow([nine, even.sorted()], budget: 4)
    // A fixed interval of six hours waits three.
    #expect(mean(lived.delays[0]) < 4_500)
    #expect(mean(lived.delays[1]) < 4 * 3_600)
  }

  @Test func `the budget holds over busy and quiet sources, and the quiet do not starve`() {
    var generator = SplitMix(state: 11)
    let gaps: [Int64] = [2_000, 5_000, 20_000, 90_000, 200_000, 400_000, 600_000, 900_000]
    let publishes = gaps.map { gap in
      var moment = Self.start
      return (0..<4_000).map { _ in
        moment += 1 + Int64(generator.next() % UInt64(2 * gap))
        return moment
      }
    }
    let lived = follow(publishes, budget: 12)
    let perDay = Double(lived.polls.reduce(0, +)) / 28 / Double(gaps.count)
    #expect((11.7...12.3).contains(perDay))
    // A fixed interval waits an hour; busy ones wait less, and no quiet one waits three times that.
    for delays in lived.delays { #expect(mean(delays) < 3 * 3_600) }
    #expect(mean(lived.delays[0]) < 2_400)
    #expect(lived.polls[0] > lived.polls[7])
  }

  @Test func `a busy source is polled before entries roll off its window`() {
    let busy = (0..<84 * 96).map { Self.start + Int64($0) * 900 }
    let lived = follow([busy, [], [], []], budget: 1, window: 10)
    #expect(lived.mostAtOnce < 10)
  }

  @Test func `an hourly source waits as long whatever the minute of its poll`() {
    // At the hour, for eight weeks, seen every six hours at half past.
    var policy = IntervalPolicy(pollsPerSourceAndDay: 4)
    var rhythm = Rhythm()
    let quarter: Int64 = 6 * 3_600
    policy.join(rhythm, at: Timestamp(seconds: Self.start))
    var last: Timestamp?
    for poll in 0..<Int64(56 * 4) {
      let now = Timestamp(seconds: Self.start + poll * quarter + 1_800)
      let hours = (0..<6).map { now.advanced(by: -1_800 - (5 - $0) * 3_600) }
      policy.learn(&rhythm, moments: hours, undated: 0, since: last, at: now)
      last = now
    }
    let waits = (0..<60).map { minute in
      var (policy, rhythm) = (policy, rhythm)
      let now = Timestamp(seconds: Self.start + 56 * Self.day + Int64(minute) * 60 + 1)
      let hours = (0..<6).map {
        Timestamp(seconds: Self.start + 56 * Self.day - (5 - $0) * 3_600)
      }
      policy.learn(&rhythm, moments: hours, undated: 0, since: last, at: now)
      return policy.wait(rhythm, window: 20, longest: .max, at: now).seconds
    }
    // Twenty entries are shown, so none of the waits may come near twenty hours.
    #expect((waits.max() ?? 0) < 8 * 3_600)
    #expect((waits.max() ?? 0) < 3 * (waits.min() ?? 0) / 2)
  }

  @Test func `one source that sleeps at night keeps its budget`() {
    var generator = SplitMix(state: 5)
    var office: [Int64] = []
    for day in 0..<Int64(84) where (day + 3) % 7 < 5 {
      for _ in 0..<4 {
        office.append(
          Self.start + day * Self.day + 8 * 3_600 + Int64(generator.next() % 32_400))
      }
    }
    for budget in [12.0, 24] {
      let lived = follow([office.sorted()], budget: budget)
      let share = Double(lived.polls[0]) / 28 / budget
      #expect((0.95...1.05).contains(share), "\(share) of \(budget) polls a day")
    }
  }

  @Test func `after a burst begins, the next polls are close`() {
    var policy = IntervalPolicy(pollsPerSourceAndDay: 4)
    var rhythm = Rhythm()
    policy.join(rhythm, at: Timestamp(seconds: Self.start))
    var now = Timestamp(seconds: Self.start)
    policy.learn(&rhythm, moments: [], undated: 0, since: nil, at: now)
    for _ in 0..<30 {
      let before = now
      now = now.advanced(by: Self.day)
      policy.learn(&rhythm, moments: [], undated: 0, since: before, at: now)
    }
    let quiet = policy.wait(rhythm, window: nil, longest: .max, at: now)
    let moments = [60, 200, 400].map { now.advanced(by: 3_000 - $0) }.sorted()
    let then = now.advanced(by: 3_000)
    policy.learn(&rhythm, moments: moments, undated: 0, since: now, at: then)
    let burst = policy.wait(rhythm, window: nil, longest: .max, at: then)
    #expect(burst.seconds < quiet.seconds / 3)
    #expect(burst.reason.kind == .burst)
    #expect(quiet.reason.kind == .unlearned)
  }

  @Test func `a source that rests is not let wait for its busy weeks`() {
    let now = Timestamp(seconds: Self.start + 42 * Self.day)
    // Five a day for six weeks, and the same source with its last ten days at rest.
    let steady = (0..<Int64(210)).map { Timestamp(seconds: Self.start + $0 * Self.day / 5) }
    let rested = steady.filter { $0 < now.advanced(by: -10 * Self.day) }
    func wait(_ moments: [Timestamp]) -> Int64 {
      var policy = IntervalPolicy(pollsPerSourceAndDay: 4)
      var (rhythm, beside) = (Rhythm(), Rhythm())
      policy.join(rhythm, at: now)
      policy.join(beside, at: now)
      policy.learn(&beside, moments: steady, undated: 0, since: nil, at: now)
      policy.learn(&rhythm, moments: moments, undated: 0, since: nil, at: now)
      return policy.wait(rhythm, window: nil, longest: .max, at: now).seconds
    }
    // By the mean over weeks alone it would wait nearly three times as long.
    #expect(wait(rested) > wait(steady))
    #expect(wait(rested) < 5 * wait(steady) / 2)
  }

  @Test func `the dates of a first document teach the rhythm`() {
    var policy = IntervalPolicy(pollsPerSourceAndDay: 4)
    let now = Timestamp(seconds: Self.start + 40 * Self.day)
    var (busy, quiet) = (Rhythm(), Rhythm())
    policy.join(busy, at: now)
    policy.join(quiet, at: now)
    let daily = (1...20).map { now.advanced(by: -Int64($0) * 20_000) }
    let monthly = (1...20).map { now.advanced(by: -Int64($0) * 30 * Self.day) }
    policy.learn(&busy, moments: daily, undated: 0, since: nil, at: now)
    policy.learn(&quiet, moments: monthly, undated: 0, since: nil, at: now)
    #expect(busy.rate(at: now.seconds) > 5 * quiet.rate(at: now.seconds))
  }

  @Test func `an archive as first document makes no source busy`() {
    let now = Timestamp(seconds: Self.start)
    let gap = 3_650 * Self.day / 1_000
    var policy = IntervalPolicy(pollsPerSourceAndDay: 12)
    var rhythm = Rhythm()
    policy.join(rhythm, at: now)
    let archive = (0..<1_000).map { now.advanced(by: ($0 - 1_000) * gap) }
    policy.learn(&rhythm, moments: archive, undated: 0, since: nil, at: now)
    // One in four days; what is older adds less than one a day.
    #expect(rhythm.rate(at: now.seconds) * Double(Self.day) < 1.2)
    #expect(rhythm.seen == 35)
  }

  @Test func `a single old entry is not taken for published now`() {
    let now = Timestamp(seconds: Self.start)
    func wait(_ moments: [Timestamp]) -> Int64 {
      var policy = IntervalPolicy(pollsPerSourceAndDay: 12)
      var rhythm = Rhythm()
      policy.join(rhythm, at: now)
      policy.learn(&rhythm, moments: moments, undated: 0, since: nil, at: now)
      return policy.wait(rhythm, window: nil, longest: .max, at: now).seconds
    }
    let unknown = wait([])
    #expect(wait([now.advanced(by: -5 * 365 * Self.day)]) > 3 * unknown / 4)
    #expect(wait([now.advanced(by: -3 * Self.day)]) > unknown / 2)
    #expect(wait([now.advanced(by: -60)]) < unknown / 2)
  }

  @Test func `dates that cannot be moments of appearance are spread between the polls`() {
    var policy = IntervalPolicy()
    let now = Timestamp(seconds: Self.start)
    var rhythm = Rhythm()
    policy.learn(&rhythm, moments: [], undated: 0, since: nil, at: now)
    let wild = [Int64.min, .max, 0].map { Timestamp(seconds: $0) }
    let then = now.advanced(by: 7_200)
    policy.learn(&rhythm, moments: wild, undated: 2, since: now, at: then)
    #expect(rhythm.seen == 5)
    #expect(rhythm.asOf <= then.seconds && rhythm.asOf > now.seconds)
    #expect(
      (30...4 * Self.day).contains(
        policy.wait(rhythm, window: 0, longest: .max, at: then).seconds))
  }

  @Test func `a rhythm comes back from its stored form as it was, and a strange one does no harm`()
    throws
  {
    var policy = IntervalPolicy()
    var rhythm = Rhythm()
    let now = Timestamp(seconds: Self.start)
    policy.learn(
      &rhythm, moments: (1...9).map { now.advanced(by: -$0 * 7_000) }, undated: 0, since: nil,
      at: now)
    let stored = try JSONEncoder().encode(rhythm)
    #expect(try JSONDecoder().decode(Rhythm.self, from: stored) == rhythm)
    let strange = """
      {"asOf":-9223372036854775808,"slow":-1,"recent":[1],"credit":[],"seen":-5,
       "habit":{"counts":[1,2],"epoch":9223372036854775807,"total":3}}
      """
    var odd = try JSONDecoder().decode(Rhythm.self, from: Data(strange.utf8))
    policy.learn(&odd, moments: [now], undated: 0, since: now.advanced(by: -60), at: now)
    #expect(policy.wait(odd, window: nil, longest: 86_400, at: now).seconds <= 86_400)
    #expect(try JSONDecoder().decode(PollState.self, from: Data("{}".utf8)) == PollState())
  }

  @Test func `our exponential agrees with the C library's`() {
    for x in stride(from: 0.0, through: 50, by: 0.37) {
      #expect(abs(decay(x) / exp(-x) - 1) < 1e-9)
    }
    #expect(decay(-1) == 1)
    #expect(decay(1e9) == 0)
    #expect(decay(.nan) == 1)
  }
}
