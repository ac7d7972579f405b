import BriefModel
import BriefStore
import GRDB

/// Owes alerts about sources in trouble and their recovery.
struct SourceEventRows {
  let db: Database
  let store: StoreID
  let context: RecordingContext

  /// - Parameter standing: how the source stood before the poll.
  /// - Returns: How many alerts are owed.
  func owe(
    after poll: PollRecord, source: Int64, standing: SourceStanding, refusal: PageRefusal
  ) throws -> Int {
    var trouble: PollTrouble?
    if case .trouble(let found) = poll.observation { trouble = found }
    var event = SourceEvent.after(
      trouble, of: poll.source, standing: standing, at: poll.time,
      failingAfter: context.alertPolicy.failingAfter)
    // Of one that cannot be read nobody knows whether it is silent.
    if trouble == nil, event == nil {
      event = SourceEvent.after(poll.silence, of: poll.source, standing: standing, at: poll.time)
      try keep(poll.silence, was: standing.silentSince, at: poll.time, source: source)
    }
    let events = [event, refusal.event(of: poll.source, at: poll.time)].compactMap(\.self)
    let alerts = events.flatMap { Alert.owed(for: $0, rules: context.rules) }
    for alert in alerts {
      let key = alert.key(store: store)
      try OutboxRows(db: db).owe(
        alert, key: key, body: try context.body(alert, store, key), at: poll.time,
        context: context)
    }
    return alerts.count
  }

  private func keep(
    _ silence: UsualSilence?, was known: Timestamp?, at time: Timestamp, source: Int64
  ) throws {
    let since = silence?.begun(by: time)
    guard since != known?.seconds else { return }
    try db.cachedStatement(sql: "UPDATE poll_state SET silent_since = ? WHERE source = ?")
      .execute(arguments: [since, source])
  }
}
