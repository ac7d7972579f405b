import BriefAlerting

/// The ids under which the journal files events that people filter for:
/// `journalctl MESSAGE_ID=...`. Fixed once released.
enum EventID {
  static let all: [String: String] = [
    // The store is open and every source is in the schedule.
    "started": "8612e573c04b5d279727f60972259983",
    // The service ended as it was told to.
    "stopped": "249882595a435673b8b289662a462500",
    // A poll brought changes.
    "changed": "7b7b929b5951576289575f1e3083d9c9",
    // A poll failed.
    "source-failed": "0cdaa388f0be544383ed810647e1e1c5",
    // A source that failed is well again.
    "source-recovered": "3b64c3e630465c658046f263de23716f",
    // A publisher answered 410.
    "source-retired": "0737aaa04ab1586085d6d63c4ef2bb5d",
    // A permanent redirect has held and is polled directly.
    "source-moved": "85ba768621a95e37a7da7660751c9763",
    // Retry-After, or 429.
    "host-asked-to-wait": "39e2ed65361b5edfb9fce193f0ea3342",
    // No host answers: the fault is ours.
    "network-lost": "25871dbba81d58d184249c8a25db540c",
    // A configuration was taken over.
    "reloaded": "0ef7ea5790f25ea69316ac582f3b2bed",
    // A configuration was not sound, the old one stays.
    "reload-refused": "ca6884bab8c3522c841de60b58940a94",
    // The store could not be written.
    "store-failed": "5be269156389576ca70bdd0e2ceba27a",
    // The store was moved, removed or replaced while the service ran.
    "store-moved": "9d0c3f5b7a1e58d4b6f2a83c41e7605d",
  ]
}

/// The journal's own protocol: one datagram of fields (systemd.io/JOURNAL_NATIVE_PROTOCOL).
struct EventJournal: Sendable {
  private let path = "/run/systemd/journal/socket"

  /// False when the entry was not taken.
  func send(_ line: String, id: String, priority: Int, fields: [(String, String)]) -> Bool {
    UnixAddress.send(
      Self.datagram(line, id: id, priority: priority, fields: fields), toPath: path)
  }

  /// `NAME=value` a line; a value with a line break in it, or what could be one, goes quoted.
  static func datagram(
    _ line: String, id: String, priority: Int, fields: [(String, String)]
  ) -> [UInt8] {
    var lines = [
      "MESSAGE=\(line)", "MESSAGE_ID=\(id)", "PRIORITY=\(priority)",
      "SYSLOG_IDENTIFIER=brief-syncd",
    ]
    for (name, value) in fields {
      let isOneLine = !value.unicodeScalars.contains { $0.properties.generalCategory == .control }
      lines.append(
        "BRIEF_SYNC_\(name.uppercased())=\(isOneLine ? value : Log.quoted(value))")
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
