public import BriefModel
internal import BriefStore

/// Changes and where to go on.
public struct ChangePage: Hashable, Sendable {
  /// In the order in which they were recorded.
  public var changes: [Change]
  /// Hand it back to get exactly what was recorded after this page.
  public var next: Cursor
  /// True when the limit cut the answer and more is there already.
  public var isCut: Bool

  public init(changes: [Change], next: Cursor, isCut: Bool) {
    (self.changes, self.next, self.isCut) = (changes, next, isCut)
  }
}

extension ArchiveSnapshot {
  /// The changes after a cursor, and the cursor to ask with next: it stands at the last revision of
  /// which all that the question could give was given, so what came after ``ChangeQuestion/until`` is
  /// still to come.
  ///
  /// Throws ``ArchiveError/Code/otherStore`` when the cursor belongs to another store (this one was
  /// rebuilt) or stands after this store's last revision (this one was put back from a copy): the
  /// reader must decide how to begin again, and is never silently begun again for.
  public func changes(
    since cursor: Cursor, _ question: ChangeQuestion = ChangeQuestion()
  ) throws(ArchiveError) -> ChangePage {
    let here = try self.cursor()
    guard cursor.store == here.store else {
      throw ArchiveError(
        StoreTrouble.otherStore(expected: cursor.store.rawValue, found: here.store.rawValue),
        at: location)
    }
    guard cursor.revision <= here.revision else {
      if let past, cursor.revision <= (try query { try $0.lastRevision() }) {
        throw ArchiveError(
          code: .badQuestion,
          message: """
            The cursor stands at revision \(cursor.revision.number), and at \(past.moment) the store \
            ended at \(here.revision.number): by then nothing had come after the cursor.
            """,
          nextCommand: "brief-sync changes --as-of \(past.moment)  (without the cursor)")
      }
      throw ArchiveError(
        code: .otherStore,
        message: """
          The cursor stands at revision \(cursor.revision.number), the store ends at \
          \(here.revision.number): it was put back from an older copy.
          """,
        nextCommand: "brief-sync changes  (without the cursor, to begin again)")
    }
    var filter = question.filter
    filter.through = here.revision
    let end = Cursor(
      store: here.store,
      revision: max(cursor.revision, try self.cursor(after: question).revision))
    guard let limit = question.limit else {
      let changes = try query { try $0.changes(after: cursor.revision, filter) }
      return ChangePage(changes: changes, next: end, isCut: false)
    }
    return try page(after: cursor, end: end, filter, limit: max(limit, 1))
  }

  /// The cursor of one who has seen all that the question gives now: what was recorded later than
  /// its end comes after it.
  public func cursor(after question: ChangeQuestion) throws(ArchiveError) -> Cursor {
    var end = try cursor()
    if let until = question.until {
      end.revision = min(end.revision, try query { try $0.lastRevision(asOf: until) })
    }
    return end
  }

  /// A page that ends with a whole revision: one more than `limit` is asked for to see whether the
  /// last one is cut, and then what it still has.
  private func page(
    after cursor: Cursor, end: Cursor, _ filter: ChangeFilter, limit: Int
  ) throws(ArchiveError) -> ChangePage {
    var filter = filter
    filter.limit = limit == .max ? limit : limit + 1
    var changes = try query { try $0.changes(after: cursor.revision, filter) }
    guard changes.count > limit, let last = changes.dropLast().last?.revision else {
      return ChangePage(changes: changes, next: end, isCut: false)
    }
    changes.removeAll { $0.revision >= last }
    filter.limit = nil
    filter.through = last
    let before = Revision(last.number - 1)
    changes += try query { try $0.changes(after: before, filter) }
    return ChangePage(
      changes: changes, next: Cursor(store: end.store, revision: last), isCut: true)
  }

  /// The newest changes first, for people: exactly `limit` of them, those after a cursor alone.
  public func newestChanges(
    _ question: ChangeQuestion, after start: Cursor? = nil
  ) throws(ArchiveError) -> [Change] {
    let here = try cursor()
    var filter = question.filter
    filter.newestFirst = true
    filter.through = here.revision
    return try query { try $0.changes(after: start?.revision ?? .none, filter) }
  }
}
