import BriefConfiguration
import BriefFetching
import BriefModel
import BriefStore
import BriefWriting
import Foundation

/// The sources that the configuration names, with all that it says of them.
struct FollowedSources: Sendable {
  var sources: [Source] = []
  var readings: [SourceID: SourceReading] = [:]
  /// What opens those that are not open to everyone.
  var keys: [SourceID: SourceKey] = [:]

  init(_ configuration: DaemonConfiguration) {
    sources = configuration.sources
    readings = configuration.readings
    keys = configuration.keys
  }

  init(sources: [Source], readings: [SourceID: SourceReading]) {
    self.sources = sources
    self.readings = readings
  }
}

/// What a reload changed.
struct FollowedChanges: Hashable, Sendable {
  var added: [SourceID] = []
  var changed: [SourceID] = []
  var removed: [SourceID] = []

  init(from before: FollowedSources, to after: FollowedSources) {
    let old = Dictionary(
      before.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for source in after.sources {
      guard let known = old[source.id] else {
        added.append(source.id)
        continue
      }
      if known != source || before.readings[source.id] != after.readings[source.id]
        || before.keys[source.id] != after.keys[source.id]
      {
        changed.append(source.id)
      }
    }
    let kept = Set(after.sources.map(\.id))
    removed = before.sources.map(\.id).filter { !kept.contains($0) }
  }

  /// `2 sources added, 1 changed, 1 removed`.
  var text: String {
    "\(added.count) \(added.count == 1 ? "source" : "sources") added, \(changed.count) changed, \(removed.count) removed"
  }
}

extension ScheduledSource {
  init(_ source: Source) {
    self.init(
      id: source.id, host: source.pollHost,
      limits: IntervalLimits(minimum: source.interval, maximum: source.maximumInterval),
      isOwnNetwork: source.allowsPrivateAddresses)
  }
}

extension Source {
  /// Host and port in lower case, for limits per host; empty for a folder.
  var pollHost: String { PollHost.name(url: url, kind: kind) }
}

extension RememberedSource {
  /// The schedule's state of a source as it was stored; `nil` when nothing was. What a person or the
  /// publisher decided stands in columns of its own and holds whatever the JSON says.
  var pollState: PollState? {
    let stored = schedule.flatMap {
      PollState(text: $0) ?? (try? StoreJSON.value(PollState.self, String($0)))
    }
    guard var state = stored ?? (isPaused || isRetired ? PollState() : nil) else { return nil }
    if let rhythm,
      let learned = Rhythm(text: rhythm) ?? (try? StoreJSON.value(Rhythm.self, String(rhythm)))
    {
      state.rhythm = learned
    }
    state.isPaused = isPaused
    if isRetired {
      state.retiredAt = state.retiredAt ?? state.lastPoll ?? Timestamp(seconds: 0)
    } else {
      state.retiredAt = nil
    }
    return state
  }

  /// By what was stored of its schedule.
  func isDue(at moment: Timestamp) -> Bool {
    guard !isPaused, !isRetired else { return false }
    return schedule == nil || nextPoll.map { $0 <= moment } ?? true
  }
}

extension HostRecord {
  init(_ name: String, _ state: HostState) {
    self.init(
      name: name, closedUntil: state.closedUntil, asked: state.asked, honoured: state.honoured)
  }

  var state: HostState {
    var state = HostState()
    state.closedUntil = closedUntil
    state.asked = asked
    state.honoured = honoured
    return state
  }
}
