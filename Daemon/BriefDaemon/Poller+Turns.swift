import BriefConfiguration
import BriefFetching
import BriefModel
import BriefStore
import BriefWriting

/// What the queue's answers come to.
extension Poller {
  /// Decisions of one turn that are to be stored with the poll that made them.
  struct Decisions {
    var hosts: [String] = []
    /// Where permanent redirects have led for long enough.
    var movedTo: String?
    /// Sources whose plan changed without a poll of their own.
    var replanned: [SourceID] = []
  }

  /// Hands an event to the queue and does what it says; decisions that belong to no poll are stored
  /// by themselves.
  func take(_ event: PollEvent, _ group: inout DiscardingTaskGroup) {
    keepPlans(of: turn(event, &group).replanned, &group)
  }

  private func turn(_ event: PollEvent, _ group: inout DiscardingTaskGroup) -> Decisions {
    var decisions = Decisions()
    random &+= 1
    for action in queue.handle(event, at: clock.moment, random: random) {
      switch action {
      case .poll(let id, let unconditional): start(id, unconditional: unconditional, &group)
      case .sleep(let until): sleep(until: until, &group)
      case .adoptRedirect(_, let target): decisions.movedTo = target
      case .note(let note): Log.write(note)
      case .recordState(let id): decisions.replanned.append(id)
      case .recordHost(let host):
        decisions.hosts.append(host)
        keepClosed(host)
      }
    }
    return decisions
  }

  /// Tells the engine what the schedule knows: a redirect or a page may lead to the host, too.
  func keepClosed(_ host: String) {
    if let until = queue.closing(of: host) { closed.close(host, until: until) }
  }

  private func start(_ id: SourceID, unconditional: Bool, _ group: inout DiscardingTaskGroup) {
    guard let source = configured(id) else { return }
    var poll = FeedPoll(
      source: source.source, remembered: remembered[id] ?? RememberedSource(), policy: policy,
      fetcher: fetcher, clock: clock, writer: writer, reading: source.reading, key: source.key)
    if source.reading.readsPages || source.source.kind == .sitemap || poll.remembered.readsOlder {
      poll.waits = HostWaits(closed: queue.closedHosts(at: clock.moment))
    }
    if batches != nil, poll.mayBeBatched {
      let request = poll.request(unconditional: unconditional)
      asked.append(BatchedRequest(owner: BegunPoll(poll, request), request: request))
      // More would wait for nothing.
      if asked.count >= PollBatch.mostAsked { begin() }
    } else {
      bring(poll.asked, &group) { [poll] in await poll.run(unconditional: unconditional) }
    }
  }

  /// Asks for what this turn decided to poll.
  func begin() {
    guard !asked.isEmpty, let batches else { return }
    batches.begin(asked, receiver: receiver)
    asked.removeAll(keepingCapacity: true)
  }

  /// Takes what ended: a 304 is settled here and now, anything else has a task of its own.
  func take(_ answers: [BatchedAnswer], _ group: inout DiscardingTaskGroup) {
    guard let batches else { return }
    for answer in answers {
      guard let begun = answer.owner as? BegunPoll else { continue }
      if let polled = begun.poll.unchanged(answer, batches) {
        held.append(EndedPoll(begun.poll.asked, polled))
      } else {
        bring(begun.poll.asked, &group) {
          await begun.poll.settle(
            await batches.finish(answer), wasConditional: begun.wasConditional)
        }
      }
    }
    settleHeld(&group)
  }

  /// Runs a poll in a task, up to what is to be recorded.
  private func bring(
    _ asked: AskedSource, _ group: inout DiscardingTaskGroup,
    _ run: @escaping @Sendable () async -> PolledSource?
  ) {
    let (writer, recorder, inbox) = (writer, recorder, inbox)
    group.addTask {
      var polled = await run()
      if case .snapshot(let snapshot)? = polled?.record.observation {
        do throws(StoreTrouble) {
          var heads = polled?.heads ?? [:]
          if polled?.heads == nil { heads = try await writer.headVersions(of: asked.source.id) }
          polled?.report.result = snapshot.news(beside: heads)
          polled?.record.early = await recorder.tagEarly(snapshot, beside: heads)
        } catch {
          polled?.settle(unread: error)
        }
      }
      inbox.send(.polled(EndedPoll(asked, polled)))
    }
  }

  /// What a poll that begins now asks; `nil` of a source that is not followed.
  private func configured(_ id: SourceID) -> AskedSource? {
    sources[id].map {
      AskedSource(
        source: $0, reading: followed.readings[id] ?? SourceReading(), key: followed.keys[id])
    }
  }

