import BriefModel
import BriefStore
import BriefWriting
import Testing

/// A user's own topics are known by name wherever a topic can be named.
struct OwnTopicsTests {
  @Test func `a topic of the user's own is chosen by its label and printed by it`() async throws {
    let scene = try await Scene()
    try await scene.name([
      TopicName(id: TopicID("energy"), parent: nil, labels: ["en": "Energy"]),
      TopicName(
        id: TopicID("gas"), parent: TopicID("energy"), labels: ["en": "Pipes and prices"]),
    ])
    for arguments in [
      "deadlines --topic pipes", "figures --topic energy", "matrix --topic 'pipes and prices'",
      "dossier pipes", "list --topic pipes", "changes --topic energy", "search topic:pipes gas",
    ] {
      let run = try scene.run(arguments)
      #expect(run.status == 0 && run.output != "", "\(arguments): \(run.errors)")
    }
    #expect(try scene.run("dossier pipes").output.contains("Pipes and prices"))
    let unknown = try scene.run("list --topic single-gas-market")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("There is no topic"))
  }

  @Test func `a store that no daemon has named topics in is asked by the shipped catalogue`()
    async throws
  {
    let scene = try await Scene()
    #expect(try scene.run("list --topic single-gas-market").status == 4)
    #expect(try scene.run("list --topic single-gas-markt").errors.contains("single-gas-market"))
  }
}

extension Scene {
  /// What a daemon does that begins with a catalogue of these topics.
  func name(_ topics: [TopicName]) async throws {
    let writer = try StoreWriter(
      StoreLocation(folder: folder), holder: "test",
      newID: StoreID(rawValue: "00000000-0000-4000-8000-000000000001"),
      now: Timestamp(seconds: 1_700_000_000))
    try await writer.begin(
      RecordingContext(
        catalogue: 1, topics: topics,
        body: { _, _, _ in AlertBody(type: "change", text: "{}") }))
  }
}
