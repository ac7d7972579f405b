import BriefClient
import BriefModel
import Testing

/// An answer as of a moment is the answer that was given then.
struct AsOfTests {
  private struct Answers: Equatable {
    var publications: [Publication]
    var changes: [Change]
    var versions: [Version]
    var cursor: Cursor
    var counts: ArchiveStatus.Counts
    var chain: Digest

    init(_ archive: Archive) throws {
      publications = try archive.publications()
      let beginning = try archive.beginning()
      changes = try archive.changes(since: beginning).changes
      versions = try archive.versions(of: BriefClientTests.id("a"))
      cursor = try archive.cursor()
      let status = try archive.status()
      counts = status.counts
      chain = status.chainHead
    }
  }

  @Test func `every moment of a history is answered as it was`() async throws {
    let desk = try Desk()
    try await desk.configure("s")
    let a = { (year: Int) in brief("a", "On gas of \(year).", title: "Gas in \(year)", day: 3) }
    let b = brief("b", "On oil.", day: 2)
    let c = brief("c", "On tax.", day: 1)
    let rounds: [[Entry]] = [
      [a(1), b, c], [a(2), b, c], [a(2), c], [a(3), c], [a(3), c], [a(4), b, c], [a(4), b],
    ]
    var then: [(Timestamp, Answers)] = []
    for round in rounds {
      try await desk.poll(round)
      then.append((desk.now, try Answers(desk.archive())))
    }
    let archive = try desk.archive()
    for (moment, answers) in then {
      #expect(try Answers(archive.asOf(moment)) == answers)
    }
    #expect(try archive.asOf(Timestamp(seconds: 0)).publications() == [])
  }
}
