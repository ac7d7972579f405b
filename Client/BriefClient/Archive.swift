public import BriefModel
internal import BriefStore

/// A read-only view of a store: opens it, never creates or writes, and needs neither the daemon nor
/// write permission.
///
/// ```swift
/// let archive = try Archive(at: "/var/lib/brief-sync")
/// let page = try archive.changes(since: archive.beginning())
/// ```
///
/// An archive may be shared between tasks. Every method answers from one moment of the store; ask
/// several questions of the same moment with ``read(_:)``.
public struct Archive: Sendable {
  let reader: StoreReader
  /// The moment that the archive answers as of; `nil` is now.
  public let moment: Timestamp?
  /// Seconds of a clock that only goes forward; tests set their own.
  var seconds: @Sendable () -> Int64 = ReaderPolicy.seconds

  /// Opens the store in a folder.
  ///
  /// Throws ``ArchiveError``: no store, not a store, too new, too old, inaccessible.
  public init(at path: String) throws(ArchiveError) {
    let location = StoreLocation(folder: path)
    do {
      reader = try StoreReader(location)
    } catch {
      throw ArchiveError(error, at: location)
    }
    moment = nil
  }

  private init(reader: StoreReader, moment: Timestamp?, seconds: @escaping @Sendable () -> Int64) {
    self.reader = reader
    self.moment = moment
    self.seconds = seconds
  }

  /// The database library that is in use, with its version: `SQLite 3.40.1`.
  public static var engine: String { StoreEngine.name }

  /// The folder of the store.
  public var path: String { reader.location.folder }

  /// The archive as it was at a moment: it answers what the store would have answered then.
  ///
  /// Topics and claims are those of today's catalogue, attached to the versions of then.
  public func asOf(_ moment: Timestamp) -> Archive {
    Archive(reader: reader, moment: moment, seconds: seconds)
  }

  /// Answers several questions from one moment of the store.
  ///
  /// A reader that stays inside for long keeps the daemon from reusing its log: take what is needed
  /// and leave. After a minute every further question throws ``ArchiveError/Code/outlived``, and
  /// another ``read(_:)`` goes on from the present. Errors of the body come out as they are.
  public func read<Answer>(_ body: (ArchiveSnapshot) throws -> Answer) throws -> Answer {
    let answer: Result<Answer, any Error>
    do {
      answer = try reader.read { store in
        let snapshot = try ArchiveSnapshot(
          store: store, location: reader.location, moment: moment, seconds: seconds)
        // The body's own errors travel beside the store's, which would be taken for trouble with
        // it.
        return Result { try body(snapshot) }
      }
    } catch {
      throw ArchiveError(error, at: reader.location)
    }
    return try answer.get()
  }

  /// One question: what could not be read is an error, since nobody would look for it.
  func storeRead<Answer>(
    _ body: (ArchiveSnapshot) throws(ArchiveError) -> Answer
  ) throws(ArchiveError) -> Answer {
    let answer: Result<Answer, ArchiveError>
    do {
      answer = try reader.read { store in
        do throws(ArchiveError) {
          let snapshot = try ArchiveSnapshot(
            store: store, location: reader.location, moment: moment, seconds: seconds)
          let answer = try body(snapshot)
          if let trouble = store.damage.troubles.first {
            throw ArchiveError(trouble, at: reader.location)
          }
          return .success(answer)
        } catch {
          // The body's own errors travel beside the store's, which would be taken for trouble with
          // it.
          return .failure(error)
        }
      }
    } catch {
      throw ArchiveError(error, at: reader.location)
    }
    return try answer.get()
  }
}
