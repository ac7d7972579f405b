import BriefConfiguration
import BriefModel
import BriefStore
import BriefWriting
import Foundation
import GRDB
import Testing

@testable import BriefDaemon

/// What stood between two polls that have nothing in common is looked for.
struct OlderDocumentsTests {
  static func feed(_ numbers: ClosedRange<Int>, next: String? = nil) -> String {
    let items = numbers.reversed().map { number in
      """
      <entry><id>urn:\(number)</id><title>Brief \(number)</title>
      <link href="http://publisher.example/\(number)"/>
      <updated>2021-01-01T00:00:\(number < 10 ? "0" : "")\(number)Z</updated></entry>
      """
    }
    let link = next.map { "<link rel=\"next\" href=\"\($0)\"/>" } ?? ""
    return
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>B</title>\(link)\(items.joined())</feed>"
  }

  @Test func `a gap is filled from the pages that the feed names (RFC 5005)`() async throws {
    let scene = try ReadingScene()
    scene.publisher.set("/feed", Self.feed(1...4), type: "application/atom+xml")
    #expect(try await scene.poll() == "added 4")
    scene.publisher.set("/feed", Self.feed(13...16, next: "/feed/2"), type: "application/atom+xml")
    scene.publisher.set("/feed/2", Self.feed(9...12, next: "/feed/3"), type: "application/atom+xml")
    scene.publisher.set("/feed/3", Self.feed(3...8, next: "/feed/4"), type: "application/atom+xml")
    _ = scene.publisher.asked()
    #expect(try await scene.poll() == "added 12")
    // The third page has a known entry: nothing older is asked for.
    #expect(scene.publisher.asked() == ["/feed", "/feed/2", "/feed/3"])
  }

  @Test func `a gap is looked for under WordPress's parameter where the feed names no page`()
    async throws
  {
    let scene = try ReadingScene()
    scene.publisher.set("/feed", Self.feed(1...4), type: "application/atom+xml")
    _ = try await scene.poll()
    scene.publisher.set("/feed", Self.feed(9...12), type: "application/atom+xml")
    scene.publisher.set("/feed?paged=2", Self.feed(4...8), type: "application/atom+xml")
    #expect(try await scene.poll() == "added 8")
  }

  @Test func `a server that sends the same page again ends it, and so do ten pages`() async throws {
    let scene = try ReadingScene()
    scene.publisher.set("/feed", Self.feed(1...2), type: "application/atom+xml")
    _ = try await scene.poll()
    scene.publisher.set("/feed", Self.feed(50...51), type: "application/atom+xml")
    scene.publisher.set("/feed?paged=2", Self.feed(50...51), type: "application/atom+xml")
    _ = scene.publisher.asked()
    #expect(try await scene.poll() == "added 2")
    #expect(scene.publisher.asked() == ["/feed", "/feed?paged=2"])
    for page in 2...40 {
      let first = 10_000 - page * 2
      scene.publisher.set(
        "/feed/\(page)", Self.feed(first...(first + 1), next: "/feed/\(page + 1)"),
        type: "application/atom+xml")
    }
    scene.publisher.set(
      "/feed", Self.feed(20_000...20_001, next: "/feed/2"), type: "application/atom+xml")
    #expect(try await scene.poll() == "added 22")
    #expect(scene.publisher.asked().count == 11)
  }

  @Test func `an ordinary poll asks for one document`() async throws {
    let scene = try ReadingScene()
    scene.publisher.set("/feed", Self.feed(1...4, next: "/feed/2"), type: "application/atom+xml")
    _ = try await scene.poll()
    scene.publisher.set("/feed", Self.feed(3...6, next: "/feed/2"), type: "application/atom+xml")
    _ = try await scene.poll()
    #expect(scene.publisher.asked() == ["/feed", "/feed"])
  }

