import BriefModel
import Foundation

@testable import BriefDaemon

/// A machine, its network and its publishers, on scripted clocks and one seed: whole years in
/// seconds. It answers the queue's polls, breaks things by plan, and writes down every breach of
/// the manners.
struct SimulatedWorld {
  struct Publisher {
    var host: String
    /// Seconds between two publications, in the mean.
    var gap: Double
    var next: Int64 = 0
    var hasNews = false
    /// Failing since and until, uptime in seconds.
    var outage: Range<Int64> = 0..<0
    var lastGood: Int64?
    var isFlying = false
  }

  static let limits = IntervalLimits(minimum: 3_600, maximum: 86_400)
  static let began = Timestamp(rfc3339: "2026-01-01T00:00:00Z") ?? Timestamp(seconds: 0)

  var queue: PollQueue
  var now = Moment(wall: began, uptime: 0)
  var publishers: [String: Publisher] = [:]
  var breaches: [String] = []
  var polls = 0
  var trace: UInt64 = 0
  /// Uptime in seconds during which the machine has no network.
  var offline: Range<Int64> = 0..<0
  private var closed: [String: Int64] = [:]
  private var lastStart: [String: Int64] = [:]
  private var transfers: [(end: Int64, id: String)] = []
  private var sleepUntil: Int64?
  private var generator: SplitMix

  init(seed: UInt64, sources: Int, hosts: Int) {
    generator = SplitMix(state: seed)
    queue = PollQueue(intervals: IntervalPolicy(pollsPerSourceAndDay: 2))
    for index in 0..<sources {
      let id = "s\(index)"
      publishers[id] = Publisher(
        host: "h\(index % hosts).example", gap: Double(index % 5 + 1) * 40_000)
      handle(.sourceAdded(source(id), nil))
    }
  }

  private func source(_ id: String) -> ScheduledSource {
    ScheduledSource(
      id: SourceID(id), host: publishers[id]?.host ?? "", limits: Self.limits)
  }

  var seconds: Int64 { now.uptime / 1000 }

  /// Lives until `uptime` seconds.
  mutating func run(until end: Int64) {
    while seconds < end {
      let transfer = transfers.map(\.end).min() ?? .max
      let next = min(sleepUntil ?? .max, transfer, end * 1000)
      pass(milliseconds: max(0, next - now.uptime))
      if transfer <= now.uptime, let index = transfers.firstIndex(where: { $0.end == transfer }) {
        let done = transfers.remove(at: index)
        publishers[done.id]?.isFlying = false
        let report = answer(done.id)
        handle(.pollFinished(SourceID(done.id), report))
      } else {
        handle(.woke)
      }
    }
    checkNobodyIsForgotten()
  }

  mutating func pass(milliseconds: Int64) {
    let before = seconds
    now.uptime += milliseconds
    now.wall = now.wall.advanced(by: seconds - before)
  }

  /// The machine sleeps; transfers under way are cut off when it wakes.
  mutating func suspend(seconds: Int64) { pass(milliseconds: seconds * 1000) }

  mutating func setWallClock(by seconds: Int64) { now.wall = now.wall.advanced(by: seconds) }

  mutating func handle(_ event: PollEvent) {
    for action in queue.handle(event, at: now, random: generator.next()) {
      switch action {
      case .poll(let id, _): start(id.rawValue)
      case .sleep(let until): sleepUntil = until
      case .recordState, .recordHost, .adoptRedirect, .note: break
      }
    }
    if sleepUntil == nil, transfers.isEmpty, !queue.sourceIDs.isEmpty {
      breaches.append("asleep for ever at \(seconds)")
    }
  }

  private mutating func start(_ id: String) {
    guard let host = publishers[id]?.host else { return }
    polls += 1
    for byte in id.utf8 { trace = (trace ^ UInt64(byte)) &* 0x100_0000_01b3 }
    trace = (trace ^ UInt64(bitPattern: now.uptime)) &* 0x100_0000_01b3
    if publishers[id]?.isFlying == true { breaches.append("\(id) polled twice at once") }
    publishers[id]?.isFlying = true
    let there = transfers.count { publishers[$0.id]?.host == host }
    if there >= queue.policy.transfersPerHost { breaches.append("\(host) crowded at \(seconds)") }
    if let last = lastStart[host], now.uptime - last < queue.policy.hostPauseMilliseconds {
      breaches.append("\(host) hurried at \(seconds)")
    }
    if let until = closed[host], now.uptime < until { breaches.append("\(host) not left alone") }
    if let last = publishers[id]?.lastGood, seconds - last < Self.limits.minimum {
      breaches.append("\(id) polled again after \(seconds - last) s")
    }
    lastStart[host] = now.uptime
    transfers.append((now.uptime + Int64(generator.next() % 20_000) + 50, id))
  }

  private mutating func answer(_ id: String) -> PollReport {
    guard var publisher = publishers[id] else { return PollReport(.abandoned) }
    defer { publishers[id] = publisher }
    if offline.contains(seconds) { return .failed(.name) }
    if publisher.outage.contains(seconds) { return .failed(.connection) }
    switch generator.next() % 200 {
    case 0:
      let wait = Int64(generator.next() % 7_200)
      closed[publisher.host] = max(closed[publisher.host] ?? 0, now.uptime + wait * 1000)
      return PollReport(.askedToWait(wait))
    case 1: return .failed(.status)
    case 2: return .failed(.timeOut)
    default: break
    }
    var moments: [Timestamp] = []
    while publisher.next <= seconds {
      moments.append(now.wall.advanced(by: publisher.next - seconds))
      let chance = Double(generator.next() >> 11) / 9_007_199_254_740_992
      publisher.next += 1 + Int64(2 * chance * publisher.gap)
      if moments.count > 500 { publisher.next = seconds + 1 }
    }
    publisher.lastGood = seconds
    return moments.isEmpty
      ? .notModified : PollReport(.changed(moments: moments, undated: 0), wasConditional: true)
  }

  /// Stops the daemon and starts another from what was stored.
  mutating func restart() throws {
    let states = try publishers.keys.sorted().map {
      ($0, try JSONEncoder().encode(queue.state(of: SourceID($0), at: now)))
    }
    let hosts = try Set(publishers.values.map(\.host)).sorted().map {
      ($0, try JSONEncoder().encode(queue.hostState(of: $0, at: now)))
    }
    let intervals = try JSONEncoder().encode(queue.intervals)
    transfers = []
    for id in publishers.keys { publishers[id]?.isFlying = false }
    queue = PollQueue(
      intervals: try JSONDecoder().decode(IntervalPolicy.self, from: intervals))
    now.uptime += 1_000
    for (host, stored) in hosts {
      if let state = try JSONDecoder().decode(HostState?.self, from: stored) {
        handle(.hostRestored(host, state))
      }
    }
    for (id, stored) in states {
      handle(.sourceAdded(source(id), try JSONDecoder().decode(PollState?.self, from: stored)))
    }
  }

  private mutating func checkNobodyIsForgotten() {
    for id in publishers.keys.sorted() where publishers[id]?.isFlying == false {
      let next = queue.explain(SourceID(id), at: now)?.next
      let wait = next.map { now.wall.seconds(until: $0) } ?? .max
      if wait > 86_400 { breaches.append("\(id) next in \(wait) s at \(seconds)") }
    }
  }

  /// Sources without a good poll in the last `seconds`.
  func silent(for limit: Int64) -> [String] {
    publishers.filter { seconds - ($0.value.lastGood ?? 0) > limit }.map(\.key).sorted()
  }
}

/// Repeatable random numbers.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
