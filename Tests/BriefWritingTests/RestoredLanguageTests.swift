import BriefModel
import BriefWriting
import Testing

@Suite struct RestoredLanguageTests {
  /// What came back unchanged is known by its name: nobody told its language again.
  @Test func `a rule by language is told of a publication that is restored`() async throws {
    let desk = try Desk()
    desk.context.rules = [
      AlertRule(name: "english", channels: [ChannelID("desk")], languages: ["en"])
    ]
    let writer = try desk.open()
    var listed = ["a", "b", "c"].map { brief($0, "Text of \($0).") }
    for place in listed.indices { listed[place].language = "en" }
    _ = try await desk.poll(writer, listed)
    var withdrawn = 0
    for _ in 0..<5 where withdrawn == 0 {
      withdrawn = try await desk.poll(writer, [listed[0], listed[2]]).counts.withdrawn
    }
    #expect(withdrawn == 1)
    for place in listed.indices { listed[place].language = nil }
    let restored = try await desk.poll(writer, listed)
    #expect(restored.counts.restored == 1)
    #expect(restored.alerts == 1)
  }
}
