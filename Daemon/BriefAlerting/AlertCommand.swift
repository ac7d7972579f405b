package import BriefModel

/// A program that takes alerts: its arguments as they are, no shell between.
package struct AlertCommand: Hashable, Sendable {
  /// The program's absolute path and its arguments. Nothing from a feed ever stands in them.
  package var arguments: [String]
  /// Milliseconds until it is ended.
  package var timeout: Int

  package init(arguments: [String], timeout: Int = AlertCommandLimits.timeout) {
    self.arguments = arguments
    self.timeout = timeout
  }
}

package enum AlertCommandLimits {
  /// Milliseconds. A program that tells a person something is done in seconds.
  package static let timeout = 30_000
  /// Milliseconds between the request to end and the end.
  static let grace = 2_000
  /// Bytes of what it writes that are kept, to be shown.
  static let keptOutput = 2_000
}

/// One run of a program: what the daemon hands to whoever may run programs.
package struct AlertRun: Hashable, Sendable {
  package var command: AlertCommand
  /// The alert's body; the program reads it to its end.
  package var input: [UInt8]
  /// The whole environment of the program, `NAME=value`.
  package var environment: [String]

  package init(command: AlertCommand, input: [UInt8], environment: [String]) {
    self.command = command
    self.input = input
    self.environment = environment
  }
}

/// How a run ended.
package enum AlertRunEnd: Hashable, Sendable {
  /// Exit status, and the beginning of what it wrote.
  case exited(Int32, output: String)
  case signalled(Int32)
  case timedOut
  /// It could not be started.
  case notStarted(reason: String)
  /// Our side gave up; the program was ended.
  case interrupted
}

/// Who runs programs: this process, or the helper outside the daemon's sandbox. The seam between
/// the two.
package protocol AlertRunning: Sendable {
  func run(_ run: AlertRun) async -> AlertRunEnd
}

/// Hands alerts to a program: JSON on its standard input, exit status as the answer.
///
/// | exit status | verdict |
/// |---|---|
/// | 0 | delivered |
/// | 65 (EX_DATAERR) | parked: it will never have this alert |
/// | any other, a signal, a time-out, not started | later |
package struct CommandChannel: Channel {
  package let id: ChannelID
  private let command: AlertCommand
  private let runner: any AlertRunning

  package init(id: ChannelID, command: AlertCommand, runner: any AlertRunning) {
    self.id = id
    self.command = command
    self.runner = runner
  }

  package func deliver(_ alert: OutgoingAlert) async -> DeliveryResult {
    let run = AlertRun(
      command: command, input: Array((alert.body.text + "\n").utf8),
      environment: [
        "PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "BRIEF_SYNC_KEY=\(alert.key)",
        "BRIEF_SYNC_ATTEMPT=\(alert.attempt)",
      ])
    switch await runner.run(run) {
    case .exited(0, _): return .delivered(answer: "exit 0")
    case .exited(65, let output): return .park(reason: Self.answer("exit 65", output))
    case .exited(let status, let output):
      return .retry(answer: Self.answer("exit \(status)", output))
    case .signalled(let signal): return .retry(answer: "ended by signal \(signal)")
    case .timedOut: return .retry(answer: "not done in \(command.timeout) ms, and ended")
    case .notStarted(let reason): return .retry(answer: "not started: \(reason)")
    case .interrupted: return .interrupted
    }
  }

  private static func answer(_ exit: String, _ output: String) -> String {
    let said = SafeText.line(output, limit: 300)
    return said.isEmpty ? exit : "\(exit): \(said)"
  }
}
