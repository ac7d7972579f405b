import BriefAlerting
import BriefModel
import Foundation
import Glibc
import Testing

@Suite struct CommandChannelTests {
  private func deliver(_ script: String, timeout: Int = 30_000, title: String = "Gas") async throws
    -> DeliveryResult
  {
    let channel = CommandChannel(
      id: ChannelID("desk"),
      command: AlertCommand(arguments: ["/bin/sh", "-c", script, "-rf", "$(x)"], timeout: timeout),
      runner: LocalRunner())
    let alert = try AlertScene.outgoing(AlertScene.alert(try AlertScene.change(title: title)))
    return await channel.deliver(alert)
  }

  @Test func `a program reads the whole alert and its exit status is the answer`() async throws {
    #expect(
      try await deliver(#"test "$(head -c 29)" = '{"schema":"brief-sync/alert/1'"#)
        == .delivered(answer: "exit 0"))
    #expect(try await deliver("exit 1") == .retry(answer: "exit 1"))
    #expect(try await deliver("echo no >&2; exit 65") == .park(reason: "exit 65: no"))
    #expect(try await deliver("kill -9 $$") == .retry(answer: "ended by signal 9"))
  }

  @Test func `its environment is fixed, and nothing of ours is open in it`() async throws {
    let script =
      "printf '%s|' \"$(env | grep -v -e ^PWD= -e ^_= -e ^SHLVL= -e ^OLDPWD= | sort | tr '\\n' ' ')\""
      + " \"$(ls /proc/self/fd | tr '\\n' ' ')\"; exit 65"
    let leaked = open("/dev/null", O_RDONLY)
    defer { close(leaked) }
    #expect(
      try await deliver(script)
        == .park(
          reason: "exit 65: BRIEF_SYNC_ATTEMPT=1 "
            + "BRIEF_SYNC_KEY=00000000-0000-4000-8000-000000000001.r7.c2.desk "
            + "LANG=C.UTF-8 PATH=/usr/local/bin:/usr/bin:/bin |0 1 2 3 |"))
  }

  @Test func `arguments reach it as they are`() async throws {
    #expect(try await deliver(#"test "$0$1" = '-rf$(x)'"#) == .delivered(answer: "exit 0"))
  }

  @Test func `a program that reads nothing or floods its output is no trouble`() async throws {
    #expect(
      try await deliver("exit 0", title: String(repeating: "x", count: 1 << 20))
        == .delivered(answer: "exit 0"))
    #expect(try await deliver("head -c 3000000 /dev/zero") == .delivered(answer: "exit 0"))
  }

  @Test func `a program that hangs is ended with all that it started`() async throws {
    let mark = FileManager.default.temporaryDirectory.appending(path: "brief-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: mark) }
    let script = "trap '' TERM; sleep 600 & echo $! > \(mark.path); wait; sleep 600"
    #expect(
      try await deliver(script, timeout: 300) == .retry(answer: "not done in 300 ms, and ended"))
    let text = try String(contentsOf: mark, encoding: .utf8).trimmingCharacters(
      in: .whitespacesAndNewlines)
    let sleeper = try #require(pid_t(text))
    // Reaped by whoever inherits it; a zombie answers to signal 0, so it is looked up by its state.
    for _ in 0..<200 where Self.isAlive(sleeper) { usleep(10_000) }
    #expect(!Self.isAlive(sleeper))
  }

  private static func isAlive(_ process: pid_t) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
      return false
    }
    return !status.contains(") Z ")
  }

  @Test func `a program that is not there is tried again later`() async throws {
    let channel = CommandChannel(
      id: ChannelID("desk"), command: AlertCommand(arguments: ["/nonexistent/program"]),
      runner: LocalRunner())
    let alert = try AlertScene.outgoing(AlertScene.alert(try AlertScene.change()))
    #expect(
      await channel.deliver(alert) == .retry(answer: "not started: No such file or directory"))
    let relative = CommandChannel(
      id: ChannelID("desk"), command: AlertCommand(arguments: ["sh", "-c", "true"]),
      runner: LocalRunner())
    #expect(
      await relative.deliver(alert)
        == .retry(answer: "not started: the program needs an absolute path"))
  }

  @Test func `cancelling ends the program`() async throws {
    let task = Task { try await deliver("sleep 600") }
    try await Task.sleep(for: .milliseconds(100))
    task.cancel()
    #expect(try await task.value == .interrupted)
  }
}
