import BriefAlerting
import BriefModel
import BriefWriting

/// Sends one channel's alerts: claims a window, sends it, records how it ended while claiming the
/// next. Runs in a task of its own, so that whatever happens to its receiver happens to it alone.
struct ChannelDelivery {
  let channel: any Channel
  let writer: StoreWriter
  let clock: any DaemonClock
  let policy: DeliveryPolicy
  let times: SendingTimes
  let chance: @Sendable () -> Double
  let bell: DeliveryBell
  /// Where to tell that alerts of this channel were parked.
  let confidant: ChannelID?
  let onStep: @Sendable (DeliveryTally) -> Void
  /// Told of the first failure of the store in a row; the next ones are of the same cause, as a rule.
  let onTrouble: @Sendable (ChannelID, any Error) -> Void

  enum Goal: Sendable {
    /// Until the task is cancelled.
    case service
    /// Until nothing is due.
    case drain
  }

  func run(_ goal: Goal) async {
    guard var state = await remembered() else { return }
    while true {
      let now = clock.moment
      await state.clock.follow(now, channel: channel.id, writer: writer)
      let claim = Task.isCancelled ? ClaimRequest(limit: 0) : state.line.claim(at: now)
      guard let step = await advance(&state, claim: claim) else { return }
      if !step.claimed.isEmpty {
        await send(step.claimed, &state)
      } else if step.parked > 0, !Task.isCancelled {
        // What could not be sent stood before others that can be.
        continue
      } else if Task.isCancelled || goal == .drain {
        return
      } else {
        await bell.wait(channel.id, milliseconds: pause(state.line, step, at: now))
      }
    }
  }

  private struct Progress {
    var line: ChannelLine
    var clock: ClockWatch
    /// Attempts that are not recorded yet.
    var attempts: [AttemptRecord] = []
    var record = ChannelRecord.unchanged
    var storeFailures = 0
  }

  private func remembered() async -> Progress? {
    let now = clock.moment
    // What cannot be read is as good as nothing: the channel begins afresh.
    let memory = (try? await writer.memory(of: channel.id, at: now.wall)) ?? ChannelMemory()
    return Progress(
      line: ChannelLine(policy: policy, memory: memory, at: now),
      clock: ClockWatch(now, tolerance: policy.clockTolerance))
  }

  /// Records what is not recorded and claims the next alerts. Goes on trying while the store cannot
  /// be written, for what was sent must not be sent again; `nil` when the task is cancelled
  /// meanwhile.
  private func advance(_ state: inout Progress, claim: ClaimRequest) async -> DeliveryStep? {
    var claim = claim
    while true {
      do {
        let step = try await record(state.attempts, state.record, claim)
        onStep(DeliveryTally(state.attempts, step))
        if step.parked > 0, confidant != nil { bell.ring() }
        (state.attempts, state.record, state.storeFailures) = ([], .unchanged, 0)
        return step
      } catch {
        if state.storeFailures == 0 { onTrouble(channel.id, error) }
        if Task.isCancelled && state.storeFailures > 2 { return nil }
        state.storeFailures = min(state.storeFailures + 1, 1_000)
        claim.limit = min(claim.limit, 1)
        let seconds = min(policy.storeWait << Int64(min(state.storeFailures, 6)), 60)
        // Sleeps whether cancelled or not: a full disk is not helped by a busy loop.
        try? await Task { try await Task.sleep(for: .seconds(seconds)) }.value
      }
    }
  }

  /// In a task that cancellation does not reach: the database library gives up the writes of a
  /// cancelled task, and what was sent before the cancellation must still be marked.
  private func record(
    _ attempts: [AttemptRecord], _ state: ChannelRecord, _ claim: ClaimRequest
  ) async throws -> DeliveryStep {
    let now = clock.moment.wall
    return try await Task {
      try await writer.advanceDelivery(
        of: channel.id, attempts: attempts, state: state, claim: claim, at: now,
        policy: policy.outbox, times: times,
        digest: {
          AlertRendering.digest($0.bodies, rule: $0.rule, store: $0.store, key: $0.key)
        }, notice: notice)
    }.value
  }

  private func notice(_ parked: ParkedAlerts) throws -> ParkingNotice? {
    guard let confidant else { return nil }
    let key = "\(parked.key).parked.\(confidant)"
    return ParkingNotice(
      key: key, channel: confidant, rule: "parked \(channel.id)",
      body: try AlertRendering.parkingNotice(
        channel: channel.id, count: parked.count, answer: parked.answer, store: writer.store,
        key: key))
  }

  private func send(_ claimed: [ClaimedAlert], _ state: inout Progress) async {
    let results = await withTaskGroup(of: (Int, DeliveryResult).self) { group in
      for (place, alert) in claimed.enumerated() {
        group.addTask { (place, await channel.deliver(alert.alert)) }
      }
      var results = [DeliveryResult](repeating: .interrupted, count: claimed.count)
      for await (place, result) in group { results[place] = result }
      return results
    }
    for case .delivered(_, let refused?) in results {
      Log.write(
        .warning, "recipient-refused", [("channel", channel.id.rawValue), ("reason", refused)])
    }
    let now = clock.moment
    (state.attempts, state.record) = state.line.finish(
      Array(zip(claimed, results)), at: now, chance: chance)
  }

  /// Milliseconds until something may be due.
  private func pause(_ line: ChannelLine, _ step: DeliveryStep, at now: Moment) -> Int64 {
    let longest = policy.longestSleep.timesSaturating(1000)
    if let change = line.nextChange(at: now) {
      return change.minusSaturating(now.uptime).clamped(10, longest)
    }
    // Alerts that are due and cannot be claimed wait for another one of their publication.
    guard let due = step.nextDue else { return longest }
    return now.wall.seconds(until: due).timesSaturating(1000).clamped(1_000, longest)
  }
}

/// Notices that the wall clock was set, and moves what was planned by it.
struct ClockWatch {
  private var last: Moment
  private let tolerance: Int64

  init(_ now: Moment, tolerance: Int64) {
    last = now
    self.tolerance = tolerance
  }

  mutating func follow(_ now: Moment, channel: ChannelID, writer: StoreWriter) async {
    let passed = now.uptime.minusSaturating(last.uptime) / 1000
    let expected = last.wall.advanced(by: passed)
    let error = expected.seconds(until: now.wall)
    if error.magnitude <= UInt64(max(tolerance, 0)) {
      last = now
    } else if (try? await writer.clockWasSet(from: expected, to: now.wall, of: channel)) != nil {
      last = now
    }
  }
}
