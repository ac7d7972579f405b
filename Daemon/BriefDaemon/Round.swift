import BriefConfiguration
package import BriefModel
import BriefStore
import BriefWriting
import Synchronization

/// `brief-syncd once`: polls what is due (or everything), delivers what is owed, and ends.
package struct Round {
  private let assembly: Assembly
  /// Seconds for which a round waits for receivers at most; what is still owed goes out with the
  /// next.
  private static let patience: Int64 = 60

  package init(_ assembly: Assembly) {
    self.assembly = assembly
  }

  /// - Parameters:
  ///   - everything: poll all sources, due or not.
  ///   - only: poll these, due or not.
  ///   - onLine: called with a line for each source, as it is done.
  package func run(
    everything: Bool, only: [SourceID]? = nil, onLine: @escaping @Sendable (String) -> Void
  ) async throws -> RoundReport {
    let start = assembly.clock.moment.uptime
    let lines = PolledLines()
    let unhindered = unhindered
    let poller = Poller(
      assembly, scheduling: assembly.configuration.polling.scheduling(atOnce: true)
    ) { line in
      lines.append(line)
      onLine(line.text)
    }
    let due = await poller.due(at: assembly.clock.moment)
    let chosen = only.map { Set($0) } ?? (everything ? unhindered : due)
    await poller.run(.once(chosen))
    var report = RoundReport()
    report.sources = lines.take()
    report.delivered = try await assembly.dispatcher.drain(seconds: Self.patience).delivered
    report.seconds = Double(assembly.clock.moment.uptime - start) / 1000
    return report
  }

  /// All sources but those that a person paused or that are gone for good.
  private var unhindered: Set<SourceID> {
    assembly.remembered.look { remembered in
      Set(
        assembly.configuration.sources.map(\.id).filter { id in
          remembered.place(of: id).map {
            !remembered[at: $0].isPaused && !remembered[at: $0].isRetired
          } ?? true
        })
    }
  }
}

/// The lines of a round, as they come in.
private final class PolledLines: Sendable {
  private let lines = Mutex<[PolledLine]>([])

  func append(_ line: PolledLine) {
    lines.withLock { $0.append(line) }
  }

  /// All, by id; without a copy of ten thousand.
  func take() -> [PolledLine] {
    lines.withLock { lines in
      lines.sort { $0.id < $1.id }
      defer { lines = [] }
      return lines
    }
  }
}
