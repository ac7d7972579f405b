import BriefConfiguration
package import BriefModel
import BriefStore
import BriefWriting
import Foundation

/// Where what people ask of a running service is done. Requests overlap where one waits for the store, but for
/// reloads, which take turns: each compares with the configuration that the one before it left.
actor ServiceDesk {
  private let assembly: Assembly
  private let poller: Poller
  private let deliveries: Deliveries
  private let counts: ServiceCounts
  private let watchdog: Watchdog
  private let notice: SystemdNotice
  private let readConfiguration: @Sendable () throws -> DaemonConfiguration
  private var configuration: DaemonConfiguration
  private let reloads = OneAtATime()
  private let started: Timestamp

  init(
    assembly: Assembly, poller: Poller, deliveries: Deliveries, counts: ServiceCounts,
    watchdog: Watchdog, notice: SystemdNotice,
    readConfiguration: @escaping @Sendable () throws -> DaemonConfiguration
  ) {
    self.assembly = assembly
    self.poller = poller
    self.deliveries = deliveries
    self.counts = counts
    self.watchdog = watchdog
    self.notice = notice
    self.readConfiguration = readConfiguration
    configuration = assembly.configuration
    started = assembly.clock.moment.wall
  }

  /// Reads the configuration again, once the reload that is under way is over. One that is not sound leaves
  /// everything as it is, and the log says so.
  func reload() async -> ControlAnswer {
    await reloads.run { await self.readAgain() }
  }

  private func readAgain() async -> ControlAnswer {
    notice.reloading(uptimeMicroseconds: Self.monotonicMicroseconds())
    defer { notice.ready(counts.text) }
    do {
      let next = try readConfiguration()
      guard !next.saysNothing || configuration.saysNothing else {
        let reason = "the file says nothing, no source and no channel: was it cut off?"
        Log.write(.error, "reload-refused", [("reason", reason)])
        return .text(422, "The configuration stays as it was: \(reason)")
      }
      let changes = FollowedChanges(
        from: FollowedSources(configuration), to: FollowedSources(next))
      try await assembly.writer.configure(next.sources, at: assembly.clock.moment.wall)
      let remembered = try await assembly.writer.remembered()
      let context = try Assembly.context(next)
      try await assembly.writer.begin(context)
      assembly.recorder.judge(by: context)
      poller.follow(FollowedSources(next), remembered: remembered)
      // A secret that was mended or changed stands in no configuration.
      let hasSecrets = next.channels.contains { $0.secret != nil }
      if next.channels != configuration.channels || hasSecrets {
        deliveries.replace(await assembly.dispatcher(for: next))
      }
      var text = "Reloaded: \(changes.text)."
      if next.channels != configuration.channels || next.rules != configuration.rules {
        text += " Channels and rules are those of the file."
      }
      if next.polling != configuration.polling || next.contact != configuration.contact
        || next.store != configuration.store
      {
        text += " What changed in store, contact and [polling] holds from the next start on."
      }
      configuration = next
      counts.follow(next.sources) { remembered[$0] }
      counts.countReload()
      Log.write(.notice, "reloaded", [("changes", changes.text)])
      return .text(200, text)
    } catch {
      let reason = "\(error)"
      Log.write(.error, "reload-refused", [("reason", reason)])
      return .text(422, "The configuration stays as it was: \(reason)")
    }
  }

  func logStatus() {
    Log.write(.notice, "status", [("counts", counts.text)])
  }

  func sync(_ id: SourceID?) async -> ControlAnswer {
    guard let id else {
      let now = counts.now
      let asked = now.sources.subtracting(now.paused).subtracting(now.retired)
      for source in asked.sorted() { poller.send(.syncRequested(source)) }
      let sources = asked.count == 1 ? "source" : "sources"
      let waiting = await poller.hostWaits(of: asked).count
      let rest =
        waiting == 0 ? "" : "; \(waiting) of them later, whose hosts asked to be left alone"
      return .text(202, "The daemon polls \(asked.count) \(sources) now\(rest).")
    }
    guard isKnown(id) else { return unknown(id) }
    poller.send(.syncRequested(id))
    if let until = await poller.hostWaits(of: [id])[id] {
      return .text(
        202,
        "The daemon polls \(id) when its host, which asked to be left alone, may be asked again: \(until.rfc3339)."
      )
    }
    return .text(202, "The daemon polls \(id) now.")
  }

  func setPaused(_ id: SourceID, _ isPaused: Bool) async -> ControlAnswer {
    guard isKnown(id) else { return unknown(id) }
    do {
      _ = try await assembly.writer.setPaused(id, isPaused, at: assembly.clock.moment.wall)
    } catch {
      return .text(500, "\(error)")
    }
    poller.send(isPaused ? .sourcePaused(id) : .sourceResumed(id))
    counts.setPaused(id, isPaused)
    Log.write(.notice, isPaused ? "source-paused" : "source-resumed", [("source", id.rawValue)])
    return .text(200, PauseText.sentence(id, isPaused))
  }

  func replay(_ choice: ReplayChoice) async -> ControlAnswer {
    await errand { try await $0.replay(choice, current: $1) }
  }

  func reroute(_ channel: ChannelID, to other: ChannelID) async -> ControlAnswer {
    await errand { try await $0.reroute(channel, to: other, current: $1) }
  }

  func discard(_ channel: ChannelID, isMeant: Bool) async -> ControlAnswer {
    await errand { try await $0.discard(channel, isMeant: isMeant, current: $1) }
  }

  /// Runs what is asked of the outbox and has it delivered.
  private func errand(
    _ run: (Assembly, DaemonConfiguration) async throws -> String
  ) async -> ControlAnswer {
    do {
      let text = try await run(assembly, configuration)
      deliveries.alertsAreOwed()
      return .text(200, text)
    } catch let unknown as UnknownChannel {
      return .text(404, "\(unknown)")
    } catch {
      return .text(500, "\(error)")
    }
  }

  /// Well when the loop turns and the store can be written, within two seconds; and when it took what the
  /// last poll brought.
  func health() async -> ControlAnswer {
    if let reason = counts.now.unrecorded {
      return .text(503, "What polls bring is not recorded: \(reason)")
    }
    let before = watchdog.count
    poller.pulse()
    for _ in 0..<40 {
      if watchdog.count > before { return .text(200, "ok: \(counts.text)") }
      try? await Task.sleep(for: .milliseconds(50))
    }
    return .text(503, "The loop or the store does not answer: see journalctl -u brief-sync.")
  }

  func metrics() async -> ControlAnswer {
    let summary: StoreSummary?
    do {
      summary = try await assembly.writer.read { try $0.summary() }
    } catch {
      summary = nil
      Log.write(.error, "store-failed", [("reason", "\(error)")])
    }
    let yesterday = assembly.clock.moment.wall.advanced(by: -86_400)
    let latency = try? await assembly.writer.read { try $0.deliveryLatency(since: yesterday) }
    return ControlAnswer(
      status: 200, type: "text/plain; version=0.0.4; charset=utf-8",
      body: MetricsText.text(counts.now, summary, latency: latency ?? nil, started: started))
  }

  private func isKnown(_ id: SourceID) -> Bool {
    configuration.sources.contains { $0.id == id }
  }

  private func unknown(_ id: SourceID) -> ControlAnswer {
    .text(404, UnknownSource(id: id, known: configuration.sources.map(\.id)).description)
  }

  private static func monotonicMicroseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
  }
}

package enum PauseText {
  package static func sentence(_ id: SourceID, _ isPaused: Bool) -> String {
    isPaused
      ? "\(id) is paused until: brief-syncd resume \(id)" : "\(id) is polled again from now on."
  }
}

/// A source that the configuration does not name.
package struct UnknownSource: Error, CustomStringConvertible {
  package var id: SourceID
  package var known: [SourceID]

  package init(id: SourceID, known: [SourceID]) {
    (self.id, self.known) = (id, known)
  }

  package var description: String {
    let near = NearestName.of(id.rawValue, among: known.map(\.rawValue))
    let hint = near.map { "Did you mean \($0)? " } ?? ""
    return "No source is called \(id). \(hint)See: brief-sync sources"
  }
}
