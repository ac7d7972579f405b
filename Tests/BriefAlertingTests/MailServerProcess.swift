import Foundation
import Glibc
import Synchronization
import Testing

/// The real mail server of `Fixtures/mail/smtp_server.py`, in a process of its own.
final class MailServerProcess: Sendable {
  struct Mail: Decodable, Equatable {
    var sender: String
    var recipients: [String]
    var tls: Bool
    var user: String?
    var mail: String

    /// The header with its folded lines joined, by lower-case name.
    var header: [String: String] {
      let end = mail.range(of: "\r\n\r\n")?.lowerBound ?? mail.endIndex
      let unfolded = mail[..<end].replacing("\r\n ", with: " ")
      return Dictionary(
        unfolded.split(separator: "\r\n").compactMap { line in
          line.firstIndex(of: ":").map {
            (line[..<$0].lowercased(), line[line.index($0, offsetBy: 2)...].description)
          }
        }, uniquingKeysWith: { "\($0) AND \($1)" })
    }
  }

  private struct Port: Decodable { var port: UInt16 }

  let port: UInt16
  private let process = Process()
  private let input = Pipe()
  private let mails = Mutex([Mail]())

  /// Debian's python3 with aiosmtpd from PyPI (`pip install aiosmtpd`).
  static let isInstalled: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", "import aiosmtpd"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  init(_ mode: String, certificate: TestCertificate? = nil) throws {
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/mail/smtp_server.py")
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["python3", script.path, mode] + (certificate.map { [$0.certificate, $0.key] } ?? [])
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    var buffer: [UInt8] = []
    let handle = output.fileHandleForReading
    while !buffer.contains(0x0A) {
      let piece = handle.availableData
      try #require(!piece.isEmpty, "the mail server did not start")
      buffer += piece
    }
    port = try JSONDecoder().decode(Port.self, from: Data(buffer)).port
    let rest = Mutex([UInt8]())
    handle.readabilityHandler = { [weak self] handle in
      let piece = handle.availableData
      guard !piece.isEmpty else {
        handle.readabilityHandler = nil
        return
      }
      rest.withLock { rest in
        rest += piece
        while let end = rest.firstIndex(of: 0x0A) {
          if let mail = try? JSONDecoder().decode(Mail.self, from: Data(rest[..<end])) {
            self?.mails.withLock { $0.append(mail) }
          }
          rest.removeFirst(end + 1)
        }
      }
    }
  }

  deinit {
    // Programs that other tests started meanwhile may have inherited the pipe, and then the server never
    // sees its end.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Waits until so many mails have come.
  func received(_ count: Int) async throws -> [Mail] {
    while mails.withLock({ $0.count }) < count { try await Task.sleep(for: .milliseconds(5)) }
    return mails.withLock { $0 }
  }
}

/// A certificate for localhost and 127.0.0.1, signed by itself; removed with its last reference.
final class TestCertificate: Sendable {
  let certificate: String
  let key: String
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "brief-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    certificate = folder.appending(path: "cert.pem").path
    key = folder.appending(path: "key.pem").path
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/openssl")
    process.arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-days", "2", "-subj", "/CN=localhost", "-addext",
      "subjectAltName=DNS:localhost,IP:127.0.0.1", "-out", certificate, "-keyout", key,
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}
