import Glibc

/// The journal's own protocol: one datagram of fields (systemd.io/JOURNAL_NATIVE_PROTOCOL).
struct JournalSocket: Sendable {
  /// What the journal files alerts under: `journalctl MESSAGE_ID=...`.
  static let messageID = "5b1d7c0e9f8a4e61a3c47d2b6f90e815"
  private let path: String

  /// `nil` when there is no journal to speak to.
  init?(path: String = "/run/systemd/journal/socket") {
    guard access(path, W_OK) == 0 else { return nil }
    self.path = path
  }

  /// False when the entry was not taken.
  func send(_ entry: JournalEntry) -> Bool {
    UnixAddress.send(Self.datagram(entry), toPath: path)
  }

  /// `NAME=value` a line: the values have no line break in them.
  static func datagram(_ entry: JournalEntry) -> [UInt8] {
    let lines =
      [
        "MESSAGE=\(entry.message)", "MESSAGE_ID=\(messageID)", "PRIORITY=5",
        "SYSLOG_IDENTIFIER=brief-syncd",
      ] + entry.fields.map { "BRIEF_SYNC_\($0.name.uppercased())=\($0.value)" }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