  /// A feed of two entries a page, of which 21 older pages lead from 95 to what is known.
  private func longGap(_ scene: ReadingScene, named: Bool = true) async throws {
    scene.publisher.set("/feed", Self.feed(50...51), type: "application/atom+xml")
    _ = try await scene.poll()
    scene.clock.pass(seconds: 3600)
    scene.publisher.set(
      "/feed", Self.feed(94...95, next: named ? "/feed?paged=2" : nil),
      type: "application/atom+xml")
    for page in 2...23 {
      let first = 96 - page * 2
      scene.publisher.set(
        "/feed?paged=\(page)",
        Self.feed(first...(first + 1), next: named ? "/feed?paged=\(page + 1)" : nil),
        type: "application/atom+xml")
    }
    _ = scene.publisher.asked()
  }

  private func gap(_ scene: ReadingScene) async throws -> SourceGap? {
    try await scene.writer.read { try $0.sourceStates().first?.gap }
  }

  /// Times for which the source is known to be complete: sealed ones first, each counted once.
  private func coverage(_ scene: ReadingScene) async throws -> [Int] {
    try await scene.writer.read { snapshot in
      try snapshot.coverage(of: nil).flatMap { coverage in
        coverage.sealed.map { _ in 1 } + (coverage.open.map { _ in [1] } ?? [])
      }
    }
  }

