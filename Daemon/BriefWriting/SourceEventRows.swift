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
    let event = SourceEvent.after(
      trouble, of: poll.source, standing: try standing(source), at: poll.time,
      failingAfter: context.alertPolicy.failingAfter)
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
    let statement = try db.cachedStatement(
      sql: "SELECT state, failures, trouble_since FROM poll_state WHERE source = ?")
    guard let row = try Row.fetchOne(statement, arguments: [source]) else {
      return SourceStanding()
    }
    let record = "the state of a source"
    return SourceStanding(
      isRetired: try row.value("state", of: record) as String == "retired",
      failures: try row.value("failures", of: record),
      troubleSince: try row.optionalTime("trouble_since", of: record))
  }
}
