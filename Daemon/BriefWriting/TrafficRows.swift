import BriefModel
import GRDB

/// What was asked of hosts: state, one row a host.
struct TrafficRows {
  let db: Database

  /// Adds counts to what is kept; the rest of a row is the schedule's.
  func add(_ traffic: [HostTraffic]) throws {
    guard !traffic.isEmpty else { return }
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO host VALUES (?1, NULL, 0, 0, ?2, ?3, ?4)
        ON CONFLICT (name) DO UPDATE SET requests = requests + ?2,
          not_modified = not_modified + ?3, bytes = bytes + ?4
        """)
    for host in traffic {
      try statement.execute(
        arguments: [
          host.host, max(0, host.requests), max(0, host.notModified), max(0, host.bytes),
        ])
    }
  }
}
