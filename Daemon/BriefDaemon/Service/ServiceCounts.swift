import BriefModel
import BriefWriting
import Synchronization

/// What the service did since it started, and how its sources fare.
final class ServiceCounts: Sendable {
  struct Counts: Hashable, Sendable {
    var polls = 0
    var notModified = 0
    var failures = 0
    var bytes = 0
    var changes = ChangeCounts()
    var reloads = 0
    var sources: Set<SourceID> = []
    var failing: Set<SourceID> = []
    var retired: Set<SourceID> = []
    var paused: Set<SourceID> = []
    /// Why what the last poll brought could not be recorded; `nil` when it was.
    var unrecorded: String?
  }

  private let counts = Mutex(Counts())

  var now: Counts { counts.withLock { $0 } }

  func count(_ line: PolledLine) {
    counts.withLock { counts in
      counts.polls += 1
      counts.unrecorded = line.wasRecorded ? nil : line.error
      counts.bytes += line.bytes
      counts.notModified += line.wasNotModified ? 1 : 0
      counts.changes.added += line.counts.added
      counts.changes.revised += line.counts.revised
      counts.changes.withdrawn += line.counts.withdrawn
      counts.changes.restored += line.counts.restored
      if line.isFailure {
        counts.failures += 1
        counts.failing.insert(line.id)
        if line.outcome == "http-410" { counts.retired.insert(line.id) }
      } else {
        counts.failing.remove(line.id)
        counts.retired.remove(line.id)
      }
    }
  }

  /// What is followed from now on, as the store remembers it.
  func follow(_ sources: [Source], _ remembered: (SourceID) -> RememberedSource?) {
    counts.withLock { counts in
      counts.sources = Set(sources.map(\.id))
      counts.failing.formIntersection(counts.sources)
      for id in counts.sources where remembered(id)?.isFailing == true { counts.failing.insert(id) }
      counts.retired = counts.sources.filter { remembered($0)?.isRetired == true }
      counts.paused = counts.sources.filter { remembered($0)?.isPaused == true }
    }
  }

  func setPaused(_ id: SourceID, _ isPaused: Bool) {
    counts.withLock { counts in
      counts.retired.remove(id)
      if isPaused { counts.paused.insert(id) } else { counts.paused.remove(id) }
    }
  }

  func countReload() { counts.withLock { $0.reloads += 1 } }

  /// `14 sources, 1 failing, 2 paused; 240 polls, 3 changes`.
  var text: String {
    let now = now
    let states = [
      (now.failing.subtracting(now.retired).count, "failing"), (now.retired.count, "gone"),
      (now.paused.count, "paused"),
    ].filter { $0.0 > 0 }.map { ", \($0.0) \($0.1)" }.joined()
    return
      "\(counted(now.sources.count, "source"))\(states); \(counted(now.polls, "poll")), \(counted(now.changes.all, "change"))"
  }
}
