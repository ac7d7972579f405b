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
  private enum Message: Sendable {
    case event(PollEvent)
    /// A transfer ended; `nil` when it was given up.
    case polled(SourceID, PolledSource?)
    /// What it brought is committed, or could not be.
    case recorded(PollRecord, RecordedPoll)
    case stop
  }

  private let fetcher: any Fetching
  private let writer: StoreWriter
  private let recorder: Recorder
  private let clock: any DaemonClock
  private let policy: RequestPolicy
  private let onPolled: @Sendable (PolledLine) async -> Void
  private var sources: [SourceID: Source] = [:]
  private let readings: [SourceID: SourceReading]
  private var remembered: [SourceID: RememberedSource]
  private var queue: PollQueue
  private var random = SystemRandomNumberGenerator()
  private let messages: AsyncStream<Message>
  private let inbox: AsyncStream<Message>.Continuation
  private var nextAlarm: Int64 = .max
  private var outstanding: Set<SourceID> = []

  init(
    sources: [Source], readings: [SourceID: SourceReading] = [:],
    remembered: [SourceID: RememberedSource], fetcher: any Fetching,
    writer: StoreWriter, recorder: Recorder, policy: RequestPolicy, scheduling: SchedulingPolicy,
    clock: any DaemonClock, onPolled: @escaping @Sendable (PolledLine) async -> Void
  ) {
    self.fetcher = fetcher
    self.readings = readings
    self.writer = writer
    self.recorder = recorder
    self.clock = clock
    self.policy = policy
    self.onPolled = onPolled
    self.remembered = remembered
    queue = PollQueue(policy: scheduling)
    (messages, inbox) = AsyncStream.makeStream(of: Message.self)
    for source in sources { self.sources[source.id] = source }
  }

  func run(_ goal: Goal) async {
    if case .once(let ids) = goal {
      outstanding = ids
      if ids.isEmpty { return }
    }
    await withDiscardingTaskGroup { group in
      for source in sources.values.sorted(by: { $0.id < $1.id }) { add(source, &group) }
      for id in outstanding.sorted() { take(.syncRequested(id), &group) }
      for await message in messages {
        switch message {
        case .event(let event): take(event, &group)
        case .polled(let id, let polled): settle(id, polled, &group)
        case .recorded(let record, let recorded): await report(record, recorded)
        case .stop: outstanding = []
        }
        if case .stop = message { break }
        if case .once = goal, outstanding.isEmpty { break }
      }
      group.cancelAll()
    }
  }

  /// Ends the run; transfers under way are given up, and what they would have brought is polled
  /// again.
  nonisolated func stop() { inbox.yield(.stop) }

  nonisolated func send(_ event: PollEvent) { inbox.yield(.event(event)) }

  /// The sources that are due at `moment`, by what was stored of their schedule.
  func due(at moment: Moment) -> Set<SourceID> {
    Set(
      sources.keys.filter { id in
        guard let stored = remembered[id], stored.schedule != nil else { return true }
        return stored.nextPoll.map { $0 <= moment.wall } ?? false
      })
  }

  private func add(_ source: Source, _ group: inout DiscardingTaskGroup) {
    let state = remembered[source.id]?.schedule.flatMap { try? StoreJSON.value(PollState.self, $0) }
    let scheduled = ScheduledSource(
      id: source.id, host: source.pollHost,
      limits: IntervalLimits(minimum: source.interval, maximum: source.maximumInterval),
      isOwnNetwork: source.allowsPrivateAddresses)
    take(.sourceAdded(scheduled, state), &group)
  }

  private func take(_ event: PollEvent, _ group: inout DiscardingTaskGroup) {
    for action in queue.handle(event, at: clock.moment, random: random.next()) {
      switch action {
      case .poll(let id, let unconditional): start(id, unconditional: unconditional, &group)
      case .sleep(let until): sleep(until: until, &group)
      case .adoptRedirect(let id, let target): sources[id]?.url = target
      case .note(let note): Log.write(note)
      case .recordState, .recordHost: break
      }
    }
  }

  private func start(_ id: SourceID, unconditional: Bool, _ group: inout DiscardingTaskGroup) {
    guard let source = sources[id] else { return }
    let poll = FeedPoll(
      source: source, remembered: remembered[id] ?? RememberedSource(), policy: policy,
      fetcher: fetcher, clock: clock, writer: writer,
      reading: readings[id] ?? SourceReading())
    let writer = writer
    group.addTask {
      var polled = await poll.run(unconditional: unconditional)
      if case .snapshot(let snapshot)? = polled?.record.observation {
        // A store that cannot be read now will not be written either, and then nothing is planned
        // on it.
        let heads = (try? await writer.headVersions(of: id)) ?? [:]
        polled?.report.result = snapshot.news(beside: heads)
      }
      self.inbox.yield(.polled(id, polled))
    }
  }

  /// Plans the next poll, so that the plan is committed with what this one brought.
  private func settle(_ id: SourceID, _ polled: PolledSource?, _ group: inout DiscardingTaskGroup) {
    guard var polled else {
      take(.pollFinished(id, PollReport(.abandoned)), &group)
      outstanding.remove(id)
      return
    }
    take(.pollFinished(id, polled.report), &group)
    if let state = queue.state(of: id, at: clock.moment) {
      polled.record.nextPoll = state.nextPoll
      // A schedule that cannot be written is learned again.
      polled.record.schedule = try? StoreJSON.text(state)
    }
    let (recorder, record) = (recorder, polled.record)
    group.addTask { self.inbox.yield(.recorded(record, await recorder.record(record))) }
  }

  private func report(_ record: PollRecord, _ recorded: RecordedPoll) async {
    remember(record, recorded)
    outstanding.remove(record.source)
    await onPolled(PolledLine(record, recorded))
  }

  /// Keeps in memory what was committed, so that the next poll need not ask the store.
  private func remember(_ record: PollRecord, _ recorded: RecordedPoll) {
    guard recorded.trouble == nil else { return }
    var memory = remembered[record.source] ?? RememberedSource()
    if case .snapshot(let snapshot) = record.observation, snapshot.isWhole {
      memory.validators = record.facts.validators
      memory.bodyDigest = record.rawDigest
    }
    memory.schedule = record.schedule ?? memory.schedule
    memory.nextPoll = record.nextPoll
    remembered[record.source] = memory
  }

  private func sleep(until: Int64?, _ group: inout DiscardingTaskGroup) {
    guard let until, until < nextAlarm else { return }
    nextAlarm = until
    let wait = max(1, until - clock.moment.uptime)
    group.addTask {
      try? await Task.sleep(for: .milliseconds(wait))
      await self.wake(at: until)
    }
  }

  private func wake(at alarm: Int64) {
    if nextAlarm == alarm { nextAlarm = .max }
    inbox.yield(.event(.woke))
  }
}

extension Source {
  /// Host and port in lower case, for limits per host; empty for a folder.
  var pollHost: String {
    guard kind != .folder, let components = URLComponents(string: url), let host = components.host
    else { return "" }
    let standard = components.scheme?.lowercased() == "http" ? 80 : 443
    return "\(host.lowercased()):\(components.port ?? standard)"
  }
}