  @Test(arguments: [true, false])
  func `what ten older documents do not reach is read by the polls that follow`(
    named: Bool
  ) async throws {
    let scene = try ReadingScene()
    try await longGap(scene, named: named)
    #expect(try await scene.poll() == "added 22")
    #expect(scene.publisher.asked().count == 11)
    #expect(try await gap(scene)?.documents == 10)
    #expect(try await gap(scene)?.ending == nil)
    #expect(try await coverage(scene) == [1, 1])
    // The feed itself says that nothing changed; what was read last is read once more.
    scene.clock.pass(seconds: 3600)
    #expect(try await scene.poll() == "added 18")
    #expect(
      scene.publisher.asked() == ["/feed"] + (11...20).map { "/feed?paged=\($0)" })
    scene.clock.pass(seconds: 3600)
    #expect(try await scene.poll() == "added 4")
    #expect(scene.publisher.asked() == ["/feed"] + (20...23).map { "/feed?paged=\($0)" })
    #expect(try await gap(scene) == nil)
    // The time before the gap goes on over it.
    #expect(try await coverage(scene) == [1])
    scene.clock.pass(seconds: 3600)
    #expect(try await scene.poll() == "unchanged")
    #expect(scene.publisher.asked() == ["/feed"])
    #expect(try await scene.presences()["Brief 54"] == "rolled_off")
    #expect(try await scene.presences()["Brief 95"] == "present")
  }

  @Test func `entries that moved to the next document while a gap is read are not lost`()
    async throws
  {
    let scene = try ReadingScene()
    try await longGap(scene, named: false)
    _ = try await scene.poll()
    // Entries 74 and 75, which page 12 had, were moved up when two were taken down.
    for page in 2...22 {
      let first = 94 - page * 2
      scene.publisher.set(
        "/feed?paged=\(page)", Self.feed(first...(first + 1)), type: "application/atom+xml")
    }
    for _ in 0..<3 {
      scene.clock.pass(seconds: 3600)
      _ = try await scene.poll()
    }
    let titles = try await scene.texts().keys
    #expect((50...95).filter { !titles.contains("Brief \($0)") } == [])
    #expect(try await gap(scene) == nil)
  }

  @Test func `an older document that cannot be had is asked for again, and a source names its gap`()
    async throws
  {
    let scene = try ReadingScene()
    try await longGap(scene)
    _ = try await scene.poll()
    scene.publisher.set("/feed?paged=12", Publisher.Document(body: [], status: 503))
    for _ in 0..<9 {
      scene.clock.pass(seconds: 3600)
      #expect(try await scene.poll() == "unchanged")
    }
    #expect(try await gap(scene)?.ending == nil)
    scene.clock.pass(seconds: 3600)
    _ = try await scene.poll()
    #expect(try await gap(scene)?.ending == .unreadable)
    _ = scene.publisher.asked()
    _ = try await scene.poll()
    #expect(scene.publisher.asked() == ["/feed"])
  }

  @Test func `the configuration says how many older documents are read for one gap`() async throws {
    var reading = SourceReading()
    reading.olderDocuments = 12
    let scene = try ReadingScene(reading: reading)
    try await longGap(scene)
    for _ in 0..<3 {
      _ = try await scene.poll()
      scene.clock.pass(seconds: 3600)
    }
    #expect(try await gap(scene)?.ending == .limit)
    #expect(try await gap(scene)?.documents == 12)
    #expect(
      try await gap(scene)?.after == scene.clock.moment.wall.advanced(by: -4 * 3600))
  }

  @Test func `older documents of the same origin are asked for with what opens the source`()
    async throws
  {
    let scene = try ReadingScene(
      key: SourceKey(kind: .bearer, name: "", place: .written("sesame")))
    try await longGap(scene)
    scene.publisher.set(
      "/feed?paged=3", Self.feed(90...91, next: "http://other.example/4"),
      type: "application/atom+xml")
    #expect(try await scene.poll() == "added 6")
    #expect(scene.publisher.opened() == ["/feed", "/feed?paged=2", "/feed?paged=3"])
  }

  @Test func `a gap of a feed without older documents is named`() async throws {
    let scene = try ReadingScene()
    scene.publisher.set("/feed", Self.feed(1...2), type: "application/atom+xml")
    _ = try await scene.poll()
    scene.publisher.set("/feed", Self.feed(50...51), type: "application/atom+xml")
    #expect(try await scene.poll() == "added 2")
    #expect(try await gap(scene)?.ending == .notOffered)
    #expect(try await gap(scene)?.documents == 0)
  }

  @Test func `an old entry among new ones does not end the reading, the end of the archive does`()
    async throws
  {
    let scene = try ReadingScene()
    scene.publisher.set("/feed", Self.feed(1...2), type: "application/atom+xml")
    _ = try await scene.poll()
    scene.publisher.set("/feed", Self.feed(30...31, next: "/feed/2"), type: "application/atom+xml")
    // The edit of an old one moved it up between two new ones.
    let moved = Self.feed(2...2).components(separatedBy: "<entry>")[1].components(
      separatedBy: "</feed>")[0]
    let second = Self.feed(28...29, next: "/feed/3").components(separatedBy: "</entry>")
    scene.publisher.set(
      "/feed/2", second[0] + "</entry><entry>" + moved + second[1] + "</entry>" + second[2],
      type: "application/atom+xml")
    scene.publisher.set("/feed/3", Self.feed(26...27), type: "application/atom+xml")
    #expect(try await scene.poll() == "added 6")
    #expect(try await gap(scene) == nil)
  }

  @Test func `what the reading back brings is one message, due when it ends`() async throws {
    let context = RecordingContext(
      rules: [AlertRule(name: "all", channels: [ChannelID("desk")])],
      body: { alert, _, _ in
        guard case .summary(_, let reason, let changes) = alert.subject else {
          return AlertBody(type: "x", text: "single")
        }
        return AlertBody(type: "x", text: "\(reason.rawValue) \(changes.count)")
      })
    let scene = try ReadingScene(context: context)
    try await longGap(scene)
    var alerts: [[String]] = []
    for _ in 0..<4 {
      _ = try await scene.poll()
      let now = scene.clock.moment.wall.seconds
      alerts.append(
        try await scene.writer.read { snapshot in
          try Row.fetchAll(
            snapshot.db,
            sql: "SELECT body, due FROM outbox_body JOIN outbox USING (n) ORDER BY n"
          ).map { row in "\(row["body"] as String)\(row["due"] as Int64 > now ? ", held" : "")" }
        })
      scene.clock.pass(seconds: 3600)
    }
    #expect(
      alerts == [
        ["first-poll 2", "flood 22"], ["first-poll 2", "flood 22", "back-fill 18, held"],
        ["first-poll 2", "flood 22", "back-fill 18", "back-fill 4"],
        ["first-poll 2", "flood 22", "back-fill 18", "back-fill 4"],
      ])
  }
}
