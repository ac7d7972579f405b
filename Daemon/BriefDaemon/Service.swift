import BriefConfiguration
import BriefModel
import BriefStore
import BriefWriting
import Foundation
import Synchronization

/// `brief-syncd run`: polls and delivers until it is told to stop.
package struct Service {
  private let assembly: Assembly
  private let notice: SystemdNotice

  package init(_ assembly: Assembly, environment: [String: String]) {
    self.assembly = assembly
    notice = SystemdNotice(environment: environment)
  }

  /// Returns after SIGTERM or SIGINT, when what was under way is committed or given up.
  package func run() async {
    let counts = ServiceCounts()
    let dispatcher = assembly.dispatcher
    let notice = notice
    let poller = Poller(assembly, scheduling: SchedulingPolicy()) { line in
      counts.count(line)
      notice.status(counts.text)
      Log.write(line)
      // A poll without changes may owe an alert too: that its source is in trouble, or well again.
      dispatcher.alertsAreOwed()
    }
    await withDiscardingTaskGroup { group in
      group.addTask { await Self.deliver(with: dispatcher) }
      group.addTask { await Self.upgrade(assembly) }
      group.addTask {
        await SignalWatch.untilStopped {
          Log.write(.notice, "status", [("counts", counts.text)])
        }
        poller.stop()
      }
      notice.ready("following \(assembly.configuration.sources.count) sources")
      Log.write(
        .notice, "started",
        [
          ("store", assembly.writer.location.folder),
          ("sources", "\(assembly.configuration.sources.count)"),
        ])
      await poller.run(.service)
      notice.stopping()
      group.cancelAll()
    }
    Log.write(.notice, "stopped")
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
      Log.write(.error, "upgrade-stopped", [("reason", error.description)])
    }
  }

  /// Delivers until cancelled. A store that fails is tried again: what is owed stays owed.
  private static func deliver(with dispatcher: OutboxDispatcher) async {
    while !Task.isCancelled {
      do {
        try await dispatcher.run()
      } catch {
        Log.write(.error, "delivery-stopped", [("reason", error.description)])
        try? await Task.sleep(for: .seconds(5))
      }
    }
  }
}

/// What the service did since it started.
final class ServiceCounts: Sendable {
  private struct Counts {
    var polls = 0
    var failures = 0
    var changes = 0
  }

  private let counts = Mutex(Counts())

  func count(_ line: PolledLine) {
    counts.withLock {
      $0.polls += 1
      $0.changes += line.counts.all
      if line.isFailure { $0.failures += 1 }
    }
  }

  var text: String {
    counts.withLock { "\($0.polls) polls, \($0.failures) failed, \($0.changes) changes" }
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
    write(line.isFailure ? .warning : line.counts.all > 0 ? .notice : .info, "polled", fields)
  }
}
