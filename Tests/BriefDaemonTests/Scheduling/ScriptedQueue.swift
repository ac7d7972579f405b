import BriefModel

@testable import BriefDaemon

/// A queue with a scripted clock: the test says what happens, this keeps what was asked for.
struct ScriptedQueue {
  var queue: PollQueue
  var now: Moment
  private(set) var notes: [PollNote] = []
  private(set) var recorded: [String] = []
  private(set) var adopted: [String] = []
  private(set) var sleepUntil: Int64?
  private var random: UInt64

  init(
    policy: SchedulingPolicy = SchedulingPolicy(), wall: String = "2026-03-02T08:00:00Z",
    seed: UInt64 = 1
  ) {
    queue = PollQueue(policy: policy)
    now = Moment(wall: Timestamp(rfc3339: wall) ?? Timestamp(seconds: 0), uptime: 0)
    random = seed
  }

  /// Hands the event in and returns the polls to start.
  @discardableResult
  mutating func handle(_ event: PollEvent) -> [String] { polls(of: event).map(\.0) }

  mutating func polls(of event: PollEvent) -> [(String, Bool)] {
    random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var polls: [(String, Bool)] = []
    for action in queue.handle(event, at: now, random: random) {
      switch action {
      case .poll(let id, let unconditional): polls.append((id.rawValue, unconditional))
      case .note(let note): notes.append(note)
      case .recordState(let id): recorded.append(id.rawValue)
      case .recordHost: break
      case .adoptRedirect(_, let target): adopted.append(target)
      case .sleep(let until): sleepUntil = until
      }
    }
    return polls
  }

  @discardableResult
  mutating func add(
    _ id: String, host: String = "a.example", limits: IntervalLimits = IntervalLimits(),
    state: PollState? = nil
  ) -> [String] {
    handle(.sourceAdded(ScheduledSource(id: SourceID(id), host: host, limits: limits), state))
  }

  @discardableResult
  mutating func finish(_ id: String, _ report: PollReport) -> [String] {
    handle(.pollFinished(SourceID(id), report))
  }

  mutating func pass(seconds: Int64) { pass(milliseconds: seconds * 1000) }

  mutating func pass(milliseconds: Int64) {
    let before = now.uptime
    now.uptime += milliseconds
    now.wall = now.wall.advanced(by: now.uptime / 1000 - before / 1000)
  }

  /// Sleeps as asked, and returns what is polled then.
  mutating func sleep() -> [String] {
    guard let sleepUntil, sleepUntil > now.uptime else { return handle(.woke) }
    pass(milliseconds: sleepUntil - now.uptime)
    return handle(.woke)
  }

  /// Seconds until the planned next poll of `id`.
  func wait(_ id: String) -> Int64? {
    queue.explain(SourceID(id), at: now)?.next.map { now.wall.seconds(until: $0) }
  }

  func state(_ id: String) -> PollState? { queue.state(of: SourceID(id), at: now) }

  func kinds(_ id: String) -> [PollReason.Kind] {
    queue.explain(SourceID(id), at: now)?.reasons.map(\.kind) ?? []
  }
}

extension PollReport {
  static let notModified = PollReport(.unchanged, wasConditional: true, wasNotModified: true)
  static func failed(_ failure: PollFailure) -> PollReport { PollReport(.failed(failure)) }
}
