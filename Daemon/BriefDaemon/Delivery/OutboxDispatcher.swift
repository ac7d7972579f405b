package import BriefAlerting
package import BriefModel
package import BriefStore
package import BriefWriting
import Synchronization

/// Sends what the outbox owes: at least once, under a key that stays the same, each channel by
/// itself.
///
/// There is one dispatcher for a store: the process that holds the store's lock has it. What was on
/// its way when the last one ended is sent again under the same key.
package final class OutboxDispatcher: Sendable {
  private let writer: StoreWriter
  private let channels: [any Channel]
  private let off: [ChannelID: String]
  private let policy: DeliveryPolicy
  private let times: @Sendable (ChannelID) -> SendingTimes
  private let clock: any DaemonClock
  private let chance: @Sendable () -> Double
  private let onTrouble: @Sendable (ChannelID, any Error) -> Void
  private let bell = DeliveryBell()
  private let sum = Mutex(DeliveryTally())

  /// - Parameters:
  ///   - off: channels that cannot be used as they are set up, with the reason; their alerts wait.
  ///   - times: when a channel may be told.
  ///   - chance: a number in 0..<1 for each call, for the jitter of waits.
  ///   - onTrouble: told when a channel's alerts can be neither claimed nor marked; else the log is.
  package init(
    writer: StoreWriter, channels: [any Channel], off: [ChannelID: String] = [:],
    policy: DeliveryPolicy = DeliveryPolicy(),
    times: @escaping @Sendable (ChannelID) -> SendingTimes = { SendingTimes(of: $0) },
    clock: any DaemonClock, chance: @escaping @Sendable () -> Double = { .random(in: 0..<1) },
    onTrouble: (@Sendable (ChannelID, any Error) -> Void)? = nil
  ) {
    self.writer = writer
    self.channels = channels
    self.off = off
    self.policy = policy
    self.times = times
    self.clock = clock
    self.chance = chance
    self.onTrouble =
      onTrouble ?? { channel, error in
        Log.write(
          .error, "store-failed", [("channel", channel.rawValue), ("reason", "\(error)")])
      }
    for channel in channels { bell.expect(channel.id) }
  }

  /// Says that alerts may have been committed.
  package func alertsAreOwed() { bell.ring() }

  /// What was sent since the dispatcher was made.
  package var tally: DeliveryTally { sum.withLock { $0 } }

  /// Delivers until the task is cancelled; then what is on its way is interrupted, recorded, and
  /// due again at the next start.
  package func run() async throws(StoreTrouble) {
    try await start()
    await deliver(.service)
  }

  /// Delivers what is due and returns: when it is all delivered or has to wait, or when `seconds`
  /// have passed. For runs that end by themselves.
  @discardableResult
  package func drain(seconds: Int64) async throws(StoreTrouble) -> DeliveryTally {
    try await start()
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.deliver(.drain) }
      group.addTask { try? await Task.sleep(for: .seconds(max(0, seconds))) }
      await group.next()
      group.cancelAll()
    }
    return tally
  }

  private func start() async throws(StoreTrouble) {
    let now = clock.moment.wall
    try await writer.releaseClaims(at: now)
    _ = try await writer.removeDelivered(before: now, policy: policy.outbox)
    for channel in channels { try await writer.setChannel(channel.id, offBecause: nil, at: now) }
    let known = Set(channels.map(\.id))
    try await writer.forgetChannels(but: known.union(off.keys))
    let owed = try await writer.channelsOwed()
    for channel in Set(owed).union(off.keys) where !known.contains(channel) {
      let reason = off[channel] ?? ChannelReport.notConfigured
      try await writer.setChannel(channel, offBecause: reason, at: now)
    }
  }

  /// Keeps the outbox small while the daemon runs for months. A removal that fails is made up for
  /// by the next.
  private func forgetDelivered() async {
    while !Task.isCancelled {
      let now = clock.moment.wall
      while (try? await writer.removeDelivered(before: now, policy: policy.outbox)) == true {}
      try? await Task.sleep(for: .seconds(policy.outbox.removalPeriod))
    }
  }

  private func deliver(_ goal: ChannelDelivery.Goal) async {
    await withDiscardingTaskGroup { group in
      if goal == .service { group.addTask { await self.forgetDelivered() } }
      for channel in channels {
        let delivery = ChannelDelivery(
          channel: channel, writer: writer, clock: clock, policy: policy,
          times: times(channel.id), chance: chance, bell: bell,
          confidant: channels.first { $0.id != channel.id }?.id,
          onStep: { tally in self.sum.withLock { $0.add(tally) } }, onTrouble: onTrouble)
        group.addTask { await delivery.run(goal) }
      }
    }
  }
}

/// Counts of attempts.
package struct DeliveryTally: Hashable, Sendable {
  package var delivered = 0
  package var retried = 0
  package var parked = 0

  package init() {}

  init(_ attempts: [AttemptRecord], _ step: DeliveryStep) {
    parked = step.parked
    for attempt in attempts {
      switch attempt.ending {
      case .delivered: delivered += attempt.rows.count
      case .retry: retried += attempt.rows.count
      case .parked, .interrupted: break
      }
    }
  }

  mutating func add(_ other: DeliveryTally) {
    delivered += other.delivered
    retried += other.retried
    parked += other.parked
  }
}
