import BriefConfiguration
import BriefDaemon
import Foundation
import Synchronization
import Testing

/// Trying a channel shows what was said, and no secret.
struct ChannelTestTests {
  private final class Lines: Sendable {
    let all = Mutex([String]())
  }

  private static func lines(_ keys: String, channel: String = "desk") async throws -> (
    Bool, [String]
  ) {
    let configuration = try ConfigurationFile.read(
      "[[channel]]\nid = \"desk\"\n\(keys)", file: "c.toml", topics: [])
    let lines = Lines()
    let isDelivered = try await ChannelTest.run(channel, configuration: configuration) { line in
      lines.all.withLock { $0.append(line) }
    }
    return (isDelivered, lines.all.withLock { $0 })
  }

  @Test func `a program is told the alert, and its exit status is the verdict`() async throws {
    let (isDelivered, lines) = try await Self.lines(
      "kind = \"command\"\ncommand = [\"/bin/sh\", \"-c\", \"cat >/dev/null\"]\nsocket = \"\"")
    #expect(isDelivered)
    #expect(lines.first?.contains("A test of channel desk") == true)
    #expect(lines.last == "delivered: exit 0")
  }

  @Test func `a channel whose secret is missing is off, and the reason names the place`()
    async throws
  {
    let (isDelivered, lines) = try await Self.lines(
      "kind = \"telegram\"\nchat = \"1\"\nsecret_file = \"/nonexistent/token\"")
    #expect(!isDelivered)
    #expect(lines == ["desk is off: its secret file /nonexistent/token cannot be read"])
  }

  @Test func `neither a token nor an address's path is shown`() async throws {
    let file = NSTemporaryDirectory() + "brief-secret-\(UUID().uuidString)"
    try "s3cr3t-t0ken\n".write(toFile: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: file) }
    // Port 9 is closed here: what matters is what is said of the attempt.
    let (isDelivered, lines) = try await Self.lines(
      """
      kind = "matrix"
      server = "http://127.0.0.1:9/"
      room = "!a:b"
      allow_private = true
      secret_file = "\(file)"
      """)
    #expect(!isDelivered)
    #expect(lines.last?.hasPrefix("not now: ") == true)
    #expect(!lines.joined().contains("s3cr3t"))
  }

  @Test func `an unknown channel is named with the nearest`() async throws {
    await #expect(throws: ChannelTest.Unknown.self) {
      try await Self.lines("kind = \"journal\"", channel: "dsek")
    }
  }
}
