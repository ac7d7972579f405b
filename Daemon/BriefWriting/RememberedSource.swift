package import BriefModel
package import BriefStore
import Foundation
import GRDB

/// What the daemon remembers of a source between polls.
package struct RememberedSource: Hashable, Sendable {
  package var validators: Validators
  package var bodyDigest: Digest?
  /// The scheduler's own state, JSON.
  package var schedule: String?
  /// What was learned of the source's rhythm, JSON.
  package var rhythm: String?
  package var nextPoll: Timestamp?
  /// The address that is polled instead of the configured one.
  package var movedTo: String?
  /// A person paused it.
  package var isPaused = false
  /// Its publisher answered 410.
  package var isRetired = false
  /// Its last poll failed.
  package var isFailing = false

  package init(
    validators: Validators = Validators(), bodyDigest: Digest? = nil, schedule: String? = nil,
    nextPoll: Timestamp? = nil
  ) {
    self.validators = validators
    self.bodyDigest = bodyDigest
    self.schedule = schedule
    self.nextPoll = nextPoll
  }
}

extension StoreWriter {
  /// What is remembered of all sources that were ever known, by id.
  package func remembered() async throws(StoreTrouble) -> [SourceID: RememberedSource] {
    try await read { snapshot in
      let rows = try Row.fetchAll(
        snapshot.db,
        sql: """
          SELECT s.id, p.*, r.learned FROM poll_state p JOIN source s ON s.n = p.source
          LEFT JOIN rhythm r ON r.source = p.source
          """)
      var remembered: [SourceID: RememberedSource] = [:]
      for row in rows {
        // A value of another type than it should have is as good as none: it is asked for again.
        func column<Value: DatabaseValueConvertible>(_ name: String) -> Value? {
          Value.fromDatabaseValue(row[name] ?? .null)
        }
        guard let id: String = column("id") else { continue }
        let digest: Data? = column("body_digest")
        var memory = RememberedSource(
          validators: Validators(etag: column("etag"), lastModified: column("last_modified")),
          bodyDigest: digest.flatMap { Digest([UInt8]($0)) }, schedule: column("schedule"),
          nextPoll: snapshot.timestamp(column("next_poll")))
        memory.rhythm = column("learned")
        memory.movedTo = column("moved_to")
        memory.isPaused = column("state") == SourceState.State.paused.rawValue
        memory.isRetired = column("state") == SourceState.State.retired.rawValue
        memory.isFailing = column("state") == SourceState.State.failing.rawValue
        remembered[SourceID(id)] = memory
      }
      return remembered
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
