package import BriefModel
import BriefStore
import BriefWriting
import Synchronization

/// `brief-syncd once`: polls what is due (or everything), delivers what is owed, and ends.
package struct Round {
  private let assembly: Assembly

  package init(_ assembly: Assembly) {
    self.assembly = assembly
  }

  /// - Parameters:
  ///   - everything: poll all sources, due or not.
  ///   - onLine: called with a line for each source, as it is done.
  package func run(everything: Bool, onLine: @escaping @Sendable (String) -> Void) async
    -> RoundReport
  {
    let start = assembly.clock.moment.uptime
    let lines = Mutex<[PolledLine]>([])
    let poller = Poller(assembly, scheduling: .atOnce) { line in
      lines.withLock { $0.append(line) }
      onLine(line.text)
    }
    let chosen =
      everything
      ? Set(assembly.configuration.sources.map(\.id)) : await poller.due(at: assembly.clock.moment)
    await poller.run(.once(chosen))
    var report = RoundReport()
    report.sources = lines.withLock { $0 }.sorted { $0.id < $1.id }
    report.delivered = await assembly.dispatcher.drain()
    report.seconds = Double(assembly.clock.moment.uptime - start) / 1000
    return report
  }
}
