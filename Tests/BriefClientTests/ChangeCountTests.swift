import BriefClient
import BriefModel
import Testing

/// Counts of changes say what the changes themselves say.
struct ChangeCountTests {
  @Test func `counts after each cursor are those of the changes after it`() async throws {
    let desk = try Desk()
    try await desk.configure("s")
    let a = { (year: Int) in brief("a", "On gas of \(year).", title: "Gas in \(year)", day: 3) }
    let b = brief("b", "On oil.", day: 2)
    let gas = brief("c", "On gas and tax.", day: 1)
    let rounds: [[Entry]] = [
      [a(1), b, gas], [a(2), b, gas], [a(2), b], [a(2), b], [a(2), b, gas], [a(3), b, gas],
      [a(4), gas], [a(4), b, gas], [brief("c", "On tax.", day: 1), a(4), b],
    ]
    let archive = try desk.archive()
    var cursors = [try archive.beginning()]
    for round in rounds {
      try await desk.poll(round)
      cursors.append(try archive.cursor())
    }
    for cursor in cursors {
      let changes = try archive.changes(since: cursor).changes
      let counts = try archive.read { try $0.changeCounts(since: cursor) }
      #expect(counts.kinds == Dictionary(grouping: changes, by: \.kind).mapValues(\.count))
      #expect(counts.silentEdits == changes.count { $0.isSilent == true })
      // An edit that takes a topic out is a change of it, and no text on it.
      let speaking = try changes.filter { change in
        try archive.versions(of: change.publication.id).contains {
          $0.number == change.version && $0.content.body?.text.contains("gas") ?? false
        }
      }
      #expect(
        counts.topics.map { [$0.topic: $0.changes] }
          == (speaking.isEmpty ? [] : [[TopicID("gas"): speaking.count]]))
    }
  }
}
