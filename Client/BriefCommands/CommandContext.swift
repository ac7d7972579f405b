import ArgumentParser
import BriefClient
import BriefModel
import BriefReport
import Glibc
import Synchronization

/// Where a command runs: arguments that all share, the environment, the clock, the screen.
struct CommandContext {
  let options: SharedChoice
  let environment = Environment()
  let terminal: Terminal
  /// The moment that answers are given as of: ages and spans are counted from it.
  let now: Timestamp
  private let clock: Timestamp
  private let warnings = Warnings()

  private static let last = Mutex<Archive?>(nil)

  private final class Warnings {
    var damage: [String] = []
  }

  init(_ options: SharedOptions) {
    self.options = options.choice
    terminal = Terminal(descriptor: STDOUT_FILENO, environment: environment)
    clock = Timestamp(seconds: Int64(time(nil)))
    now = clock
  }

  /// A command that answers as of a moment, if one was given. Throws ``CommandFailure``.
  init(_ options: SharedOptions, asOf moment: String?) throws(CommandFailure) {
    try self.init(options.choice, asOf: moment)
  }

  /// The same. Throws ``CommandFailure``.
  init(_ options: SharedChoice, asOf moment: String?) throws(CommandFailure) {
    self.options = options
    terminal = Terminal(descriptor: STDOUT_FILENO, environment: environment)
    clock = Timestamp(seconds: Int64(time(nil)))
    now = try Self.moment(moment, option: "as-of", isEnd: true, now: clock) ?? clock
  }

  var style: TextStyle { terminal.style(colour: options.color, now: now) }

  /// The store that is meant, as of the moment that is meant. Throws ``CommandFailure``.
  func archive(asOf moment: String? = nil) throws(CommandFailure) -> Archive {
    let moment = try Self.moment(moment, option: "as-of", isEnd: true, now: clock)
    do {
      let archive = try Archive(at: StorePlace.folder(options.store, environment: environment))
      return moment.map(archive.asOf) ?? archive
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Answers from one moment of the store; what could not be read is told on standard error.
  /// Throws ``CommandFailure``.
  func answer<Answer>(
    asOf moment: String? = nil, _ body: (ArchiveSnapshot) throws -> Answer
  ) throws -> Answer {
    let archive = try archive(asOf: moment)
    // The end of the process closes its files sooner than we could.
    Self.last.withLock { $0 = archive }
    do {
      return try archive.read { snapshot in
        let answer = try body(snapshot)
        warnings.damage = snapshot.damage
        return answer
      }
    } catch let error as ArchiveError {
      throw CommandFailure(error)
    }
  }

  var sawDamage: Bool { !warnings.damage.isEmpty }

  /// Ends a command whose answer was printed: damage outweighs what the answer says.
  func finish(_ status: ExitStatus = .success) throws {
    if !warnings.damage.isEmpty {
      throw CommandFailure(
        .integrity,
        (["Some records could not be read:"] + warnings.damage.map { "  " + $0 })
          .joined(separator: "\n"),
        nextCommand: "brief-sync verify --data")
    }
    if status != .success { throw ExitCode(status.rawValue) }
  }

  /// Prints lines; what is longer than the screen through a pager.
  func print(_ lines: [String], isPaged: Bool = true) throws(CommandFailure) {
    guard !lines.isEmpty else { return }
    var text = ""
    text.reserveCapacity(lines.reduce(0) { $0 + $1.utf8.count + 1 })
    for line in lines {
      text.append(line)
      text.append("\n")
    }
    if isPaged, let pager = Pager(self, lines: lines.count), pager.show(text) { return }
    try write(text)
  }

  /// Prints one document, or the rows alone.
  func print(
    _ verb: String, store: Cursor?, _ document: some Encodable, rows: [any Encodable]
  ) throws {
    if options.jsonl {
      var text = ""
      for row in rows { text += try line(verb, row) + "\n" }
      try write(text)
    } else {
      let document = JSONDocument(verb, store: store, document)
      try write(try JSONText.encode(document, isIndented: terminal.isTerminal) + "\n")
    }
  }

  /// Rows as JSON, one a line.
  func printRows(_ verb: String, _ rows: [some Encodable]) throws {
    try write(try rows.map { try line(verb, $0) + "\n" }.joined())
  }

  /// Tells on standard error how far a long command is; `nil` wipes the line. Only where a person
  /// watches.
  func progress(_ text: String?) {
    guard isatty(STDERR_FILENO) != 0 else { return }
    StandardError.write("\r\u{1b}[K" + (text ?? ""))
  }

  private func line(_ verb: String, _ row: some Encodable) throws -> String {
    try JSONText.encode(JSONDocument(verb, store: nil, row))
  }

  func write(_ text: String) throws(CommandFailure) { try StandardOutput.answer(text) }

  /// A moment of the command line. Throws ``CommandFailure`` that says what is accepted.
  func moment(
    _ text: String?, option: String, isEnd: Bool = false
  ) throws(CommandFailure) -> Timestamp? {
    try Self.moment(text, option: option, isEnd: isEnd, now: now)
  }

  private static func moment(
    _ text: String?, option: String, isEnd: Bool, now: Timestamp
  ) throws(CommandFailure) -> Timestamp? {
    guard let text else { return nil }
    if let moment = TimeExpression.moment(text, now: now, isEnd: isEnd) { return moment }
    throw CommandFailure(
      .usage, "--\(option) “\(text)” is no time. Accepted: \(TimeExpression.accepted).",
      nextCommand: "brief-sync changes --\(option) 7d")
  }
}

extension CommandFailure {
  /// The pipe was closed: nothing to say, and no fault.
  static let readerLeft = CommandFailure(.success, "", nextCommand: "")
}
