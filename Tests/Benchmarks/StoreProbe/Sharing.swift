import BriefClient
import BriefModel
import BriefStore
import BriefWriting
import Foundation

/// One process that writes, and others that read the same store meanwhile.
struct Sharing {
  let folder: String
  /// Publications that are edited in turn, ten a commit.
  private static let sources = 20

  /// Commits one poll after another and prints how long commits took, in milliseconds, and how
  /// large the log became.
  ///
  /// - Parameter pause: milliseconds between commits.
  func write(seconds: Int, pause: Int) async throws {
    let recording = Recording(folder: folder)
    let writer = try recording.writer()
    let sources = (0..<Self.sources).map { "s\($0)" }
    try await writer.configure(
      sources.map { Source(id: SourceID($0), url: "https://example.org/\($0)") })
    // Past the buffer: the driver waits for it.
    FileHandle.standardOutput.write(Data("ready\n".utf8))
    var commits: [Double] = []
    // What the disk alone takes for as much, in turn with the commits: a shared machine is not the
    // same from one minute to the next.
    let plain = try PlainFile(folder + "/plain")
    var syncs: [Double] = []
    var log: Int64 = 0
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    var round = 0
    while clock.now < end {
      let source = sources[round % Self.sources]
      let entries = (0..<10).map { number in
        Recording.entry("\(number)", PlannedWords.text(source, number, round), source: source)
      }
      let poll = Recording.poll(entries, source: source, hour: round)
      let start = clock.now
      try await recording.record([poll], by: writer)
      commits.append((clock.now - start) / .milliseconds(1))
      let other = clock.now
      try plain.append(40_000)
      syncs.append((clock.now - other) / .milliseconds(1))
      log = max(log, Self.size(folder + "/store.sqlite-wal"))
      round += 1
      if pause > 0 { try await Task.sleep(for: .milliseconds(pause)) }
    }
    print("commits \(commits.count)", Self.shares(commits), "log_bytes \(log)")
    print("disk alone, in turn with them:", Self.shares(syncs))
  }

  private static func shares(_ spent: [Double]) -> String {
    let sorted = spent.sorted()
    func at(_ share: Double) -> Double {
      sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
    return "p50_ms \(at(0.5)) p99_ms \(at(0.99)) max_ms \(at(1))"
  }

  /// Prints how many answers it got.
  func ask(seconds: Int) throws {
    let archive = try Archive(at: folder)
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    var answers = 0
    while clock.now < end {
      let newest = try archive.cursor().revision.number
      let cursor = Cursor(
        store: try archive.cursor().store, revision: Revision(max(0, newest - 5)))
      _ = try archive.changes(since: cursor)
      _ = try archive.status()
      answers += 1
    }
    print("answers \(answers)")
  }

  /// Begins a snapshot as soon as the last one ended. Prints how many it had, and how long it
  /// waited at most before one began.
  func linger(seconds: Int, milliseconds: Int) throws {
    let archive = try Archive(at: folder)
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    var answers = 0
    var waited = 0.0
    while clock.now < end {
      let start = clock.now
      try archive.read { snapshot in
        _ = try snapshot.status()
        waited = max(waited, (clock.now - start) / .milliseconds(1))
        usleep(UInt32(milliseconds) * 1_000)
      }
      answers += 1
    }
    print("answers \(answers) waited_ms \(waited)")
  }

  /// Stays in one snapshot; prints after how many seconds it was told to let go, and whether a new
  /// snapshot answers. `told 0` when nobody told it.
  func hold(seconds: Int) throws {
    let archive = try Archive(at: folder)
    let clock = ContinuousClock()
    let start = clock.now
    do {
      try archive.read { snapshot in
        while clock.now - start < .seconds(seconds) {
          _ = try snapshot.status()
          usleep(50_000)
        }
      }
      print("told 0")
    } catch let error as ArchiveError {
      print("told \((clock.now - start) / .seconds(1)) \(error.code.rawValue)")
      _ = try archive.status()
    }
  }

  private static func size(_ path: String) -> Int64 {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : 0
  }
}
