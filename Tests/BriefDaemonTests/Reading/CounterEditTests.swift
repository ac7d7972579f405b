import BriefModel
import Testing

@testable import BriefDaemon

/// Counters in a feed's own text make no edits.
struct CounterEditTests {
  private static func feed(_ counters: String, year: Int = 2023) -> String {
    """
    <rss version="2.0"><channel><title>B</title><item><title>Gas</title><guid>gas</guid>
    <link>http://publisher.example/gas</link><description><![CDATA[<p>The market begins in \(year).</p>
    \(counters)]]></description></item></channel></rss>
    """
  }

  @Test func `only the text is content, whatever is counted`() async throws {
    let scene = try ReadingScene()
    scene.publisher.set("/feed", Self.feed("<p>3 comments</p>"), type: "application/rss+xml")
    #expect(try await scene.poll() == "added 1")
    for counters in [
      "<p>1,204 comments</p>", "<div>Просмотров: 12</div><small>Updated 5 minutes ago</small>",
      "",
    ] {
      scene.publisher.set("/feed", Self.feed(counters), type: "application/rss+xml")
      #expect(try await scene.poll() == "unchanged", "\(counters)")
    }
    #expect(try await scene.texts() == ["Gas": "The market begins in 2023."])
    scene.publisher.set(
      "/feed", Self.feed("<p>4 comments</p>", year: 2024), type: "application/rss+xml")
    #expect(try await scene.poll() == "revised 1")
  }
}
