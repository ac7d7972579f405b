import BriefConfiguration
import BriefExtraction
import BriefModel
import BriefStore
import Testing

@testable import BriefDaemon

/// What decides whether a page that did not change is asked for whole: selectors and validators.
struct PageSelectorTests {
  private static func page(_ year: Int) -> String {
    """
    <html><body><article><h1>Gas</h1>
    <p class="lead">Minsk and Moscow have signed the programme on a gas market of \(year), which is to begin.</p>
    <p class="more">Both prime ministers called it the most important step of the union in all those years.</p>
    </article></body></html>
    """
  }

  private static func scene() throws -> ReadingScene {
    var reading = SourceReading()
    reading.readsPages = true
    let scene = try ReadingScene(reading: reading)
    scene.publisher.set("/feed", PageReadingTests.feed([("Gas", "")]), type: "application/rss+xml")
    scene.publisher.set("/Gas", page(2023))
    return scene
  }

  @Test func `changed selectors have kept pages read again, which is an upgrade and no edit`()
    async throws
  {
    let scene = try Self.scene()
    #expect(try await scene.poll() == "added 1")
    #expect(try await scene.texts()["Gas"]??.contains("prime ministers") == true)
    let lead = try CSSSelector(".lead")
    scene.configure { $0.article.text = lead }
    scene.clock.pass(seconds: 60)
    #expect(try await scene.poll() == "unchanged")
    let text = try await scene.texts()["Gas"]
    #expect(text??.contains("gas market of 2023") == true)
    #expect(text??.contains("prime ministers") == false)
    #expect(try await scene.changes() == ["added Gas"])
    // From here on a page that stays the same is not sent again, and its edits are told.
    scene.clock.pass(seconds: 40 * 86_400)
    #expect(try await scene.poll() == "unchanged")
    scene.publisher.set("/Gas", Self.page(2024))
    scene.clock.pass(seconds: 40 * 86_400)
    #expect(try await scene.poll() == "revised 1")
  }

  @Test func `a title that other selectors find on the same page is no edit`() async throws {
    var reading = SourceReading()
    reading.readsPages = true
    let scene = try ReadingScene(
      .sitemap, url: "http://publisher.example/sitemap.xml", reading: reading)
    scene.publisher.set(
      "/sitemap.xml",
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url>"
        + "<loc>http://publisher.example/Gas</loc></url></urlset>", type: "application/xml")
    let page = Self.page(2023).replacing(
      "<h1>Gas</h1>", with: "<h1>Gas</h1><h2 class=\"long\">Gas for all of the union</h2>")
    scene.publisher.set("/Gas", page)
    #expect(try await scene.poll() == "added 1")
    #expect(try await scene.changes() == ["added Gas"])
    let long = try CSSSelector(".long")
    scene.configure { $0.article.title = long }
    scene.clock.pass(seconds: 60)
    #expect(try await scene.poll() == "unchanged")
    #expect(try await scene.changes() == ["added Gas"])
    #expect(try await scene.presences().keys.sorted() == ["Gas for all of the union"])
  }

  @Test func `an edit that comes with changed selectors is told`() async throws {
    let scene = try Self.scene()
    _ = try await scene.poll()
    let lead = try CSSSelector(".lead")
    scene.configure { $0.article.text = lead }
    scene.publisher.set("/Gas", Self.page(2024))
    scene.clock.pass(seconds: 60)
    #expect(try await scene.poll() == "revised 1")
    #expect(try await scene.changes() == ["added Gas", "revised silent Gas"])
  }

  @Test func `validators of one address are not sent to another that a redirect leads to`()
    async throws
  {
    let scene = try Self.scene()
    for (place, year) in [("a", 2023), ("b", 2024)] {
      scene.publisher.set(
        "/Gas",
        Publisher.Document(
          body: Array(Self.page(year).utf8), leadsTo: "http://publisher.example/\(place)/gas",
          tag: "\"1\""))
      let isFirst = year == 2023
      #expect(try await scene.poll() == (isFirst ? "added 1" : "revised 1"))
      scene.clock.pass(seconds: 40 * 86_400)
      #expect(try await scene.poll() == "unchanged")
      scene.clock.pass(seconds: 40 * 86_400)
    }
  }
}
