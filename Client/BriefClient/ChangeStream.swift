public import BriefModel
internal import BriefStore
@preconcurrency internal import Dispatch
internal import Glibc

/// The changes of a store as they are recorded, page by page.
///
/// Waits for the daemon's commits without asking again and again: the kernel says when the store's
/// log was written (inotify). A slow look every half minute covers file systems that do not say so.
public struct ChangeStream: AsyncSequence, Sendable {
  public typealias Element = ChangePage
  public typealias Failure = ArchiveError

  let archive: Archive
  let start: Cursor
  let question: ChangeQuestion

  public func makeAsyncIterator() -> Iterator {
    Iterator(
      archive: archive, cursor: start, question: question,
      watch: CommitWatch(folder: archive.path))
  }

  public struct Iterator: AsyncIteratorProtocol {
    let archive: Archive
    var cursor: Cursor
    let question: ChangeQuestion
    let watch: CommitWatch
    private var writes: AsyncStream<Void>.Iterator
    private var looks = 0

    init(archive: Archive, cursor: Cursor, question: ChangeQuestion, watch: CommitWatch) {
      self.archive = archive
      self.cursor = cursor
      self.question = question
      self.watch = watch
      writes = watch.writes.makeAsyncIterator()
    }

    /// Milliseconds between a write and looks for its commit: the log is written first, then
    /// brought to the disk, and only then do readers see it.
    private static let settling = [5, 20, 100, 500, 2000]

    /// The next page that has changes; `nil` when the task was cancelled.
    public mutating func next() async throws(ArchiveError) -> ChangePage? {
      while !Task.isCancelled {
        let page = try archive.changes(since: cursor, question)
        cursor = page.next
        if !page.changes.isEmpty { return page }
        if looks < Self.settling.count {
          try? await Task.sleep(for: .milliseconds(Self.settling[looks]))
          looks += 1
        } else {
          guard await writes.next(isolation: #isolation) != nil else { return nil }
          looks = 0
        }
      }
      return nil
    }
  }
}

extension Archive {
  /// Changes after a cursor, first those that are there, then each commit's as it comes.
  ///
  /// Throws ``ArchiveError`` like ``changes(since:_:)``: a store that is made anew while one waits
  /// ends the sequence with an error.
  public func changeStream(
    since cursor: Cursor, _ question: ChangeQuestion = ChangeQuestion()
  ) -> ChangeStream {
    ChangeStream(archive: self, start: cursor, question: question)
  }
}

/// Tells when a file of the store's folder was written.
final class CommitWatch: Sendable {
  /// An element for each write, or for several at once; and one every half minute, for file systems
  /// that do not tell.
  let writes: AsyncStream<Void>
  private let cancel: @Sendable () -> Void

  /// Seconds between looks that nothing asks for.
  private static let patience = 30

  init(folder: String) {
    let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    writes = stream
    let queue = DispatchQueue(label: "brief-sync.commits", qos: .utility)
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + .seconds(Self.patience), repeating: .seconds(Self.patience))
    timer.setEventHandler { continuation.yield() }
    timer.activate()

    let descriptor = inotify_init1(CInt(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0,
      inotify_add_watch(descriptor, folder, UInt32(IN_MODIFY | IN_CREATE | IN_MOVED_TO)) >= 0
    else {
      if descriptor >= 0 { close(descriptor) }
      cancel = { timer.cancel() }
      return
    }
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    source.setEventHandler {
      var buffer = [UInt8](repeating: 0, count: 4096)
      while buffer.withUnsafeMutableBytes({ read(descriptor, $0.baseAddress, $0.count) }) > 0 {}
      continuation.yield()
    }
    source.setCancelHandler { close(descriptor) }
    source.activate()
    cancel = {
      timer.cancel()
      source.cancel()
    }
  }

  deinit { cancel() }
}
