import BriefAlerting
import BriefModel
import Foundation
import Synchronization

/// One event a line on standard error, `name key=value ...`, with a priority in front where the journal reads it.
/// Nothing that a publisher wrote stands here raw.
enum Log {
  /// sd-daemon(3).
  enum Priority: Int, Sendable {
    case error = 3
    case warning = 4
    case notice = 5
    case info = 6
  }

  private static let isJournal = ProcessInfo.processInfo.environment["JOURNAL_STREAM"] != nil
  private static let journal = isJournal ? EventJournal() : nil

  /// Lines that standard error did not take. None of them stops a poll.
  private struct Drops {
    var all = 0
    /// Since it last took one.
    var untold = 0
  }

  private static let drops = Mutex(Drops())

  /// Lines that could not be written since the program began.
  static var dropped: Int { drops.withLock { $0.all } }

  private static func put(_ prefix: String, _ line: String) {
    guard StandardStream.errors.write(prefix + line + "\n") == nil else {
      return drops.withLock { ($0.all, $0.untold) = ($0.all + 1, $0.untold + 1) }
    }
    let lost = drops.withLock { drops in
      defer { drops.untold = 0 }
      return drops.untold
    }
    guard lost > 0 else { return }
    if StandardStream.errors.write(prefix + "log-lines-dropped count=\(lost)\n") != nil {
      drops.withLock { $0.untold += lost }
    }
  }

  static func write(_ priority: Priority, _ event: String, _ fields: [(String, String)] = []) {
    let pairs = fields.map { "\($0.0)=\(quoted($0.1))" }
    let line = ([event] + pairs).joined(separator: " ")
    // Events that people filter for go as fields, under an id of their own.
    if let id = EventID.all[event], let journal,
      journal.send(line, id: id, priority: priority.rawValue, fields: fields)
    {
      return
    }
    let prefix = isJournal ? "<\(priority.rawValue)>" : ""
    put(prefix, line)
  }

  static func write(_ note: PollNote) {
    switch note {
    case .clockJumped(let seconds):
      write(.warning, "clock-jumped", [("seconds", "\(seconds)")])
    case .overslept(let seconds): write(.notice, "overslept", [("seconds", "\(seconds)")])
    case .networkLost: write(.warning, "network-lost")
    case .networkBack: write(.notice, "network-back")
    case .hostAskedToWait(let host, let until):
      write(.notice, "host-asked-to-wait", [("host", host), ("until", until.rfc3339)])
    case .sourceRetired(let id): write(.warning, "source-retired", [("source", id.rawValue)])
    case .sourceFailed(let id, let failure, let failures):
      write(
        .warning, "source-failed",
        [("source", id.rawValue), ("failure", failure.rawValue), ("failures", "\(failures)")])
    case .sourceRecovered(let id, let failures):
      write(.notice, "source-recovered", [("source", id.rawValue), ("failures", "\(failures)")])
    case .notModifiedLied(let id):
      write(.warning, "not-modified-lied", [("source", id.rawValue)])
    }
  }

  /// A value without blanks stands bare; any other in quotes, with what is not printable escaped.
  static func quoted(_ value: String) -> String {
    let isPlain = value.unicodeScalars.allSatisfy {
      $0.isASCII && $0.value > 0x20 && $0 != "\"" && $0 != "\\" && $0.value != 0x7F
    }
    if isPlain, !value.isEmpty { return value }
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case _
      where scalar.properties.generalCategory == .control
        || scalar.properties.generalCategory == .format
        || scalar.properties.generalCategory == .lineSeparator
        || scalar.properties.generalCategory == .paragraphSeparator:
        text += "\\u{\(String(scalar.value, radix: 16))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
