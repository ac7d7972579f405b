package import BriefConfiguration
import BriefModel
import BriefStore
import BriefWriting
import Foundation
import Synchronization

/// `brief-syncd selftest`: publishers of its own on loopback, a scratch store, the real path of a
/// poll between them, and a judgement of what came of it.
///
/// Rounds are eight days apart on the self-test's own clock, so that what takes a week (a probe of
/// lying 304s) is tried in a second; the second comes a minute after the first, while a host's
/// Retry-After still holds.
package struct Selftest {
  private let folder: String
  private let topics: TopicNames

  private struct Unforeseen: Error, CustomStringConvertible {
    var description: String
  }

  /// - Parameter folder: for the scratch store; made, and removed at the end.
  package init(folder: String, topics: TopicNames) {
    self.folder = folder
    self.topics = topics
  }

  package func run() async throws -> ScoreCard {
    signal(SIGPIPE, SIG_IGN)
    let publishers = try SelftestPublishers()
    defer {
      publishers.stop()
      try? FileManager.default.removeItem(atPath: folder)
    }
    let configuration = try ConfigurationFile.read(
      publishers.configuration(store: folder), file: "selftest", topics: topics)
    let clock = SteppedClock()
    var rounds: [RoundReport] = []
    for pause: Int64 in [0, 60, 8 * 86_400, 8 * 86_400, 8 * 86_400] {
      clock.step(seconds: pause)
      rounds.append(try await round(configuration, clock))
    }
    var card = ScoreCard()
    judge(rounds, publishers, &card)
    try await judgeStore(configuration, clock, &card)
    return card
  }

  /// One process's life: the store is opened, everything is polled, what is owed is delivered.
  private func round(
    _ configuration: DaemonConfiguration, _ clock: SteppedClock
  ) async throws -> RoundReport {
    let assembly = try await Assembly(
      configuration, location: StoreLocation(folder: folder), clock: clock)
    do {
      let report = try await Round(assembly).run(everything: true) { _ in }
      await assembly.shutDown()
      return report
    } catch {
      await assembly.shutDown()
      throw error
    }
  }

  private func judge(
    _ rounds: [RoundReport], _ publishers: SelftestPublishers, _ card: inout ScoreCard
  ) {
    func line(_ round: Int, _ source: String) -> PolledLine? {
      rounds[round].sources.first { $0.id.rawValue == source }
    }
    func outcomes(_ source: String) -> [String] {
      rounds.indices.map { line($0, source)?.outcome ?? "none" }
    }
    func counts(_ source: String, _ count: KeyPath<ChangeCounts, Int>) -> [Int] {
      rounds.indices.map { line($0, source)?.counts[keyPath: count] ?? -1 }
    }
    card.note(
      "an edit of one digit in an old entry is found", counts("edited", \.revised),
      is: [0, 1, 0, 0, 0])
    card.note("and told apart from new entries", counts("edited", \.added), is: [2, 0, 0, 0, 0])
    card.note(
      "what is missing between its siblings on three polls is withdrawn",
      counts("withdrawing", \.withdrawn), is: [0, 0, 0, 1, 0])
    card.note(
      "and restored when it is back", counts("withdrawing", \.restored), is: [0, 0, 0, 0, 1])
    card.note(
      "an empty feed withdraws nothing", counts("emptied", \.all), is: [2, 0, 0, 0, 0])
    card.note(
      "a host that answers 429 is left alone as long as it asks",
      outcomes("busy"),
      is: ["http-429", "host-asked-to-wait", "document", "unchanged", "unchanged"])
    card.note("and is not asked meanwhile", publishers.busy.requests.count, is: 4)
    card.note(
      "a server that answers 304 to everything is found out by a probe",
      counts("lying", \.added), is: [1, 0, 1, 0, 0])
    card.note(
      "a body whose compression is cut off brings nothing", line(1, "cut")?.isFailure, is: true)
    card.note(
      "and no validator: the next poll sees what it would have brought",
      counts("cut", \.added), is: [1, 0, 2, 0, 0])
    card.note(
      "a private address is not reached unless the source may",
      [publishers.forbidden.requests.count, line(0, "forbidden")?.isFailure == true ? 1 : 0],
      is: [0, 1])
    let posts = publishers.receiver.requests
    let keys = posts.compactMap { $0["webhook-id"] }
    card.note(
      "alerts arrive, each under a key of its own", keys.count, is: Set(keys).count)
    card.note(
      "the edit and the withdrawal are told",
      ["revised", "withdrawn"].map { kind in
        posts.contains { $0.body.contains("\"kind\":\"\(kind)\"") }
      },
      is: [true, true])
  }

  private func judgeStore(
    _ configuration: DaemonConfiguration, _ clock: SteppedClock, _ card: inout ScoreCard
  ) async throws {
    let assembly = try await Assembly(
      configuration, location: StoreLocation(folder: folder), clock: clock)
    let (titles, findings) = try await assembly.writer.read { snapshot in
      var verification = ChainVerification(snapshot)
      try verification.run()
      let kept = try snapshot.publications(PublicationFilter(source: SourceID("cyrillic")))
      return (kept.map { $0.reference.title ?? "" }, verification.findings.map(\.record))
    }
    await assembly.shutDown()
    card.note("windows-1251 is read as it is meant", titles, is: [SelftestPublishers.title])
    card.note("every record of the scratch store follows from its chain", findings, is: [])
  }
}

/// A clock that stands still between steps.
private final class SteppedClock: DaemonClock {
  private let now = Mutex(SystemClock().moment)

  var moment: Moment { now.withLock { $0 } }

  func step(seconds: Int64) {
    now.withLock { moment in
      moment.wall = moment.wall.advanced(by: seconds)
      moment.uptime = moment.uptime.plusSaturating(seconds.timesSaturating(1000))
    }
  }
}
