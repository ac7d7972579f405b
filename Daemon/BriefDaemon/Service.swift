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
    let counts = Mutex(ServiceCounts())
    let dispatcher = assembly.dispatcher
    let notice = notice
    let poller = Poller(assembly, scheduling: SchedulingPolicy()) { line in
      let status = counts.withLock { $0.count(line) }
      notice.status(status)
      Log.write(line)
      if line.counts.all > 0 { await dispatcher.wake() }
    }
    await withDiscardingTaskGroup { group in
      group.addTask { await dispatcher.run() }
      group.addTask {
        await SignalWatch.untilStopped {
          Log.write(.notice, "status", [("counts", counts.withLock { $0.text })])
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
      await dispatcher.stop()
      group.cancelAll()
    }
    Log.write(.notice, "stopped")
  }
}

/// What the service did since it started.
struct ServiceCounts {
  private var polls = 0
  private var failures = 0
  private var changes = 0

  mutating func count(_ line: PolledLine) -> String {
    polls += 1
    changes += line.counts.all
    if line.isFailure { failures += 1 }
    return text
  }

  var text: String { "\(polls) polls, \(failures) failed, \(changes) changes" }
}

extension Log {
  static func write(_ line: PolledLine) {
    var fields = [("source", line.id.rawValue), ("outcome", line.outcome)]
    let counts = [
      ("added", line.counts.added), ("revised", line.counts.revised),
      ("withdrawn", line.counts.withdrawn), ("restored", line.counts.restored),
    ]
    fields += counts.filter { $0.1 > 0 }.map { ($0.0, "\($0.1)") }
    if let error = line.error { fields.append(("reason", error)) }
    write(line.isFailure ? .warning : line.counts.all > 0 ? .notice : .info, "polled", fields)
  }
}
