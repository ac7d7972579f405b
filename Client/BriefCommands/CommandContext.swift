import BriefClient
import BriefModel
import BriefReport
import Glibc

/// Where a command runs: arguments that all share, the environment, the clock, the screen.
struct CommandContext {
  let options: SharedOptions
  let environment: [String: String]
  let terminal: Terminal
  let now: Timestamp

  init(_ options: SharedOptions) {
    self.options = options
    environment = Self.variables()
    terminal = Terminal(descriptor: STDOUT_FILENO, environment: environment)
    now = Timestamp(seconds: Int64(time(nil)))
  }

  var style: TextStyle { terminal.style(colour: options.color, now: now) }

  /// The store that is meant. Throws ``CommandFailure``.
  func archive() throws(CommandFailure) -> Archive {
    do {
      return try Archive(at: StorePlace.folder(options.store, environment: environment))
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Answers from one moment of the store. Throws ``CommandFailure``.
  func answer<Answer>(_ body: (ArchiveSnapshot) throws -> Answer) throws -> Answer {
    let archive = try archive()
    do {
      return try archive.read(body)
    } catch let error as ArchiveError {
      throw CommandFailure(error)
    }
  }

  /// Prints lines; on a terminal through nothing else.
  func print(_ lines: [String]) throws(CommandFailure) {
    guard !lines.isEmpty else { return }
    try write(lines.joined(separator: "\n") + "\n")
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

  private func line(_ verb: String, _ row: some Encodable) throws -> String {
    try JSONText.encode(JSONDocument(verb, store: nil, row))
  }

  /// A reader that closed the pipe has what it wanted; a disk that is full has not.
  private func write(_ text: String) throws(CommandFailure) {
    switch StandardOutput.write(text) {
    case .complete: break
    case .closed: throw CommandFailure.readerLeft
    case .failed(let code):
      throw CommandFailure(
        .failure, "The answer could not be written: \(String(cString: strerror(code))).",
        nextCommand: "df -h .")
    }
  }

  /// A moment of the command line. Throws ``CommandFailure`` that says what is accepted.
  func moment(
    _ text: String?, option: String, isEnd: Bool = false
  ) throws(CommandFailure) -> Timestamp? {
    guard let text else { return nil }
    if let moment = TimeExpression.moment(text, now: now, isEnd: isEnd) { return moment }
    throw CommandFailure(
      .usage, "--\(option) “\(text)” is no time. Accepted: \(TimeExpression.accepted).",
      nextCommand: "brief-sync changes --\(option) 7d")
  }

  private static func variables() -> [String: String] {
    var variables: [String: String] = [:]
    for name in [
      "BRIEF_SYNC_STORE", "XDG_STATE_HOME", "HOME", "NO_COLOR", "TERM", "COLUMNS", "LC_ALL",
      "LC_CTYPE", "LANG", "PAGER", "BRIEF_SYNC_PAGER",
    ] {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    return variables
  }
}

extension CommandFailure {
  /// The pipe was closed: nothing to say, and no fault.
  static let readerLeft = CommandFailure(.success, "", nextCommand: "")
}
