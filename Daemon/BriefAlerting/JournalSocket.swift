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
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let name = Array(path.utf8)
    guard name.count < MemoryLayout.size(ofValue: address.sun_path) else { return false }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
    let datagram = Self.datagram(entry)
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        datagram.withUnsafeBytes {
          sendto(
            descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL), address,
            socklen_t(MemoryLayout<sockaddr_un>.size)) == $0.count
        }
      }
    }
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
