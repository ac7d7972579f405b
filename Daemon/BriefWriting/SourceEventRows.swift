import BriefModel
import BriefStore
import GRDB

/// Owes alerts about sources in trouble and their recovery.
struct SourceEventRows {
  let db: Database
  let store: StoreID
  let context: RecordingContext

  /// To be called before the poll changes the source's state. Returns how many alerts are owed.
  func owe(after poll: PollRecord, source: Int64) throws -> Int {
    var trouble: PollTrouble?
    if case .trouble(let found) = poll.observation { trouble = found }
    let standing = try standing(source)
    var event = SourceEvent.after(
      trouble, of: poll.source, standing: standing, at: poll.time,
      failingAfter: context.alertPolicy.failingAfter)
    // Of one that cannot be read nobody knows whether it is silent.
    if trouble == nil, event == nil {
      event = SourceEvent.after(poll.silence, of: poll.source, standing: standing, at: poll.time)
      try keep(poll.silence, was: standing.silentSince, at: poll.time, source: source)
    }
    guard let event else { return 0 }
    let alerts = Alert.owed(for: event, rules: context.rules)
    for alert in alerts {
      let key = alert.key(store: store)
      try OutboxRows(db: db).owe(
        alert, key: key, body: try context.body(alert, store, key), at: poll.time,
        context: context)
    }
    return alerts.count
  }

  private func standing(_ source: Int64) throws -> SourceStanding {
    let statement = try RowStatement(
      db,
      """
      SELECT state, failures, trouble_since, silent_since, last_success FROM poll_state
      WHERE source = ?
      """)
    let snapshot = StoreSnapshot(db: db)
    let record = "the state of a source"
    return try statement.first([.integer(source)]) { row in
      SourceStanding(
        isRetired: try row.text(0, of: record) == "retired",
        failures: Int(try row.integer(1, of: record)),
        troubleSince: snapshot.timestamp(try row.optionalInteger(2, of: record)),
        silentSince: snapshot.timestamp(try row.optionalInteger(3, of: record)),
        wasRead: try row.optionalInteger(4, of: record) != nil)
    } ?? SourceStanding()
  }

  private func keep(
    _ silence: UsualSilence?, was known: Timestamp?, at time: Timestamp, source: Int64
  ) throws {
    let since = silence.flatMap { $0.isOver(at: time) ? $0.since : nil }
    guard since != known else { return }
    try db.cachedStatement(sql: "UPDATE poll_state SET silent_since = ? WHERE source = ?")
      .execute(arguments: [since?.seconds, source])
  }
}
