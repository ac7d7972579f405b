public import BriefModel
internal import BriefStore

/// Why the archive could not answer, and what to do next.
public struct ArchiveError: Error, Hashable, Sendable {
  /// What kind of trouble it is. More may come: end a `switch` with `default`.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// There is no store at the path.
    case noStore = "no-store"
    /// The file there is no store.
    case notAStore = "not-a-store"
    /// A newer program made the store.
    case storeTooNew = "store-too-new"
    /// The store waits for the daemon to migrate it.
    case storeTooOld = "store-too-old"
    /// Another process holds the store at the moment.
    case busy
    /// The file system does not let us read.
    case inaccessible
    /// A record is damaged.
    case damaged
    /// The disk is full.
    case diskFull = "disk-full"
    /// The cursor belongs to another store, or to a future of this one.
    case otherStore = "other-store"
    /// The content was taken out by `brief-syncd prune`.
    case pruned
    /// Nothing in the store has this name.
    case unknown
    /// More than one publication's id begins with these digits.
    case ambiguous
    /// The snapshot was kept for too long: the daemon cannot reuse its log. Read again.
    case outlived
    /// The question itself makes no sense; the message says what is accepted.
    case badQuestion = "bad-question"
  }

  public var code: Code
  /// One or two sentences for people.
  public var message: String
  /// The command to run next.
  public var nextCommand: String
  /// Publications that may have been meant, when the id was ambiguous or unknown.
  public var candidates: [PublicationReference]
  /// Where in the question the trouble is, in characters from 0; `nil` unless the question is text
  /// that could not be read.
  public var position: Int?

  public init(
    code: Code, message: String, nextCommand: String, candidates: [PublicationReference] = [],
    position: Int? = nil
  ) {
    self.code = code
    self.message = message
    self.nextCommand = nextCommand
    self.candidates = candidates
    self.position = position
  }
}

extension ArchiveError: CustomStringConvertible {
  /// The message and the command to run next.
  public var description: String { "\(message) Run: \(nextCommand)" }
}

extension ArchiveError {
  /// The error as the client tells it, whatever the store threw.
  init(_ error: any Error, at location: StoreLocation) {
    if let error = error as? ArchiveError {
      self = error
    } else {
      self.init(StoreTrouble(error, at: location), at: location)
    }
  }

  init(_ trouble: StoreTrouble, at location: StoreLocation) {
    switch trouble {
    case .missing(let path):
      self.init(
        code: .noStore, message: "There is no store at \(path).",
        nextCommand: "brief-syncd once --config FILE")
    case .foreign(let path, let detail):
      self.init(
        code: .notAStore, message: "\(path) is no brief-sync store (\(detail)).",
        nextCommand: "brief-sync status --store DIR")
    case .newer(let path, let found, let known):
      self.init(
        code: .storeTooNew,
        message: "The store at \(path) has schema \(found); this program knows \(known).",
        nextCommand: "brief-sync --version  (and install a newer one)")
    case .older(let path, let found, let known):
      self.init(
        code: .storeTooOld,
        message: "The store at \(path) has schema \(found); this program needs \(known).",
        nextCommand: "brief-syncd once --config FILE  (it migrates the store)")
    case .busy(let path, let holder):
      self.init(
        code: .busy, message: "The store at \(path) is in use by \(holder).",
        nextCommand: "brief-sync status  (in a moment)")
    case .inaccessible(let path, let detail):
      self.init(
        code: .inaccessible, message: "Cannot read the store at \(path): \(detail).",
        nextCommand: "ls -ld \(path) \(path)/*")
    case .damaged(let record, let detail):
      self.init(
        code: .damaged, message: "\(record) is damaged: \(detail).",
        nextCommand: "brief-sync verify --data --store \(location.folder)")
    case .full(let path):
      self.init(
        code: .diskFull, message: "The disk of \(path) is full.", nextCommand: "df -h \(path)")
    case .otherStore(let expected, let found):
      self.init(
        code: .otherStore,
        message: "The cursor belongs to store \(expected); this is store \(found).",
        nextCommand: "brief-sync changes  (without the cursor, to begin again)")
    }
  }
}
