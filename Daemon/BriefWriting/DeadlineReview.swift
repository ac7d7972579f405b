import BriefModel
import BriefStore
import GRDB

/// Owes alerts about dates that became overdue or silent, once a day, in the transaction of the
/// day's first poll: what was told and up to which day is committed together.
struct DeadlineReview {
  let db: Database
  let store: StoreID
  let context: RecordingContext
  let reviewed: ReviewedDay

  /// Returns how many alerts are owed.
  func run(at time: Timestamp) throws -> Int {
    let today = time.day
    guard reviewed.day != today else { return 0 }
    let last = try RowStatement(db, "SELECT day FROM deadline_review").first([]) {
      CalendarDate(dayNumber: Int(try $0.integer(0, of: "the day of the last review")))
    }
    // After a jump of the clock into the future and back, the next day is told of again as usual.
    guard last.map({ $0 != today }) ?? true else {
      reviewed.day = today
      return 0
    }
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO deadline_review VALUES (1, ?)")
      .execute(arguments: [today.dayNumber])
    // What a new store, or one that knew no rules, finds in the past is history.
    guard let last, last < today, !context.rules.isEmpty else { return 0 }
    let events = try StoreSnapshot(db: db).deadlineEvents(after: last, today: today)
    return try events.reduce(0) { count, event in
      let alerts = Alert.owed(for: event, rules: context.rules)
      for alert in alerts {
        let key = alert.key(store: store)
        try OutboxRows(db: db).owe(
          alert, key: key, body: try context.body(alert, store, key), at: time, context: context)
      }
      return count + alerts.count
    }
  }
}

/// The day of which a transaction knows that its dates were told of: polls of one day need not ask
/// again, each. To be forgotten when something of the transaction is rolled back.
final class ReviewedDay {
  var day: CalendarDate?
}
