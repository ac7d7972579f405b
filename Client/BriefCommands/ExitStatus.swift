package import BriefClient

/// What the program's exit code says. One meaning each, the same for every command.
package enum ExitStatus: Int32, Hashable, Sendable, CaseIterable {
  case success = 0
  /// Something went wrong that has no code of its own.
  case failure = 1
  /// The command line makes no sense.
  case usage = 2
  /// The question was answered, but some sources are failing.
  case sourcesFailing = 3
  /// Nothing in the store matched.
  case nothingMatched = 4
  case noStore = 10
  case storeBusy = 11
  /// The store was made by a newer program.
  case storeTooNew = 12
  /// A record is damaged, or the chain is broken.
  case integrity = 13
  /// Not now; the same command may succeed later.
  case tryAgain = 75

  /// For the help texts.
  package var meaning: String {
    switch self {
    case .success: "done"
    case .failure: "failed"
    case .usage: "the command line makes no sense"
    case .sourcesFailing: "answered, but some sources are failing"
    case .nothingMatched: "nothing matched"
    case .noStore: "there is no store"
    case .storeBusy: "another process holds the store"
    case .storeTooNew: "the store was made by a newer program"
    case .integrity: "a record is damaged"
    case .tryAgain: "try again later"
    }
  }

  package init(_ code: ArchiveError.Code) {
    switch code {
    case .noStore: self = .noStore
    case .busy: self = .storeBusy
    case .storeTooNew: self = .storeTooNew
    case .damaged: self = .integrity
    case .storeTooOld, .outlived: self = .tryAgain
    case .unknown, .pruned: self = .nothingMatched
    case .ambiguous, .badQuestion: self = .usage
    case .notAStore, .inaccessible, .diskFull, .otherStore: self = .failure
    }
  }
}
