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

  /// Records polls that brought nothing in a transaction that has no other, and needs no savepoint
  /// then: what is in one SQLite copies before it is changed. `nil` when one of them could not be
  /// recorded, or brought something; then none was.
  func recordQuiet(
    _ polls: [PollRecord], beside rows: () throws -> Void
  ) throws -> [RecordedPoll]? {
    guard polls.allSatisfy(\.isQuiet) else { return nil }
    var recorded: [RecordedPoll]?
    try db.inTransaction {
      do {
        try rows()
        recorded = try polls.map(recording)
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

  /// Within a transaction.
  func record(_ polls: [PollRecord]) throws -> [RecordedPoll] {
    var recorded: [RecordedPoll] = []
    recorded.reserveCapacity(polls.count)
    var rest = polls[...]
    while let first = rest.first {
      let run = rest.prefix { $0.isQuiet == first.isQuiet }
      recorded += try (first.isQuiet ? together(run) : nil) ?? run.map(apart)
      rest = rest[run.endIndex...]
    }
    try search.write(to: db)
    return recorded
  }

  /// Polls that brought nothing, in one savepoint: making one costs as much as recording such a
  /// poll. `nil` when one could not be recorded; then none was, and each is tried by itself.
  private func together(_ polls: ArraySlice<PollRecord>) throws -> [RecordedPoll]? {
    let waiting = search.count
    do {
      var recorded: [RecordedPoll] = []
      try db.inSavepoint {
        recorded = try polls.map(recording)
        return .commit
      }
      return recorded
    } catch  where !error.endsTransaction {
      forget(from: waiting)
      return nil
    }
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

extension PollRecord {
  /// No document came.
  fileprivate var isQuiet: Bool {
    if case .snapshot = observation { false } else { true }
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
