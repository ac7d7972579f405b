import BriefFetching
import BriefModel
import Testing

@testable import BriefDaemon

/// What was overlooked to have a document is said with the poll that read it.
struct OverlookedFaultTests {
  @Test(arguments: [
    (DecodingFault.unknownName, "names an encoding that is none"),
    (.trailingBytes, "were left out"),
  ])
  func `a fault of the server's is told once, beside the news`(fault: DecodingFault, words: String)
    async throws
  {
    let scene = try ReadingScene()
    var document = Publisher.Document(
      body: Array(OlderDocumentsTests.feed(1...2).utf8), type: "application/atom+xml")
    document.faults = [fault]
    scene.publisher.set("/feed", document)
    let told = try await scene.poll()
    #expect(told.hasPrefix("added 2. ") && told.contains(words), "\(told)")
    document.tag = "\"new\""
    scene.publisher.set("/feed", document)
    #expect(try await scene.poll() == "unchanged")
  }
}
