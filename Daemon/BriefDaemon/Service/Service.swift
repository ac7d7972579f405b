package import BriefConfiguration
import BriefFetching
import BriefModel
import BriefStore
import BriefWriting
import Dispatch
import Foundation
import Synchronization

/// `brief-syncd run`: polls and delivers until it is told to stop.
package struct Service {
  private let assembly: Assembly
  private let notice: SystemdNotice
  private let watchdogInterval: UInt64?
  private let signals: SignalWatch
  private let readConfiguration: @Sendable () throws -> DaemonConfiguration
  /// Seconds for what is under way after SIGTERM; then the process ends as it would by SIGKILL, and
  /// what was committed stands.
  private static let drain = 4.0

  /// - Parameters:
  ///   - signals: made when the process began, so that none is missed.
  ///   - readConfiguration: for SIGHUP: the file as it is then.
  package init(
    _ assembly: Assembly, environment: [String: String], signals: SignalWatch = SignalWatch(),
    readConfiguration: @escaping @Sendable () throws -> DaemonConfiguration
  ) {
    self.assembly = assembly
    self.signals = signals
    self.readConfiguration = readConfiguration
    notice = SystemdNotice(environment: environment)
    watchdogInterval = Watchdog.interval(environment)
  }

  /// Returns after SIGTERM or SIGINT, when what was under way is committed or given up. Throws
  /// ``MovedStore`` when the store is no longer where it was.
  package func run() async throws(MovedStore) {
    let counts = ServiceCounts()
    assembly.remembered.look { remembered in
      counts.follow(assembly.configuration.sources) { remembered[$0] }
    }
    let status = StatusLine(counts: counts, notice: notice, clock: assembly.clock)
    let deliveries = Deliveries(assembly.dispatcher)
    let watchdog = Watchdog(writer: assembly.writer, notice: notice)
    let place = PlaceWatch(writer: assembly.writer)
    let poller = Poller(
      assembly, scheduling: assembly.configuration.polling.scheduling(),
      onPulse: { await watchdog.beat() },
      onPolled: { line in
        counts.count(line)
        status.refresh()
        Log.write(line)
        // A poll without changes may owe an alert too: that its source is in trouble, or well again.
        deliveries.alertsAreOwed()
      })
    let desk = ServiceDesk(
      assembly: assembly, poller: poller, deliveries: deliveries, counts: counts,
      watchdog: watchdog, notice: notice, readConfiguration: readConfiguration)
    await withDiscardingTaskGroup { group in
      group.addTask { await deliveries.run() }
      group.addTask { await Self.letGoOfMemory() }
      group.addTask {
        await place.untilMoved()
        guard let moved = place.trouble else { return }
        Log.write(.error, "store-moved", [("reason", moved.description)])
        Self.endIfStuck(status: moved.status)
        poller.stop()
      }
      if let watchdogInterval {
        group.addTask { await Self.pulse(poller, every: watchdogInterval) }
      }
      // Whoever waits for READY may ask for something at once.
      let (tries, trying) = AsyncStream<Void>.makeStream()
      group.addTask {
        await ControlService(assembly.writer.location, desk: desk).run { trying.finish() }
      }
      for await _ in tries {}
      let (schedule, scheduling) = AsyncStream<Void>.makeStream()
      group.addTask {
        for await _ in schedule {}
        await Self.upgrade(assembly)
      }
      let (held, holding) = AsyncStream<Void>.makeStream()
      group.addTask {
        for await _ in held {}
        await signals.untilStopped { event in
          if event == .reload { _ = await desk.reload() } else { await desk.logStatus() }
        }
        Self.endIfStuck()
        poller.stop()
      }
      await poller.run(.service) {
        notice.ready(counts.text)
        scheduling.finish()
        holding.finish()
        Log.write(
          .notice, "started",
          [
            ("store", assembly.writer.location.folder),
            ("sources", "\(assembly.configuration.sources.count)"),
          ])
      }
      notice.stopping()
      group.cancelAll()
    }
    Log.write(.notice, "stopped", [("counts", counts.text)])
    if let moved = place.trouble { throw moved }
  }

  private static func pulse(_ poller: Poller, every interval: UInt64) async {
    while !Task.isCancelled {
      poller.pulse()
      try? await Task.sleep(nanoseconds: interval)
    }
  }

  /// Seconds until the beginning is over, and between two times afterwards: what polls needed is
  /// let go of while nothing is due. Each costs a millisecond or two.
  private static let beginning = 10
  private static let letting = 900

  private static func letGoOfMemory() async {
    try? await Task.sleep(for: .seconds(beginning))
    while !Task.isCancelled {
      ProcessMemory.letGo()
      try? await Task.sleep(for: .seconds(letting))
    }
  }

  private static func endIfStuck(status: CInt = 0) {
    DispatchQueue.global().asyncAfter(deadline: .now() + drain) {
      Log.write(.warning, "stopped", [("reason", "what was under way did not end in time")])
      _exit(status)
    }
  }

  /// Derives anew what an older catalogue or index made, while polls go on.
  private static func upgrade(_ assembly: Assembly) async {
    do {
      let report = try await assembly.writer.upgrade(assembly.context)
      if report.tagged != nil || report.indexed != nil {
        Log.write(.notice, "upgraded", [("what", report.text)])
      }
      for line in report.unreadable { Log.write(.error, "unreadable", [("record", line)]) }
    } catch {
      Log.write(.error, "upgrade-stopped", [("reason", "\(error)")])
    }
  }
}

/// `STATUS=` with the counts, at most every five seconds: nobody reads faster.
final class StatusLine: Sendable {
  private let counts: ServiceCounts
  private let notice: SystemdNotice
  private let clock: any DaemonClock
  private let sent = Mutex(Int64.min)
  private static let pause: Int64 = 5_000

  init(counts: ServiceCounts, notice: SystemdNotice, clock: any DaemonClock) {
    self.counts = counts
    self.notice = notice
    self.clock = clock
  }

  func refresh() {
    let now = clock.moment.uptime
    let isDue = sent.withLock { last in
      guard last == .min || now.minusSaturating(last) >= Self.pause else { return false }
      last = now
      return true
    }
    if isDue { notice.status(counts.text) }
  }
}

extension Log {
  static func write(_ line: PolledLine) {
    var fields = [("source", line.id.rawValue), ("outcome", line.outcome)]
    let counts = [
      ("added", line.counts.added), ("revised", line.counts.revised),
      ("withdrawn", line.counts.withdrawn), ("restored", line.counts.restored),
    ]
    fields += counts.filter { $0.1 > 0 }.map { ($0.0, "\($0.1)") }
    if let warning = line.warning { fields.append(("warning", warning)) }
    if let error = line.error { fields.append(("reason", error)) }
    let event = line.counts.all > 0 ? "changed" : "polled"
    write(line.isFailure ? .warning : line.counts.all > 0 ? .notice : .info, event, fields)
  }
}
