import BriefConfiguration
import BriefFetching
import BriefModel
import BriefStore
import BriefWriting
import Foundation

/// Polls sources when the queue says so, until it is stopped: the only actor with the schedule.
///
/// Every poll is a child task that ends with one `pollFinished`; the queue is asked after each
/// event and says what to start and how long to sleep.
actor Poller {
  /// What ends a run.
  enum Goal: Sendable {
    /// Goes on until it is told to stop.
    case service
    /// Stops when every source of the set was polled once.
    case once(Set<SourceID>)
  }

  /// What reaches the run from its child tasks and from outside.
  enum Message: Sendable {
    case event(PollEvent)
    /// A transfer ended.
    case polled(EndedPoll)
    /// Batched requests were answered.
    case answered([BatchedAnswer])
    /// What it brought is committed, or could not be.
    case recorded(SubmittedPoll, RecordedPoll)
    /// The configuration names other sources, of which this is remembered.
    case follow(FollowedSources, [SourceID: RememberedSource])
    /// Somebody wants to know whether the loop turns.
    case pulse
    case stop
  }

  let fetcher: any Fetching
  /// Where requests are begun without a task for each.
  let batches: (any BatchFetching)?
  let receiver: AnswerReceiver
  /// Decided on in this turn, and not begun yet.
  var asked: [BatchedRequest] = []
  let writer: StoreWriter
  let recorder: Recorder
  let clock: any DaemonClock
  let policy: RequestPolicy
  /// Hosts that asked to be left alone, for the hops of polls under way.
  let closed: ClosedHosts
  let onPolled: @Sendable (PolledLine) async -> Void
  let onPulse: @Sendable () async -> Void
  /// As they are polled: at the address that a redirect led to, where one has held.
  var sources = RowTable<Source>()
  var followed: FollowedSources
  var remembered: RowTable<RememberedSource>
  let rememberedHosts: [HostRecord]
  /// Addresses adopted by this run.
  var moved: [SourceID: String] = [:]
  /// Polled at their configured address again, until that is committed.
  var movedBack: Set<SourceID> = []
  var queue: PollQueue
  /// The queue mixes it: one call of the system for all events.
  var random = UInt64.random(in: .min ... .max)
  nonisolated let inbox: MessageBox<Message>
  var nextAlarm: Int64 = .max
  var outstanding: Set<SourceID> = []
  /// Polled, and on the way into the store.
  var recording: Set<SourceID> = []
  var load = RecordingLoad()
  /// Over, and not yet on their way: the store has enough to do.
  var held: [EndedPoll] = []
  /// A host asked to wait since a round looked last which of its sources to give up.
  var hasClosedHosts = false

  init(
    followed: FollowedSources, remembered: RowTable<RememberedSource>,
    hosts: [HostRecord] = [], fetcher: any Fetching, writer: StoreWriter, recorder: Recorder,
    policy: RequestPolicy, scheduling: SchedulingPolicy, closed: ClosedHosts = ClosedHosts(),
    clock: any DaemonClock,
    onPulse: @escaping @Sendable () async -> Void = {},
    onPolled: @escaping @Sendable (PolledLine) async -> Void
  ) {
    self.followed = followed
    self.remembered = remembered
    sources.reserve(followed.sources.count)
    rememberedHosts = hosts
    self.fetcher = fetcher
    batches = fetcher.batches
    let inbox = MessageBox<Message>()
    self.inbox = inbox
    receiver = AnswerReceiver { inbox.send(.answered($0)) }
    self.writer = writer
    self.recorder = recorder
    self.clock = clock
    self.policy = policy
    self.closed = closed
    self.onPolled = onPolled
    self.onPulse = onPulse
    queue = PollQueue(policy: scheduling)
  }

  /// - Parameter onScheduled: called once every source is in the schedule, before any poll ends.
  func run(_ goal: Goal, onScheduled: @Sendable () async -> Void = {}) async {
    if case .once(let ids) = goal {
      outstanding = ids
      if ids.isEmpty { return }
    }
    queue.reserve(followed.sources.count)
    await withDiscardingTaskGroup { group in
      for host in rememberedHosts {
        take(.hostRestored(host.name, host.state), &group)
        keepClosed(host.name)
      }
      // In the order of the store, mostly: what is read of a schedule is let go of on the way.
      for source in followed.sources {
        let memory = remembered.place(of: source.id)
        add(source, state: memory.flatMap { remembered[at: $0].pollState }, &group)
      }
      for id in outstanding.sorted() where !queue.isUnderWay(id) {
        take(.syncRequested(id), &group)
      }
      await onScheduled()
      // A host that still wants to be left alone brings no message.
      if case .once = goal {
        if !rememberedHosts.isEmpty { await giveUpClosedHosts() }
        if outstanding.isEmpty { stop() }
      }
      begin()
      receiving: while let batch = await inbox.next() {
        for message in batch {
          if case .once = goal, outstanding.isEmpty { break receiving }
          if case .stop = message { break receiving }
          await take(message, &group)
          guard case .once = goal else { continue }
          if hasClosedHosts { await giveUpClosedHosts() }
          if outstanding.isEmpty { break receiving }
        }
        begin()
      }
      group.cancelAll()
    }
    await recorder.finish()
  }

  private func take(_ message: Message, _ group: inout DiscardingTaskGroup) async {
    switch message {
    case .event(let event): take(event, &group)
    case .polled(let ended):
      held.append(ended)
      settleHeld(&group)
    case .answered(let answers): take(answers, &group)
    case .recorded(let submitted, let recorded):
      load.ended(submitted.record)
      await report(submitted.record, recorded)
      settleHeld(&group)
    case .follow(let followed, let remembered): follow(followed, remembered, &group)
    case .pulse: group.addTask { await self.onPulse() }
    case .stop: break
    }
  }

  func settleHeld(_ group: inout DiscardingTaskGroup) {
    var settled = 0
    while settled < held.count, !load.isFull {
      settle(held[settled], &group)
      settled += 1
    }
    held.removeFirst(settled)
  }

  /// Ends the run; transfers under way are given up, and what they would have brought is polled
  /// again.
  nonisolated func stop() { inbox.send(.stop) }

  nonisolated func send(_ event: PollEvent) { inbox.send(.event(event)) }

  /// Follows these sources from now on, beginning with what is remembered of new ones.
  nonisolated func follow(
    _ followed: FollowedSources, remembered: [SourceID: RememberedSource]
  ) { inbox.send(.follow(followed, remembered)) }

  /// Has `onPulse` called after one turn of the loop.
  nonisolated func pulse() { inbox.send(.pulse) }

  /// The sources that are due at `moment`, by what was stored of their schedule.
  func due(at moment: Moment) -> Set<SourceID> {
    Set(
      followed.sources.lazy.filter { source in
        self.remembered.place(of: source.id).map {
          self.remembered[at: $0].isDue(
            at: moment.wall, limits: source.limits, policy: self.queue.policy)
        } ?? true
      }.map(\.id))
  }

  /// Until when hosts want to be left alone, by source.
  func hostWaits(of ids: Set<SourceID>) -> [SourceID: Timestamp] {
    let now = clock.moment
    var waits: [SourceID: Timestamp] = [:]
    for id in ids { waits[id] = queue.closedHost(of: id, at: now)?.until }
    return waits
  }

  private func report(_ record: PollRecord, _ recorded: RecordedPoll) async {
    remember(record, recorded)
    recording.remove(record.source)
    outstanding.remove(record.source)
    await onPolled(PolledLine(record, recorded))
  }

  /// Keeps in memory what was committed, so that the next poll need not ask the store.
  private func remember(_ record: PollRecord, _ recorded: RecordedPoll) {
    guard recorded.trouble == nil else { return }
    guard let place = remembered.place(of: record.source) else {
      remembered[record.source] = RememberedSource()
      return remember(record, recorded)
    }
    var isWhole = false
    if case .snapshot(let snapshot) = record.observation { isWhole = snapshot.isWhole }
    if isWhole || record.renewsValidators || record.wasReadInPart {
      remembered[at: place].validators = record.keptValidators
      remembered[at: place].validatedURL = record.facts.finalURL
      remembered[at: place].bodyDigest = record.keptDigest
      remembered[at: place].readAs = record.readAs
    }
    if let older = record.older { remembered[at: place].readsOlder = older.goesOn }
    if let target = record.movedTo { remembered[at: place].movedTo = target }
    if record.movesBack {
      remembered[at: place].movedTo = nil
      movedBack.remove(record.source)
    }
    remembered[at: place].nextPoll = record.nextPoll
  }

  /// A round does not wait for hosts that asked to be left alone: hours, maybe.
  private func giveUpClosedHosts() async {
    hasClosedHosts = false
    for id in outstanding.sorted() {
      guard !queue.isUnderWay(id), !recording.contains(id),
        let until = queue.closedHost(of: id, at: clock.moment)?.until
      else { continue }
      outstanding.remove(id)
      await onPolled(PolledLine(id, hostAskedToWaitUntil: until))
    }
  }
}

/// What a transfer brought; `nil` when it was given up. By reference: it is passed on from task to
/// task, and is large.
final class EndedPoll: Sendable {
  let asked: AskedSource
  let polled: PolledSource?

  init(_ asked: AskedSource, _ polled: PolledSource?) {
    self.asked = asked
    self.polled = polled
  }
}

/// A poll on its way into the store.
final class SubmittedPoll: Sendable {
  let record: PollRecord

  init(_ record: PollRecord) { self.record = record }
}
