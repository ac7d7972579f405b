import Foundation
import Glibc

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
    guard let path else { return }
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var name = Array(path.utf8)
    // A name that begins with @ lies in the abstract namespace (unix(7)).
    if name.first == UInt8(ascii: "@") { name[0] = 0 }
    let capacity = MemoryLayout.size(ofValue: address.sun_path)
    guard name.count < capacity else { return }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
    let text = Array(message.utf8)
    _ = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        text.withUnsafeBytes { sendto(descriptor, $0.baseAddress, $0.count, 0, generic, length) }
      }
    }
  }
}
