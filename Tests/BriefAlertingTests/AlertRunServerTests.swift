import BriefAlerting
import Foundation
import Glibc
import Testing

/// Programs are run for the daemon's user alone, and those of the configuration alone.
struct AlertRunServerTests {
  private final class Helper: Sendable {
    let path = NSTemporaryDirectory() + "brief-alert-\(UUID().uuidString.prefix(8)).socket"
    private let listener: Int32
    private let hasEnded = DispatchSemaphore(value: 0)

    init(users: Set<uid_t> = [getuid()], commands: Set<[String]>) throws {
      listener = try AlertRunServer.listen(at: path)
      let server = AlertRunServer(listener: listener, users: users, commands: commands) { _ in }
      Thread.detachNewThread { [hasEnded] in
        server.serve()
        hasEnded.signal()
      }
    }

    deinit {
      shutdown(listener, Int32(SHUT_RDWR))
      // Its number must not be another's while it is still listened on.
      hasEnded.wait()
      close(listener)
      unlink(path)
    }

    func run(_ arguments: [String], input: String = "", timeout: Int = 60_000) async -> AlertRunEnd
    {
      // It must not be let go of, and stop listening, before it has accepted.
      defer { withExtendedLifetime(self) {} }
      return await SocketRunner(path: path).run(
        AlertRun(
          command: AlertCommand(arguments: arguments, timeout: timeout), input: Array(input.utf8),
          environment: ["PATH=/usr/bin:/bin"]))
    }
  }

  private static let echo = ["/bin/sh", "-c", "cat; echo \"$#\"; exit 7", "sh", "$(id)", "-rf"]

  @Test func `a configured program is run as it stands, with what it is told`() async throws {
    let helper = try Helper(commands: [Self.echo])
    let end = await helper.run(Self.echo, input: "{\"a\":\"ż\"}\n")
    #expect(end == .exited(7, output: "{\"a\":\"ż\"}\n2\n"))
  }

  @Test func `the socket is for its user and group alone`() throws {
    let helper = try Helper(commands: [])
    var facts = stat()
    let code = stat(helper.path, &facts)
    #expect(code == 0)
    #expect(facts.st_mode & 0o777 == 0o660)
  }

  @Test func `another program is refused, and so is one more argument`() async throws {
    let helper = try Helper(commands: [["/bin/true"]])
    for arguments in [["/bin/false"], ["/bin/true", "x"], []] {
      guard case .notStarted(let reason) = await helper.run(arguments) else {
        Issue.record("\(arguments) was run")
        continue
      }
      #expect(reason.contains("has no such command"))
    }
    #expect(await helper.run(["/bin/true"]) == .exited(0, output: ""))
  }

  @Test func `another user's process is refused`() async throws {
    let helper = try Helper(users: [getuid() &+ 1], commands: [["/bin/true"]])
    guard case .notStarted = await helper.run(["/bin/true"]) else {
      Issue.record("it was run")
      return
    }
  }

  @Test func `a program that does not end is ended, and all that it started`() async throws {
    let mark = NSTemporaryDirectory() + "brief-alert-\(UUID().uuidString)"
    defer { unlink(mark) }
    let command = ["/bin/sh", "-c", "sleep 1000 & echo $! > \(mark); wait"]
    let helper = try Helper(commands: [command])
    let end = await helper.run(command, timeout: 1_000)
    #expect(end == .timedOut, "\(end)")
    // Where a second was too little for the shell to start its sleeper there is nothing to end.
    guard let text = try? String(contentsOfFile: mark, encoding: .utf8),
      let sleeper = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines))
    else { return }
    while Self.isAlive(sleeper) { usleep(10_000) }
  }

  /// A zombie that nobody has collected yet is not.
  private static func isAlive(_ process: pid_t) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
      return false
    }
    return !status.contains(") Z ")
  }

  @Test func `without the helper the alert waits, and the reason says what to run`() async {
    let end = await SocketRunner(path: "/nonexistent/socket").run(
      AlertRun(command: AlertCommand(arguments: ["/bin/true"]), input: [], environment: []))
    guard case .notStarted(let reason) = end else {
      Issue.record("\(end)")
      return
    }
    #expect(reason.contains("systemctl start brief-sync-alert.socket"))
  }
}