  /// Plans the next poll, so that the plan is committed with what this one brought.
  func settle(_ ended: EndedPoll, _ group: inout DiscardingTaskGroup) {
    let id = ended.asked.source.id
    let now = configured(id)
    guard let now, now.isAlike(ended.asked) else {
      // What another address said, or what was read in another way, is not this source's.
      take(.pollFinished(id, PollReport(.outdated)), &group)
      if now == nil { outstanding.remove(id) }
      return
    }
    if case .hostClosed? = ended.polled?.report.result, let report = ended.polled?.report {
      take(.pollFinished(id, report), &group)
      // A round does not wait for it.
      hasClosedHosts = true
      return
    }
    guard var polled = ended.polled else {
      take(.pollFinished(id, PollReport(.abandoned)), &group)
      outstanding.remove(id)
      return
    }
    let adopted = adopted(id)
    let isGone = polled.report.result == .gone
    if let adopted { polled.settle(atAdopted: adopted) }
    let before = queue.rhythm(of: id)
    let decisions = turn(.pollFinished(id, polled.report), &group)
    keepPlans(of: decisions.replanned.filter { $0 != id }, &group)
    polled.record.hosts = decisions.hosts.compactMap { host in
      queue.hostState(of: host, at: clock.moment).map { HostRecord(host, $0) }
    }
    if !decisions.hosts.isEmpty { hasClosedHosts = true }
    if let target = decisions.movedTo { move(id, to: target, &group) }
    if adopted != nil, isGone || queue.hasFailedAtAdopted(id) { moveBack(id, &group) }
    polled.record.movesBack = movedBack.contains(id)
    // Until it is committed, however many polls that takes.
    if moved[id] != remembered[id]?.movedTo { polled.record.movedTo = moved[id] }
    if let state = queue.state(of: id, at: clock.moment) {
      polled.record.nextPoll = state.nextPoll
      polled.record.schedule = state.text
      polled.record.silence = state.rhythm.usualSilence
      // A rhythm that cannot be written is learned again.
      if state.rhythm != before { polled.record.rhythm = try? StoreJSON.text(state.rhythm) }
    }
    recording.insert(id)
    load.began(polled.record)
    let (submitted, inbox) = (SubmittedPoll(polled.record), inbox)
    recorder.submit(submitted) { inbox.send(.recorded(submitted, $0)) }
  }

  /// Polls another address from now on. With a key only within the same origin: a secret goes to no
  /// server that the configuration does not name.
  private func move(_ id: SourceID, to target: String, _ group: inout DiscardingTaskGroup) {
    guard var source = sources[id], source.url != target,
      followed.keys[id] == nil || Credentials.mayGo(from: source.url, to: target)
    else { return }
    Log.write(
      .notice, "source-moved",
      [
        ("source", id.rawValue), ("from", ShownAddress.of(source.url)),
        ("to", ShownAddress.of(target)),
      ])
    source.url = target
    sources[id] = source
    moved[id] = target
    movedBack.remove(id)
    take(.sourceAdded(ScheduledSource(source), nil), &group)
  }

  /// The address that is polled instead of the configured one.
  func adopted(_ id: SourceID) -> String? {
    if movedBack.contains(id) { return nil }
    return moved[id] ?? remembered.place(of: id).flatMap { remembered[at: $0].movedTo }
  }

  /// Polls the configured address again: the adopted one has failed, and the publisher may have mended
  /// the redirect.
  private func moveBack(_ id: SourceID, _ group: inout DiscardingTaskGroup) {
    guard var source = sources[id],
      let url = followed.sources.first(where: { $0.id == id })?.url, source.url != url
    else { return }
    Log.write(
      .notice, "source-moved",
      [
        ("source", id.rawValue), ("from", ShownAddress.of(source.url)),
        ("to", ShownAddress.of(url)),
      ])
    source.url = url
    sources[id] = source
    moved[id] = nil
    movedBack.insert(id)
    take(.sourceAdded(ScheduledSource(source), nil), &group)
  }

  private func keepPlans(of ids: [SourceID], _ group: inout DiscardingTaskGroup) {
    let now = clock.moment
    let plans = ids.compactMap { id -> SourcePlan? in
      guard let state = queue.state(of: id, at: now) else { return nil }
      return SourcePlan(source: id, schedule: state.text, nextPoll: state.nextPoll)
    }
    guard !plans.isEmpty else { return }
    let writer = writer
    group.addTask {
      do {
        try await writer.keepPlans(plans)
      } catch {
        Log.write(.error, "store-failed", [("reason", "\(error)")])
      }
    }
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
    inbox.send(.event(.woke))
  }
}

/// A poll whose request was begun with others.
final class BegunPoll: Sendable {
  let poll: FeedPoll
  let wasConditional: Bool

  init(_ poll: FeedPoll, _ request: FeedRequest) {
    self.poll = poll
    wasConditional = !request.validators.isEmpty
  }
}

enum PollBatch {
  /// Requests that are handed over at once: a host's share in a large round. The engine is busy with
  /// them while others are decided on.
  static let mostAsked = 16
}
