import BriefDaemon
import BriefStore
import Foundation

/// Acting commands: the running daemon does it, and without one the command itself.
enum HandOver {
  /// True when a daemon took it. Ends with the status that its answer asks for.
  static func toDaemon(_ options: DaemonOptions, _ path: String) throws -> Bool {
    let location: StoreLocation
    do {
      location = options.location(try options.configurationIfNeeded())
    } catch {
      throw ExitStatus.failure(error)
    }
    return try toDaemon(location, path)
  }

  /// The same for the daemon of a store.
  static func toDaemon(_ location: StoreLocation, _ path: String) throws -> Bool {
    do {
      guard let answer = try ControlClient.ask(location, path) else { return false }
      guard answer.isSuccess else {
        Answer.complain(answer.text)
        throw answer.status == 404 || answer.status == 422 ? ExitStatus.usage : ExitStatus.failure
      }
      Answer.print(answer.text)
      return true
    } catch {
      throw ExitStatus.failure(error)
    }
  }
}
