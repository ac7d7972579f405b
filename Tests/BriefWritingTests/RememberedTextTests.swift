import BriefModel
import BriefWriting
import Testing

struct RememberedTextTests {
  @Test func `what is remembered of each source is its own, in any letters`() async throws {
    let desk = try Desk()
    let writer = try desk.open()
    let sources = ["a", "б", "c"].map { Source(id: SourceID($0), url: "http://example.org/\($0)") }
    try await writer.configure(sources)
    for (id, schedule) in [("a", "{\"x\":\"ж\"}"), ("c", "{}")] {
      try await writer.keepPlans([
        SourcePlan(source: SourceID(id), schedule: schedule, nextPoll: nil)
      ])
    }
    let remembered = try await writer.remembered()
    let schedules = remembered.mapValues { $0.schedule.map(String.init) }
    #expect(schedules == [SourceID("a"): "{\"x\":\"ж\"}", SourceID("б"): nil, SourceID("c"): "{}"])
    #expect(remembered.values.allSatisfy { $0.rhythm == nil })
  }
}
