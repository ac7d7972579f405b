import BriefModel
import BriefStore
import BriefWriting
import GRDB
import Testing

@testable import BriefDaemon

/// A secret in the query of a source's address is sent to its publisher, and told to nobody.
struct SecretAddressTests {
  @Test func `no answer and no record holds the secret, and validators still hold for the address`()
    async throws
  {
    let scene = try ReadingScene(url: "http://publisher.example/feed?token=s3cret")
    scene.publisher.set(
      "/feed?token=s3cret", OlderDocumentsTests.feed(1...2), type: "application/atom+xml")
    #expect(try await scene.poll() == "added 2")
    #expect(try await scene.poll() == "unchanged")
    let (state, records) = try await scene.writer.read { snapshot in
      (
        try snapshot.sourceStates().first,
        try String.fetchAll(snapshot.db, sql: "SELECT facts FROM revision WHERE facts IS NOT NULL")
      )
    }
    #expect(state?.url == "http://publisher.example/feed?token=***")
    #expect(records.count == 1)
    #expect(records.allSatisfy { !$0.contains("s3cret") && $0.contains("token=***") })
    let remembered = try await scene.writer.remembered()[SourceID("s")]
    #expect(remembered?.validatedURL == "http://publisher.example/feed?token=s3cret")
  }
}
