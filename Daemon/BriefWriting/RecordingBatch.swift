import BriefModel
import BriefStore
import GRDB

/// Records polls, each as a whole or not at all.
struct RecordingBatch {
  let db: Database
  let store: StoreID
  let location: StoreLocation
  let context: RecordingContext
  let search = PendingSearchRows()
  private let reviewed = ReviewedDay()

  /// Records polls in a transaction of their own, without savepoints: of what stood before one, SQLite
  /// copies each page that is changed in it. `nil` when one of the polls could not be recorded; then
  /// none was, and ``record(_:)`` finds out which.
  func recordTogether(
    _ polls: [PollRecord], beside rows: () throws -> Void
  ) throws -> [RecordedPoll]? {
    var recorded: [RecordedPoll]?
    try db.inTransaction {
      do {
        try rows()
        recorded = try polls.map {
          let poll = try recording($0)
          try search.writeIfMany(to: db)
          return poll
        }
        try search.write(to: db)
        return .commit
      } catch  where !error.endsTransaction {
        recorded = nil
        forget(from: 0)
        return .rollback
      }
    }
    return recorded
  }

  /// Records each poll in a savepoint of its own, within a transaction.
  func record(_ polls: [PollRecord]) throws -> [RecordedPoll] {
    let recorded = try polls.map(apart)
    try search.write(to: db)
    return recorded
  }

  private func apart(_ poll: PollRecord) throws -> RecordedPoll {
    let waiting = search.count
    var recorded = RecordedPoll(source: poll.source)
    do {
      try db.inSavepoint {
        recorded = try recording(poll)
        return .commit
      }
    } catch  where !error.endsTransaction {
      forget(from: waiting)
      recorded = RecordedPoll(source: poll.source)
      recorded.trouble = StoreTrouble(error, at: location)
    }
    try search.writeIfMany(to: db)
    return recorded
  }

  /// What was rolled back.
  private func forget(from waiting: Int) {
    search.drop(from: waiting)
    reviewed.day = nil
  }

  private func recording(_ poll: PollRecord) throws -> RecordedPoll {
    try PollRecording(
      db: db, store: store, poll: poll, context: context, search: search, reviewed: reviewed
    ).record()
  }
}

extension Error {
  /// The database rolled the transaction back by itself: nothing of it may be reported as done.
  fileprivate var endsTransaction: Bool {
    (self as? DatabaseError).map {
      [.SQLITE_FULL, .SQLITE_IOERR, .SQLITE_NOMEM].contains($0.resultCode)
    } ?? false
  }
}
