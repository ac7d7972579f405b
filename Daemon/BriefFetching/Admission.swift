/// Which waiting transfer starts next, so that no host is burdened and none holds up another.
///
/// A value: it is told what happened and answers what to start. Hosts take turns.
struct Admission<ID: Hashable & Sendable>: Sendable {
  private enum Phase { case young, stuck, connected }

  private struct Running {
    var host: String
    var phase: Phase
    var isSuspect: Bool
  }

  private struct Host {
    var waiting = Queue<(id: ID, isPaced: Bool)>()
    var running = 0
    var isInTurn = false
    /// A transfer began there a moment ago.
    var pausedUntil: Int64?
  }

  let limits: FetchLimits
  private var hosts: [String: Host] = [:]
  private var running: [ID: Running] = [:]
  private var turns = Queue<String>()
  private var suspectTurns = Queue<String>()
  /// Hosts that could not be connected to the last time.
  private var suspects: Set<String> = []
  private var suspectsRunning = 0
  /// Young and connected transfers.
  private var busy = 0
  private var young = Queue<(id: ID, patienceEnds: Int64)>()
  /// Hosts that are paused, in the order in which their pauses end.
  private var pauses = Queue<(host: String, ends: Int64)>()
  private(set) var waitingCount = 0

  init(limits: FetchLimits) { self.limits = limits }

  var runningCount: Int { running.count }

  /// - Parameter isPaced: the host is left alone for a pause once this one began.
  mutating func add(_ id: ID, host: String, isPaced: Bool = false) {
    hosts[host, default: Host()].waiting.append((id, isPaced))
    waitingCount += 1
    giveTurn(host)
  }

  /// The next to start, which then counts as running. `nil` when nothing may start now.
  mutating func next(now: Int64) -> ID? {
    loseBurdenOfStuck(now: now)
    endPauses(now: now)
    guard busy < limits.transfers, running.count < limits.transfersWithWaiting else { return nil }
    while let host = popTurn() {
      hosts[host]?.isInTurn = false
      guard let (id, isPaced) = hosts[host]?.waiting.popFirst() else {
        discardIfIdle(host)
        continue
      }
      waitingCount -= 1
      let isSuspect = suspects.contains(host)
      hosts[host]?.running += 1
      running[id] = Running(host: host, phase: .young, isSuspect: isSuspect)
      suspectsRunning += isSuspect ? 1 : 0
      busy += 1
      young.append((id, now + limits.patience))
      if isPaced, limits.hostPauseMilliseconds > 0 {
        hosts[host]?.pausedUntil = now + limits.hostPauseMilliseconds
        pauses.append((host, now + limits.hostPauseMilliseconds))
      }
      giveTurn(host)
      return id
    }
    return nil
  }

  /// The transfer has a connection.
  mutating func connected(_ id: ID) {
    guard let entry = running[id], entry.phase != .connected else { return }
    if entry.phase == .stuck { busy += 1 }
    running[id]?.phase = .connected
    suspects.remove(entry.host)
  }

  /// The transfer is over.
  ///
  /// - Parameters:
  ///   - wasGivenUp: we ended it for a reason that has nothing to do with the host.
  ///   - wasAsked: a request was made; without one the next need not wait.
  mutating func finished(_ id: ID, wasGivenUp: Bool = false, wasAsked: Bool = true) {
    guard let entry = running.removeValue(forKey: id) else { return }
    if entry.phase != .stuck { busy -= 1 }
    if entry.isSuspect { suspectsRunning -= 1 }
    if entry.phase != .connected, !wasGivenUp { suspects.insert(entry.host) }
    hosts[entry.host]?.running -= 1
    if !wasAsked { hosts[entry.host]?.pausedUntil = nil }
    giveTurn(entry.host)
    discardIfIdle(entry.host)
  }

  /// When `next` may answer otherwise though nothing happens; `nil` when never.
  mutating func nextChange() -> Int64? {
    guard waitingCount > 0 else { return nil }
    let pause = pauses.first?.ends
    while let first = young.first {
      if running[first.id]?.phase == .young { return min(first.patienceEnds, pause ?? .max) }
      _ = young.popFirst()
    }
    return pause
  }

  private mutating func loseBurdenOfStuck(now: Int64) {
    while let first = young.first, first.patienceEnds <= now {
      _ = young.popFirst()
      guard running[first.id]?.phase == .young else { continue }
      running[first.id]?.phase = .stuck
      busy -= 1
    }
  }

  private mutating func endPauses(now: Int64) {
    while let first = pauses.first, first.ends <= now {
      _ = pauses.popFirst()
      guard hosts[first.host]?.pausedUntil == first.ends else { continue }
      hosts[first.host]?.pausedUntil = nil
      giveTurn(first.host)
      discardIfIdle(first.host)
    }
  }

  private mutating func giveTurn(_ host: String) {
    guard let state = hosts[host], !state.isInTurn, state.pausedUntil == nil,
      !state.waiting.isEmpty, state.running < limits.transfersPerHost
    else { return }
    hosts[host]?.isInTurn = true
    if suspects.contains(host) { suspectTurns.append(host) } else { turns.append(host) }
  }

  private mutating func popTurn() -> String? {
    if let host = turns.popFirst() { return host }
    return suspectsRunning < limits.suspectTransfers ? suspectTurns.popFirst() : nil
  }

  private mutating func discardIfIdle(_ host: String) {
    if let state = hosts[host], state.running <= 0, state.waiting.isEmpty, !state.isInTurn,
      state.pausedUntil == nil
    {
      hosts[host] = nil
    }
  }
}
