package import BriefModel
package import BriefStore
import Foundation
import GRDB

/// What the daemon remembers of a source between polls.
package struct RememberedSource: Hashable, Sendable {
  package var validators: Validators
  /// The address that gave them; `nil` when an older version kept them.
  package var validatedURL: String?
  package var bodyDigest: Digest?
  /// How the document was read; `nil` as a feed of which nothing more was said.
  package var readAs: String?
  /// The scheduler's own state, JSON; a part of one text of some hundred sources, which goes as a
  /// whole once nobody needs a part of it. By themselves, ten thousand that go leave as many holes.
  package var schedule: Substring?
  /// What was learned of the source's rhythm, JSON, likewise.
  package var rhythm: Substring?
  package var nextPoll: Timestamp?
  /// The address that is polled instead of the configured one.
  package var movedTo: String?
  /// A person paused it.
  package var isPaused = false
  /// Its publisher answered 410.
  package var isRetired = false
  /// Its last poll failed.
  package var isFailing = false
  /// Older documents of it are being read back to close a gap.
  package var readsOlder = false

  package init(
    validators: Validators = Validators(), bodyDigest: Digest? = nil, schedule: String? = nil,
    nextPoll: Timestamp? = nil
  ) {
    self.validators = validators
    self.bodyDigest = bodyDigest
    self.schedule = schedule.map { $0[...] }
    self.nextPoll = nextPoll
  }
}

extension StoreWriter {
  /// What is remembered of all sources that were ever known, by id.
  package func remembered() async throws(StoreTrouble) -> [SourceID: RememberedSource] {
    try await remembered(into: [:]) { $0[$1] = $2 }
  }

  /// The same, put by `add` where the caller wants it, source by source: ten thousand take a tenth of the
  /// service's memory, and a dictionary as much beside it.
  package func remembered<Table: Sendable>(
    into table: Table, _ add: @escaping @Sendable (inout Table, SourceID, RememberedSource) -> Void
  ) async throws(StoreTrouble) -> Table {
    try await read { snapshot in
      var table = table
      var rows = SharedRows()
      try RowStatement(
        snapshot.db,
        """
        SELECT s.id, p.etag, p.last_modified, p.body_digest, p.schedule, p.next_poll, r.learned,
          p.moved_to, p.state, p.validated_url, p.read_as,
          EXISTS (SELECT 1 FROM older_reading o WHERE o.source = p.source AND o.ended IS NULL)
        FROM poll_state p JOIN source s ON s.n = p.source
        LEFT JOIN rhythm r ON r.source = p.source
        """
      ).forEachRow([]) { row in
        // A value of another type than it should have is as good as none: it is asked for again.
        func text(_ column: CInt) -> String? { (try? row.optionalText(column, of: "")) ?? nil }
        guard let id = text(0) else { return }
        var memory = RememberedSource(
          validators: Validators(etag: text(1), lastModified: text(2)),
          bodyDigest: try? row.bytes(3, of: "") { Digest($0) },
          nextPoll: snapshot.timestamp((try? row.optionalInteger(5, of: "")) ?? nil))
        memory.movedTo = text(7)
        memory.validatedURL = text(9)
        memory.readAs = text(10)
        memory.readsOlder = ((try? row.optionalInteger(11, of: "")) ?? nil) == 1
        let state = text(8)
        memory.isPaused = state == SourceState.State.paused.rawValue
        memory.isRetired = state == SourceState.State.retired.rawValue
        memory.isFailing = state == SourceState.State.failing.rawValue
        rows.add(SourceID(id), memory, schedule: text(4), rhythm: text(6))
        if rows.isFull { rows.handOver { add(&table, $0, $1) } }
      }
      rows.handOver { add(&table, $0, $1) }
      return table
    }
  }

  /// What hosts asked for before the last stop.
  package func rememberedHosts() async throws(StoreTrouble) -> [HostRecord] {
    try await read { snapshot in
      try Row.fetchAll(
        snapshot.db, sql: "SELECT * FROM host WHERE asked > 0 OR honoured > 0 ORDER BY name"
      ).map { row in
        let record = "what a host asked for"
        return HostRecord(
          name: try row.value("name", of: record),
          closedUntil: try row.optionalTime("closed_until", of: record),
          asked: try row.value("asked", of: record),
          honoured: try row.value("honoured", of: record))
      }
    }
  }

  package func validators(of source: SourceID) async throws(StoreTrouble) -> Validators {
    try await remembered()[source]?.validators ?? Validators()
  }
}
