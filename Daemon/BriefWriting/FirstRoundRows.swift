import BriefModel
import BriefStore
import GRDB

/// The first sync of a source whose pages are read a few with each poll: what its rounds bring is held
/// back until the last of them and goes as one message.
struct FirstRoundRows {
  private enum Limits {
    /// Seconds. A sitemap of a thousand pages, twenty a poll, takes two days with a poll an hour.
    static let longestHold: Int64 = 7 * 86_400
  }

  let db: Database
  let context: RecordingContext

  /// What its alerts wait for, whatever pages are still to be read.
  static func hold(_ source: SourceID, began: Timestamp) -> AlertHold {
    AlertHold(
      batch: "first-round.\(source)", until: began.advanced(by: Limits.longestHold),
      reason: .firstPoll)
  }

  /// When the first round began that is still under way after this poll's visits, or with them;
  /// `nil` for a source whose first pages are all read.
  func begin(
    source: Int64, id: SourceID, isFirstPoll: Bool, at time: Timestamp
  ) throws -> Timestamp? {
    if isFirstPoll, try hasWaitingPages(source) {
      try RowStatement(db, "INSERT OR IGNORE INTO first_round VALUES (?, ?)").run([
        .integer(source), .integer(time.seconds),
      ])
    }
    guard let began = try began(source), time < Self.hold(id, began: began).until else {
      return nil
    }
    return began
  }

  /// Ends a round whose last page was read, or that took too long: its alerts are due by the timing
  /// of their rules.
  func end(source: Int64, id: SourceID, at time: Timestamp) throws {
    guard let began = try began(source) else { return }
    let hold = Self.hold(id, began: began)
    guard try time >= hold.until || time < began || !hasWaitingPages(source) else { return }
    try RowStatement(db, "DELETE FROM first_round WHERE source = ?").run([.integer(source)])
    try OutboxRows(db: db).release(hold.batch, at: time, context: context)
  }

  private func began(_ source: Int64) throws -> Timestamp? {
    try RowStatement(db, "SELECT began FROM first_round WHERE source = ?").first([.integer(source)])
    {
      Timestamp(seconds: try $0.integer(0, of: "a first round"))
    }
  }

  func hasWaitingPages(_ source: Int64) throws -> Bool {
    try RowStatement(
      db, "SELECT EXISTS (SELECT 1 FROM page WHERE source = ? AND visited IS NULL)"
    ).first([.integer(source)]) { try $0.integer(0, of: "a page") != 0 } ?? false
  }
}
