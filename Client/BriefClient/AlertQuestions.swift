public import BriefModel
internal import BriefStore

/// What rules for alerts ask of the past.
extension ArchiveSnapshot {
  /// What a publication said after a change and, of an edit, before it, with the dates that the
  /// change moved.
  public func details(of change: Change) throws(ArchiveError) -> ChangeDetails {
    try query { store in
      var details = try store.details(of: change)
      if change.kind == .added || change.kind == .revised {
        details.moves = try store.moves(of: change.publication.id, version: change.version)
      }
      return details
    }
  }

  /// Dates that became overdue or silent after `day`, or were restated since, by what is known today.
  public func dates(
    passedAfter day: CalendarDate, today: CalendarDate
  ) throws(ArchiveError) -> [DeadlineEvent] {
    try query { try $0.deadlineEvents(after: day, today: today) }
  }

  /// Sources whose present trouble or unusual silence began after a moment. Troubles that are over
  /// are not kept.
  public func sourcesInTrouble(
    since moment: Timestamp, failingAfter: Int = AlertPolicy().failingAfter
  ) throws(ArchiveError) -> [SourceEvent] {
    try sources().compactMap { source in
      if let since = source.troubleSince, since >= moment,
        source.state == .retired || source.consecutiveFailures >= failingAfter
      {
        return SourceEvent(
          source: source.id, kind: source.state == .retired ? .retired : .failing, time: since,
          since: since, failures: source.consecutiveFailures, reason: source.reason)
      }
      guard let since = source.silentSince, let last = source.lastSuccess, last >= moment else {
        return nil
      }
      return SourceEvent(
        source: source.id, kind: .silent, time: last, since: since, failures: 0,
        reason: "Nothing new since \(since.rfc3339.prefix(10)).")
    }
  }
}
