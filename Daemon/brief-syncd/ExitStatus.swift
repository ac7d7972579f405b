import ArgumentParser
import BriefConfiguration
import BriefDaemon
import BriefStore
import BriefWriting
import Foundation

/// The exit statuses of the daemon's commands, in one place.
enum ExitStatus {
  static let failure = ExitCode(1)
  static let usage = ExitCode(2)
  static let someSourcesFailed = ExitCode(3)
  static let integrity = ExitCode(13)

  /// For the help and the manual.
  static let help = """
    Exit status: 0 done, 1 failure, 2 usage or configuration, 3 done but some sources failed, \
    10 there is no store, or it was moved away, 11 another process holds the store, 12 the store is \
    newer than this program, 13 a record is damaged, 75 the disk is full: the same command may succeed later.
    """

  /// Says on standard error what went wrong and gives the status to end with.
  static func failure(_ error: any Error) -> any Error {
    if error is ExitCode || error is ValidationError || error is CleanExit { return error }
    Answer.complain("\(error)")
    return ExitCode(status(error))
  }

  private static func status(_ error: any Error) -> Int32 {
    switch error {
    case is ConfigurationFaults, is UnknownSource, is UnknownChannel: return 2
    case let moved as MovedStore: return moved.status
    case let trouble as StoreTrouble: return status(trouble)
    case ImportTrouble.store(let trouble): return status(trouble)
    case BackupTrouble.store(let trouble): return status(trouble)
    case BackupTrouble.wrong: return 13
    default: return 1
    }
  }

  private static func status(_ trouble: StoreTrouble) -> Int32 {
    switch trouble {
    case .missing: return 10
    case .busy: return 11
    case .newer: return 12
    case .damaged: return 13
    case .full: return 75
    case .foreign, .older, .inaccessible, .otherStore: return 1
    }
  }
}
