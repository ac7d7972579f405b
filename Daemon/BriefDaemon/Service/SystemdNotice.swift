import BriefAlerting

/// Tells systemd how the service fares: one datagram to `$NOTIFY_SOCKET` (sd_notify(3)). Does nothing where no one
/// listens.
struct SystemdNotice: Sendable {
  private let path: String?

  init(environment: [String: String]) {
    path = environment["NOTIFY_SOCKET"].flatMap { $0.isEmpty ? nil : $0 }
  }

  func ready(_ status: String) { send("READY=1\nSTATUS=\(status)") }
  func status(_ text: String) { send("STATUS=\(text)") }
  func stopping() { send("STOPPING=1") }
  func reloading(uptimeMicroseconds: Int64) {
    send("RELOADING=1\nMONOTONIC_USEC=\(uptimeMicroseconds)")
  }
  func watchdog() { send("WATCHDOG=1") }

  private func send(_ message: String) {
    if let path { UnixAddress.send(Array(message.utf8), toPath: path) }
  }
}
