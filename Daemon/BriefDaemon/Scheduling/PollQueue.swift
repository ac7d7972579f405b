import BriefModel

/// Which source is polled when. A value: events go in, actions come out; the caller owns the clock,
/// the randomness, the network and the store.
///
/// A source is in one of four places: nowhere (paused, retired), in `due` (its time has not come),
/// among its host's `waiting` (its time has come, its host has no room), or in `flying`. A host
/// stands in `readyHosts` while something waits there and a transfer is free, at the time when it
/// may start one. Every event moves a source a constant number of times between heaps: O(log n).
package struct PollQueue: Sendable {
  struct Slot: Sendable {
    var source: ScheduledSource
    var state: PollState
    /// Got no answer while the network was gone, and none since.
    var wasExcused = false
    /// A person asked: poll once although it is paused.
    var isRequested = false
    /// Asked for while it was under way: what came since that began is not in it.
    var isRequestedAgain = false
  }

  package let policy: SchedulingPolicy
  var slots = RowTable<Slot>()
  var due = IndexedHeap<SourceID>()
  var hosts: [String: HostQueue] = [:]
  var readyHosts = IndexedHeap<String>()
  /// The host that each transfer under way goes to.
  var flying: [SourceID: String] = [:]
  var network = NetworkWatch()
  var intervals: IntervalPolicy
  private var last: Moment?
  private var plannedWake: Int64?

  package init(
    policy: SchedulingPolicy = SchedulingPolicy(), intervals: IntervalPolicy = IntervalPolicy()
  ) {
    self.policy = policy
    self.intervals = intervals
  }

  /// Makes room for so many sources at once.
  package mutating func reserve(_ count: Int) { slots.reserve(count) }

  /// Takes one event in and says what to do. `random` feeds the jitter: any 64 bits.
  package mutating func handle(_ event: PollEvent, at moment: Moment, random: UInt64)
    -> [PollAction]
  {
    var turn = Turn(now: moment, chance: Chance(random))
    readClocks(&turn)
    switch event {
    case .sourceAdded(let source, let state): add(source, state: state, &turn)
    case .sourceRemoved(let id): remove(id, &turn)
    case .sourcePaused(let id):
      change(id, &turn) { $0.isPaused = true }
    case .sourceResumed(let id):
      change(id, &turn) {
        $0.isPaused = false
        $0.retiredAt = nil
      }
    case .syncRequested(let id): request(id, &turn)
    case .pollFinished(let id, let report): finish(id, report, &turn)
    case .hostRestored(let host, let state): restore(host, state, &turn)
    case .networkWentAway:
      if !network.isAway { turn.actions.append(.note(.networkLost)) }
      network.wentAway(at: turn.now, policy: policy)
    case .networkReturned: networkIsBack(since: nil, &turn)
    case .woke: break
    }
    dispatch(&turn)
    plannedWake = nextWake()
    turn.actions.append(.sleep(until: plannedWake))
    return turn.actions
  }

  /// A long pause of the machine makes many polls overdue at once: they are spread. A wall clock
  /// that was set moves no poll, since the queue runs on uptime.
  private mutating func readClocks(_ turn: inout Turn) {
    defer { last = turn.now }
    guard let last else { return }
    turn.now.uptime = max(turn.now.uptime, last.uptime)
    let elapsed = turn.now.uptime.minusSaturating(last.uptime) / 1000
    let drift = last.wall.seconds(until: turn.now.wall).minusSaturating(elapsed)
    if drift > policy.clockTolerance || drift < -policy.clockTolerance {
      turn.actions.append(.note(.clockJumped(by: drift)))
    }
    let late = plannedWake.map { turn.now.uptime.minusSaturating($0) / 1000 } ?? 0
    guard late > policy.oversleep else { return }
    turn.actions.append(.note(.overslept(by: late)))
    while let first = due.first, first.time <= turn.now.uptime {
      due.set(first.key, at: catchUpTime(first.key, turn))
      slots[first.key]?.state.reasons.append(PollReason(.catchUp))
    }
  }

  /// When `id` is polled if it is overdue now: at random within a window that grows with the number
  /// of sources.
  func catchUpTime(_ id: SourceID, _ turn: Turn) -> Int64 {
    let window = min(
      policy.longestCatchUp.timesSaturating(1000),
      policy.catchUpMillisecondsPerSource.timesSaturating(Int64(slots.count)))
    // One millisecond at least: what is spread must not be taken for overdue in the same turn.
    return turn.now.uptime.plusSaturating(
      1 + Int64(Double(window) * turn.chance.fraction(for: id)))
  }
}

/// One turn of the queue: what `handle` was given, and the actions so far.
struct Turn {
  var now: Moment
  let chance: Chance
  var actions: [PollAction] = []

  init(now: Moment, chance: Chance) {
    self.now = now
    self.chance = chance
  }
}
