import BriefConfiguration
import BriefExtraction
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

/// A source as a poll asked for it and read it.
struct AskedSource: Sendable {
  var source: Source
  var reading: SourceReading
  var key: SourceKey?

  /// Another poll would ask the same and read it in the same way. How often is another matter.
  func isAlike(_ other: AskedSource) -> Bool {
    var source = other.source
    (source.interval, source.maximumInterval) = (self.source.interval, self.source.maximumInterval)
    return source == self.source && other.reading == reading && other.key == key
  }

  /// What decides how a document is read; `nil` for a feed of which no more is said. Where it is another
  /// than last time the same bytes may say something else.
  var readAs: String? {
    var parts: [String] = []
    if source.kind != .feed { parts.append(source.kind.rawValue) }
    if !source.languages.isEmpty { parts.append("languages=\(source.languages)") }
    if let series = source.series { parts.append("series=\(series)") }
    if reading != SourceReading() {
      if reading.readsPages { parts.append("pages") }
      parts += reading.listing.texts.map { "listing.\($0)" }
      parts += reading.article.texts.map { "article.\($0)" }
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  func isReadAs(_ remembered: RememberedSource) -> Bool { readAs == remembered.readAs }
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
      limits: source.limits,
      isOwnNetwork: source.allowsPrivateAddresses)
  }
}

extension Source {
  /// Host and port in lower case, for limits per host; empty for a folder.
  var pollHost: String { PollHost.name(url: url, kind: kind) }

  var limits: IntervalLimits { IntervalLimits(minimum: interval, maximum: maximumInterval) }
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

  /// By what was stored of its schedule. A plan that `limits` do not allow does not hold: they were wider
  /// when it was made, or the clock was ahead.
  func isDue(at moment: Timestamp, limits: IntervalLimits, policy: SchedulingPolicy) -> Bool {
    guard !isPaused, !isRetired else { return false }
    guard schedule != nil, let nextPoll, nextPoll > moment else { return true }
    let longest =
      isFailing
      ? max(limits.maximum, policy.backOff.longest, policy.longestRetryAfter) : limits.maximum
    if moment.seconds(until: nextPoll) > longest { return true }
    // Few plans say so, and only these are read.
    guard !isFailing, let schedule, Self.saysMinimum(schedule) else { return false }
    return pollState?.isWider(than: limits) == true
  }
}

extension RememberedSource {
  /// By its bytes: ten thousand are asked at a start.
  private static func saysMinimum(_ schedule: Substring) -> Bool {
    let word = Array("\"\(PollReason.Kind.minimum.rawValue)\"".utf8)
    return schedule.utf8.withContiguousStorageIfAvailable { text in
      text.indices.contains { text[$0] == word[0] && text[$0...].starts(with: word) }
    } ?? true
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
