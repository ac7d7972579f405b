import Testing

@testable import BriefFetching

@Suite struct AdmissionTests {
  static func limits(_ change: (inout FetchLimits) -> Void = { _ in }) -> FetchLimits {
    var limits = FetchLimits()
    limits.transfers = 4
    limits.transfersWithWaiting = 8
    limits.suspectTransfers = 2
    change(&limits)
    return limits
  }

  func startAll(_ admission: inout Admission<Int>, now: Int64 = 0) -> [Int] {
    var started: [Int] = []
    while let id = admission.next(now: now) { started.append(id) }
    return started
  }

  @Test func `a host has two transfers at once, and the hosts take turns`() {
    var admission = Admission<Int>(limits: Self.limits())
    for id in 0..<6 { admission.add(id, host: "a") }
    for id in 6..<8 { admission.add(id, host: "b") }
    #expect(startAll(&admission) == [0, 6, 1, 7])
    admission.finished(1)
    admission.finished(6)
    #expect(startAll(&admission) == [2])
    #expect(admission.waitingCount == 3)
  }

  @Test func `a host is left alone for the pause between two starts, and other hosts go on`() {
    var admission = Admission<Int>(limits: Self.limits())
    for id in 0..<3 { admission.add(id, host: "a", isPaced: true) }
    admission.add(3, host: "b", isPaced: true)
    #expect(startAll(&admission) == [0, 3])
    admission.connected(0)
    admission.connected(3)
    #expect(admission.nextChange() == 1_000)
    admission.finished(0)
    #expect(startAll(&admission, now: 999).isEmpty)
    #expect(startAll(&admission, now: 1_000) == [1])
    // What was not asked spares nobody a request.
    admission.finished(1, wasGivenUp: true, wasAsked: false)
    #expect(startAll(&admission, now: 1_001) == [2])
    admission.finished(2)
    admission.add(4, host: "a", isPaced: true)
    #expect(startAll(&admission, now: 2_000).isEmpty)
    #expect(startAll(&admission, now: 2_001) == [4])
  }

  @Test func `no more transfers than allowed are under way`() {
    var admission = Admission<Int>(limits: Self.limits())
    for id in 0..<10 { admission.add(id, host: "host \(id)") }
    #expect(startAll(&admission) == [0, 1, 2, 3])
    for id in 0..<4 { admission.connected(id) }
    #expect(startAll(&admission, now: 1000).isEmpty)
    admission.finished(2)
    #expect(startAll(&admission, now: 1000) == [4])
  }

  @Test func `a transfer that does not connect gives its place to another`() {
    var admission = Admission<Int>(limits: Self.limits())
    for id in 0..<12 { admission.add(id, host: "host \(id)") }
    #expect(startAll(&admission) == [0, 1, 2, 3])
    #expect(admission.nextChange() == 20)
    #expect(startAll(&admission, now: 19).isEmpty)
    #expect(startAll(&admission, now: 20) == [4, 5, 6, 7])
    // All eight places are taken now, however patient one is.
    #expect(startAll(&admission, now: 100).isEmpty)
    admission.connected(0)
    admission.finished(0)
    #expect(startAll(&admission, now: 101) == [8])
  }

  @Test func `hosts that were dead the last time cannot take every place`() {
    var admission = Admission<Int>(limits: Self.limits())
    for id in 0..<4 { admission.add(id, host: "dead \(id)") }
    #expect(startAll(&admission) == [0, 1, 2, 3])
    for id in 0..<4 { admission.finished(id) }
    for id in 0..<4 { admission.add(id, host: "dead \(id)") }
    admission.add(10, host: "alive")
    #expect(startAll(&admission) == [10, 0, 1])
    admission.connected(0)
    admission.finished(0)
    #expect(startAll(&admission) == [2])
  }

  @Test func `a transfer that we gave up does not make its host suspect`() {
    var admission = Admission<Int>(limits: Self.limits())
    for id in 0..<3 { admission.add(id, host: "host \(id)") }
    _ = startAll(&admission)
    for id in 0..<3 { admission.finished(id, wasGivenUp: true) }
    for id in 0..<3 { admission.add(id, host: "host \(id)") }
    #expect(startAll(&admission) == [0, 1, 2])
  }

  @Test func `nothing is left behind, whatever the order of events`() {
    var generator = SeededGenerator(seed: 7)
    var admission = Admission<Int>(limits: Self.limits())
    var running: [Int] = []
    var started = 0
    for step in 0..<20_000 {
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: admission.add(step, host: "host \(Int.random(in: 0..<9, using: &generator))")
      case 1: if let id = running.randomElement(using: &generator) { admission.connected(id) }
      case 2:
        if let place = running.indices.randomElement(using: &generator) {
          admission.finished(running.remove(at: place), wasGivenUp: Bool.random(using: &generator))
        }
      default:
        if let id = admission.next(now: Int64(step)) {
          running.append(id)
          started += 1
        }
      }
      #expect(admission.runningCount == running.count && running.count <= 8)
    }
    while admission.waitingCount > 0 || !running.isEmpty {
      for id in running { admission.finished(id) }
      running = startAll(&admission, now: 100_000)
      started += running.count
    }
    #expect(started > 4000)
    #expect(admission.next(now: 200_000) == nil && admission.nextChange() == nil)
  }
}

/// The same numbers on every machine (splitmix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
