import BriefModel
import BriefTopics
import Testing

/// Topic files of a user's own on top of the shipped catalogue.
struct UserTopicTests {
  private static func file(_ label: String) -> (name: String, bytes: [UInt8]) {
    let json =
      #"{"topics":[{"id":"sugar-market","parent":"economy","labels":{"en":"\#(label)"},"patterns":{"en":["sugar"]}}]}"#
    return ("mine.json", Array(json.utf8))
  }

  @Test func `each state of the user's files has a number of its own`() throws {
    let shipped = try TopicCatalogue.shipped()
    let one = try TopicCatalogue.loading(userFiles: [Self.file("Sugar")]).catalogue
    let same = try TopicCatalogue.loading(userFiles: [Self.file("Sugar")]).catalogue
    let other = try TopicCatalogue.loading(userFiles: [Self.file("Sugar market")]).catalogue
    #expect(Set([shipped.version, one.version, other.version]).count == 3)
    #expect(one.version == same.version)
    #expect(one.version >> 32 == shipped.version)
    #expect(one[TopicID("sugar-market")]?.parent == TopicID("economy"))
  }

  @Test func `a refused file leaves the shipped catalogue under its own number`() throws {
    let refused = try TopicCatalogue.loading(userFiles: [("mine.json", Array("{".utf8))])
    #expect(refused.catalogue == (try TopicCatalogue.shipped()))
    #expect(refused.refused.map(\.file) == ["mine.json"])
  }

  @Test func `there is no folder where there is none`() {
    #expect(TopicFolder.existing("/nowhere/topics.d") == nil)
  }
}
