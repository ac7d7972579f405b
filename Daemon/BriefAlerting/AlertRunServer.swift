import Foundation
import Glibc
import Synchronization

/// Runs the programs that the daemon asks for: those alone that it was given, for those users alone
/// that it knows.
package final class AlertRunServer: Sendable {
  /// Runs at the same time; a daemon sends no more than a window of each channel at once.
  private static let mostRuns = 64
  private let listener: Int32
  private let users: Set<UInt32>
  private let commands: Set<[String]>
  private let runs = Mutex(0)
  private let log: @Sendable (String) -> Void

  /// - Parameters:
  ///   - listener: a listening socket.
  ///   - users: whose processes may ask.
  ///   - commands: programs with their arguments that may be run, as they are.
  package init(
    listener: Int32, users: Set<UInt32>, commands: Set<[String]>,
    log: @escaping @Sendable (String) -> Void
  ) {
    self.listener = listener
    self.users = users
    self.commands = commands
    self.log = log
  }

  /// A socket at `path` that user and group may use; throws ``SocketTrouble``.
  package static func listen(at path: String) throws(SocketTrouble) -> Int32 {
    let descriptor = UnixAddress.socket(.stream)
    guard descriptor >= 0 else { throw SocketTrouble() }
    // One that an earlier process left behind.
    unlink(path)
    // Nobody gets in before it listens, so its mode is right in time; the process's mask is left alone,
    // which all threads share.
    guard UnixAddress.bind(descriptor, to: path) == 0,
      chmod(path, 0o660) == 0, Glibc.listen(descriptor, 64) == 0
    else {
      let trouble = SocketTrouble()
      close(descriptor)
      throw trouble
    }
    return descriptor
  }

  /// Answers until the listener is closed. Blocks.
  package func serve() {
    _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
    while true {
      let descriptor = accept(listener, nil, nil)
      if descriptor < 0 {
        if errno == EINTR || errno == ECONNABORTED { continue }
        // Out of descriptors: those of ended runs come back.
        if errno == EMFILE || errno == ENFILE {
          usleep(100_000)
          continue
        }
        return
      }
      let connection = UnixSocket(descriptor: descriptor)
      let isFull = runs.withLock { count in
        guard count < Self.mostRuns else { return true }
        count += 1
        return false
      }
      if isFull { continue }
      Thread.detachNewThread {
        self.answer(connection)
        self.runs.withLock { $0 -= 1 }
      }
    }
  }

  private func answer(_ connection: UnixSocket) {
    guard let peer = connection.peer, users.contains(peer) else {
      return log("refused a process of user \(connection.peer.map(String.init) ?? "unknown")")
    }
    let deadline = ContinuousClock.now + .seconds(10)
    guard
      let bytes = connection.hear(
        limit: AlertRunLimits.request, isOver: { ContinuousClock.now > deadline }),
      let request = try? JSONDecoder().decode(AlertRunRequest.self, from: Data(bytes))
    else { return log("heard something that is no request") }
    let end = end(of: request.run) { connection.isLeft }
    guard let answer = try? JSONEncoder().encode(AlertRunAnswer(end)) else { return }
    let until = ContinuousClock.now + .seconds(10)
    _ = connection.say(Array(answer), isLast: true) { ContinuousClock.now > until }
  }

  private func end(of run: AlertRun, isCancelled: () -> Bool) -> AlertRunEnd {
    guard commands.contains(run.command.arguments) else {
      let program = run.command.arguments.first ?? ""
      log("refused to run \(SafeText.line(program, limit: 200))")
      return .notStarted(
        reason: "brief-sync-alert's configuration has no such command; "
          + "run: systemctl restart brief-sync-alert")
    }
    return ChildProcess.run(run, isCancelled: isCancelled)
  }
}
