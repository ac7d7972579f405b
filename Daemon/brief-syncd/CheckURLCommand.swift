import ArgumentParser
import BriefDaemon

struct CheckURLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-url",
    abstract: "Say whether a source may have this URL, without connecting. Exit status 1 refuses.")

  @Flag(help: "As for a source with allow_private.")
  var allowPrivate = false

  @Argument(help: "The URL.")
  var url: String

  func run() throws {
    guard let rule = CheckURL.refusal(of: url, allowsPrivateAddresses: allowPrivate) else {
      Answer.print("allowed")
      if let remark = CheckURL.remark(of: url) { Answer.print(remark) }
      return
    }
    let clause = CheckURL.clause(of: url, allowsPrivateAddresses: allowPrivate) ?? ""
    Answer.print("refused: \(rule)\nThe URL \(clause).")
    throw ExitStatus.failure
  }
}
