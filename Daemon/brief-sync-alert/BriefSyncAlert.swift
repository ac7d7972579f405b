import ArgumentParser
import BriefAlerting
import BriefConfiguration
import BriefTopics
import Foundation
import Glibc

/// Runs the programs of command channels, outside the daemon's sandbox.
@main
struct BriefSyncAlert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief-sync-alert",
    abstract: "Runs the programs of command channels for brief-syncd.",
    discussion: """
      Takes alerts over a socket of its own from the daemon's user alone, and runs the commands of \
      its own reading of the configuration alone. Restart it when they change.
      Example: brief-sync-alert --config config.toml --socket /run/user/1000/brief-sync-alert
      """)

  @Option(help: "The configuration file. Without it the usual places are tried.")
  var config: String?

  @Option(help: "Where to listen, when systemd did not open the socket.")
  var socket: String?

  @Option(help: "The user whose processes may ask, beside this one.")
  var user: String = "brief-sync"

  func run() throws {
    StandardStream.prepare()
    do {
      let path = ConfigurationPlace.path(config, environment: ProcessInfo.processInfo.environment)
      let topics = TopicNames(try CatalogueOutline.shipped().parents)
      let channels = try ConfigurationFile.read(path: path, topics: topics).channels
      let commands = Set(channels.compactMap { $0.command?.arguments })
      var users: Set<uid_t> = [getuid()]
      if let entry = getpwnam(user) { users.insert(entry.pointee.pw_uid) }
      let listener = try listener()
      Self.log("runs \(commands.count == 1 ? "1 command" : "\(commands.count) commands")")
      AlertRunServer(listener: listener, users: users, commands: commands, log: Self.log).serve()
    } catch {
      Self.log("\(error)")
      throw ExitCode(error is ConfigurationFaults ? 2 : 1)
    }
  }

  /// The socket that systemd opened (sd_listen_fds(3)), else one of our own.
  private func listener() throws -> Int32 {
    let environment = ProcessInfo.processInfo.environment
    if environment["LISTEN_PID"] == String(getpid()), environment["LISTEN_FDS"] == "1" { return 3 }
    guard let socket else {
      throw ValidationError("Nobody opened a socket; name one with --socket PATH.")
    }
    return try AlertRunServer.listen(at: socket)
  }

  @Sendable private static func log(_ text: String) {
    StandardStream.errors.write("brief-sync-alert: \(text)\n")
  }
}
