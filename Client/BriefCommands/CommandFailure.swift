package import BriefClient
import BriefModel

/// Why a command could not do what it was asked, and the command to run next.
package struct CommandFailure: Error, Hashable, Sendable {
  package var status: ExitStatus
  /// One or more lines, the last of them without the next command.
  package var message: String
  package var nextCommand: String
  /// Where in the question the trouble is, in characters from 0.
  package var position: Int?

  package init(_ status: ExitStatus, _ message: String, nextCommand: String) {
    self.status = status
    self.message = message
    self.nextCommand = nextCommand
  }

  package init(_ error: ArchiveError) {
    var lines = [error.message]
    lines += error.candidates.map { reference in
      "  \(reference.id.short)  \(reference.source)  \(reference.title ?? reference.link ?? "-")"
    }
    self.init(
      ExitStatus(error.code), lines.joined(separator: "\n"), nextCommand: error.nextCommand)
    position = error.position
  }

  /// The failure with the question above its message, and a caret under the place.
  func pointing(into question: String) -> CommandFailure {
    guard let position else { return self }
    var failure = self
    let blanks = String(repeating: " ", count: max(0, min(position, question.count)))
    failure.message += "\n  \(question)\n  \(blanks)^"
    return failure
  }
}
