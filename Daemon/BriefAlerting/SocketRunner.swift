import Foundation
import Glibc

/// Has programs run by `brief-sync-alert`, outside the daemon's sandbox: one connection a run, a
/// JSON document there and one back.
package struct SocketRunner: AlertRunning {
  private let path: String

  package init(path: String) { self.path = path }

  package func run(_ run: AlertRun) async -> AlertRunEnd {
    let cancelled = CancelFlag()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let path = path
        Thread.detachNewThread {
          continuation.resume(
            returning: Self.hold(run, path: path) { cancelled.isSet })
        }
      }
    } onCancel: {
      cancelled.set()
    }
  }

  /// Milliseconds beyond the program's own time that the answer may take.
  private static let slack = 5_000

  private static func hold(
    _ run: AlertRun, path: String, isCancelled: () -> Bool
  ) -> AlertRunEnd {
    guard let request = try? JSONEncoder().encode(AlertRunRequest(run)) else {
      return .notStarted(reason: "the run cannot be written down")
    }
    let socket: UnixSocket
    do {
      socket = try UnixSocket(connectingTo: path)
    } catch {
      return .notStarted(
        reason: "brief-sync-alert does not answer at \(path) (\(error)); "
          + "run: systemctl start brief-sync-alert.socket")
    }
    let allowed = run.command.timeout + AlertCommandLimits.grace + slack
    let deadline = ContinuousClock.now + .milliseconds(allowed)
    func isOver() -> Bool { isCancelled() || ContinuousClock.now > deadline }
    guard socket.say(Array(request), isLast: true, isOver: isOver),
      let bytes = socket.hear(limit: AlertRunLimits.answer, isOver: isOver)
    else {
      return isCancelled()
        ? .interrupted : .notStarted(reason: "brief-sync-alert broke off without an answer")
    }
    guard let answer = try? JSONDecoder().decode(AlertRunAnswer.self, from: Data(bytes)) else {
      return .notStarted(reason: "brief-sync-alert closed the connection: it does not know us")
    }
    return answer.end
  }
}

package enum AlertRunLimits {
  /// Bytes of a request: an alert's body is far smaller.
  package static let request = 4 << 20
  /// Bytes of an answer.
  static let answer = 64 << 10
}

/// A run as it travels.
package struct AlertRunRequest: Codable {
  private var arguments: [String]
  private var timeout: Int
  private var input: String
  private var environment: [String]

  package init(_ run: AlertRun) {
    arguments = run.command.arguments
    timeout = run.command.timeout
    input = String(decoding: run.input, as: UTF8.self)
    environment = run.environment
  }

  package var run: AlertRun {
    AlertRun(
      command: AlertCommand(arguments: arguments, timeout: timeout), input: Array(input.utf8),
      environment: environment)
  }
}

/// How it ended, as it travels.
package struct AlertRunAnswer: Codable {
  private enum Kind: String, Codable { case exited, signalled, timedOut, notStarted, interrupted }

  private var kind: Kind
  private var number: Int32?
  private var text: String?

  package init(_ end: AlertRunEnd) {
    switch end {
    case .exited(let status, let output): (kind, number, text) = (.exited, status, output)
    case .signalled(let signal): (kind, number) = (.signalled, signal)
    case .timedOut: kind = .timedOut
    case .notStarted(let reason): (kind, text) = (.notStarted, reason)
    case .interrupted: kind = .interrupted
    }
  }

  var end: AlertRunEnd {
    switch kind {
    case .exited: .exited(number ?? -1, output: text ?? "")
    case .signalled: .signalled(number ?? 0)
    case .timedOut: .timedOut
    case .notStarted: .notStarted(reason: text ?? "unknown")
    case .interrupted: .interrupted
    }
  }
}
