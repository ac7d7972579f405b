import BriefModel
import BriefStore
import GRDB

/// Whether none of a source's pages gives a text any more: the source itself is polled well, and the edits of its
/// texts are seen by nobody.
struct PageRefusal {
  /// It was told of.
  var wasKnown: Bool
  /// What happened to the page that was visited last; `nil` while one of them can be read.
  var reason: String?
  var pages = 0

  /// Pages that were visited: of one or two nothing is said.
  private static let fewestPages: Int64 = 3
  /// Visits in a row that brought no text of a page. The waits between them double from an hour: a day and more.
  private static let visits: Int64 = 6

  /// - Parameter standing: how the source stood before the poll.
  init(after poll: PollRecord, source: Int64, standing: SourceRows.Standing, db: Database) throws {
    wasKnown = standing.logged.oddities.contains("\"\(SourceOddity.pagesRefused.rawValue)\"")
    guard !poll.pages.isEmpty else {
      // Nothing was visited, and nothing is known anew.
      if wasKnown { reason = "" }
      return
    }
    let record = "the pages of a source"
    // Of most sources the first page that is looked at is well.
    let isRead = try RowStatement(
      db,
      """
      SELECT EXISTS (SELECT 1 FROM page
        WHERE source = ? AND visited IS NOT NULL AND failures < ?)
      """
    ).first([.integer(source), .integer(Self.visits)]) { try $0.integer(0, of: record) == 1 }
    if isRead == true { return }
    let found = try RowStatement(
      db,
      """
      SELECT count(*), (SELECT reason FROM page WHERE source = ?1 AND visited IS NOT NULL
          ORDER BY visited DESC, link LIMIT 1)
      FROM page WHERE source = ?1 AND visited IS NOT NULL
      """
    ).first([.integer(source)]) {
      (count: try $0.integer(0, of: record), reason: try $0.optionalText(1, of: record))
    }
    guard let found, found.count >= Self.fewestPages else { return }
    (pages, reason) = (Int(clamping: found.count), found.reason ?? "")
  }

  /// True when what is kept of the source says otherwise, or is to say so again.
  var isMarked: Bool { wasKnown || reason != nil }

  /// What there is to tell; `nil` when that was told.
  func event(of source: SourceID, at time: Timestamp) -> SourceEvent? {
    guard wasKnown != (reason != nil) else { return nil }
    return SourceEvent(
      source: source, kind: reason == nil ? .recovered : .failing, time: time, since: time,
      failures: reason == nil ? 0 : Int(clamping: Self.visits),
      reason: reason.map {
        "None of its \(pages) pages has given a text for long, so that no edit of them is seen: \($0)"
      })
  }

  /// Keeps it among what is odd of the source, once the poll has written what it found odd itself.
  func mark(_ source: Int64, db: Database) throws {
    guard isMarked else { return }
    let record = "a source"
    let statement = try RowStatement(db, "SELECT oddities FROM poll_state WHERE source = ?")
    let kept = try statement.first([.integer(source)]) {
      try StoreJSON.value([SourceOddity].self, try $0.text(0, of: record), of: record)
    }
    var oddities = Set(kept ?? [])
    if reason == nil { oddities.remove(.pagesRefused) } else { oddities.insert(.pagesRefused) }
    let text = try StoreJSON.text(oddities.sorted { $0.rawValue < $1.rawValue })
    try db.cachedStatement(sql: "UPDATE poll_state SET oddities = ? WHERE source = ?")
      .execute(arguments: [text, source])
  }
}
