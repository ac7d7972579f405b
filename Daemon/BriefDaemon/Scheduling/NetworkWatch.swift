import BriefModel

/// Tells a network of ours that is gone from sources that fail.
///
/// Evidence is a source whose last poll was good and that now gets no answer at all. When
/// `hostsBeforeOffline` different hosts give such evidence and nothing answered in between, no
/// source is blamed and one probe at a time goes on. A source that was excused once and fails again
/// before it ever answered is no evidence: otherwise three dead publishers could excuse each other
/// for ever.
struct NetworkWatch: Sendable {
  struct Away: Sendable {
    var since: Timestamp
    /// Uptime in milliseconds of the next probe.
    var probeAt: Int64
    /// Seconds between this probe and the one after.
    var wait: Int64
  }

  private(set) var away: Away?
  /// The sources that failed since the last answer, by host.
  private(set) var suspects: [String: [SourceID]] = [:]

  var isAway: Bool { away != nil }

  /// Some host answered, with whatever status. True when that ended an absence.
  mutating func answered() -> Bool {
    suspects.removeAll()
    defer { away = nil }
    return away != nil
  }

  /// A source that was good got no answer. Returns the sources to excuse when that makes it an
  /// absence.
  mutating func missed(
    _ source: SourceID, host: String, at now: Moment, policy: SchedulingPolicy
  ) -> [SourceID]? {
    suspects[host, default: []].append(source)
    guard suspects.count >= policy.hostsBeforeOffline else { return nil }
    let excused = suspects.values.joined().sorted()
    wentAway(at: now, policy: policy)
    return excused
  }

  mutating func wentAway(at now: Moment, policy: SchedulingPolicy) {
    suspects.removeAll()
    guard away == nil else { return }
    away = Away(
      since: now.wall, probeAt: now.uptime.plusSaturating(policy.offlineProbe * 1000),
      wait: policy.offlineProbe)
  }

  mutating func probed(at now: Moment, policy: SchedulingPolicy) {
    guard var absence = away else { return }
    absence.probeAt = now.uptime.plusSaturating(absence.wait * 1000)
    absence.wait = min(absence.wait * 2, policy.longestOfflineProbe)
    away = absence
  }
}
