import ArgumentParser
import BriefDaemon

struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Fetch a feed once, as a poll would, and print what it holds. Stores nothing.")

  @Flag(help: "Print JSON. (It is all that there is; the flag is for symmetry with brief-sync.)")
  var json = false

  @Flag(help: "Let the URL live on this machine or a private network.")
  var allowPrivate = false

  @Option(help: "An address or page to name in the User-Agent.")
  var contact: String?

  @Argument(help: "http or https.")
  var url: String

  func run() async throws {
    let answer = try await InspectURL(
      url: url, allowsPrivateAddresses: allowPrivate, contact: contact
    ).run()
    Answer.print(answer.json)
    if answer.isFailure { throw ExitStatus.failure }
  }
}
