import BriefConfiguration
import BriefExtraction
import BriefModel
import BriefWriting
import Foundation
import Testing

@testable import BriefDaemon

/// The texts of entries are read from their own pages (`pages = true`).
struct PageReadingTests {
  let scene: ReadingScene

  init() throws {
    var reading = SourceReading()
    reading.readsPages = true
    scene = try ReadingScene(reading: reading)
  }

  static func page(_ text: String, title: String = "Gas") -> String {
    """
    <html lang="en"><head><title>\(title)</title></head><body><nav><a href="/">Home</a></nav>
    <article><h1>\(title)</h1><p>\(text)</p><p>The programme was signed in Moscow by both prime
    ministers, who called it the most important step of the union state in twenty years.</p>
    </article></body></html>
    """
  }

  static let gas = "The single gas market is to begin in December 2023, as both sides have said."

  static func feed(_ items: [(name: String, summary: String)]) -> String {
    let items = items.map { item in
      """
      <item><title>\(item.name)</title><link>http://publisher.example/\(item.name)</link>
      <guid>\(item.name)</guid><description>\(item.summary)</description>
      <pubDate>Mon, 08 Nov 2021 00:00:00 GMT</pubDate></item>
      """
    }
    return "<rss version=\"2.0\"><channel><title>B</title>\(items.joined())</channel></rss>"
  }

  @Test func `the text of an entry is its page's, and a page is asked for once`() async throws {
    scene.publisher.set("/feed", Self.feed([("Gas", "Short.")]), type: "application/rss+xml")
    scene.publisher.set("/Gas", Self.page(Self.gas))
    #expect(try await scene.poll() == "added 1")
    #expect(try await scene.texts()["Gas"]??.hasPrefix(Self.gas) == true)
    #expect(scene.publisher.asked() == ["/feed", "/Gas"])
    // Another entry: the known one keeps the text of its page.
    scene.publisher.set(
      "/feed", Self.feed([("Oil", "Short."), ("Gas", "Short.")]), type: "application/rss+xml")
    scene.publisher.set("/Oil", Self.page("The pipeline carries less.", title: "Oil"))
    #expect(try await scene.poll() == "added 1")
    #expect(scene.publisher.asked() == ["/feed", "/Oil"])
  }

  @Test func `an edit of a page is found though the feed stays the same`() async throws {
    scene.publisher.set("/feed", Self.feed([("Gas", "Short.")]), type: "application/rss+xml")
    scene.publisher.set("/Gas", Self.page(Self.gas))
    #expect(try await scene.poll() == "added 1")
    scene.publisher.set("/Gas", Self.page(Self.gas.replacingOccurrences(of: "2023", with: "2024")))
    #expect(try await scene.poll() == "unchanged")
    for edit in 0..<100 {
      scene.clock.pass(seconds: 40 * 86_400)
      scene.publisher.set(
        "/Gas", Self.page(Self.gas.replacingOccurrences(of: "2023", with: "\(2024 + edit)")))
      #expect(try await scene.poll() == "revised 1")
    }
    #expect(try await scene.texts()["Gas"]??.contains("2123") == true)
  }

  @Test func `a page that refuses validators is asked without, and its edit is found`() async throws
  {
    scene.publisher.set("/feed", Self.feed([("Gas", "Short.")]), type: "application/rss+xml")
    func set(_ text: String, refusal: Int? = nil) {
      scene.publisher.set(
        "/Gas", Publisher.Document(body: Array(Self.page(text).utf8), refusal: refusal))
    }
    func visit() async throws -> String {
      scene.clock.pass(seconds: 40 * 86_400)
      return try await scene.poll()
    }
    set(Self.gas)
    #expect(try await scene.poll() == "added 1")
    for year in ["2024", "2025"] {
      set(Self.gas.replacingOccurrences(of: "2023", with: year), refusal: 412)
      #expect(try await visit() == "unchanged")
      #expect(try await visit() == "revised 1")
    }
    // It was refused twice: no visit is lost to it any more.
    set(Self.gas.replacingOccurrences(of: "2023", with: "2026"), refusal: 412)
    #expect(try await visit() == "revised 1")
  }

  @Test func `a page that left the feed is still looked at, and gone when it says so`()
    async throws
  {
    let items = (1...3).map { (name: "P\($0)", summary: "Short.") }
    for item in items {
      scene.publisher.set("/\(item.name)", Self.page(Self.gas, title: item.name))
    }
    scene.publisher.set("/feed", Self.feed(Array(items[1...])), type: "application/rss+xml")
    #expect(try await scene.poll() == "added 2")
    scene.publisher.set("/feed", Self.feed(Array(items[..<2])), type: "application/rss+xml")
    #expect(try await scene.poll() == "added 1")
    scene.clock.pass(seconds: 86_400 * 31)
    scene.publisher.set("/P3", Self.page("Quite another text than before.", title: "P3"))
    #expect(try await scene.poll() == "revised 1")
    scene.clock.pass(seconds: 86_400 * 31)
    scene.publisher.set("/P3", Publisher.Document(body: [], status: 410))
    #expect(try await scene.poll() == "withdrawn 1")
    scene.clock.pass(seconds: 86_400 * 31)
    scene.publisher.set("/P3", Self.page("Quite another text than before.", title: "P3"))
    #expect(try await scene.poll() == "restored 1")
  }

  @Test func `a page that fails is a publication whose own text is missing, until it is there`()
    async throws
  {
    scene.publisher.set("/feed", Self.feed([("Gas", "Short.")]), type: "application/rss+xml")
    #expect(try await scene.poll() == "added 1")
    #expect(try await scene.texts() == ["Gas": "Short."])
    #expect(try await scene.oddities() == [.textsMissing])
    let reason = try await scene.writer.pages(
      of: SourceID("s"), links: ["//publisher.example/Gas"]
    ).first?.reason
    #expect(reason?.contains("404") == true)
    scene.publisher.set("/Gas", Self.page(Self.gas))
    scene.clock.pass(seconds: 7200)
    #expect(try await scene.poll() == "unchanged")
    #expect(try await scene.texts()["Gas"]??.hasPrefix(Self.gas) == true)
    #expect(try await scene.oddities() == [])
  }

  @Test func `a host that asks to wait is not asked for the other pages`() async throws {
    scene.publisher.set(
      "/feed", Self.feed([("Gas", "Short."), ("Oil", "Short.")]), type: "application/rss+xml")
    for path in ["/Gas", "/Oil"] {
      scene.publisher.set(path, Publisher.Document(body: [], status: 429))
    }
    #expect(try await scene.poll() == "added 2")
    #expect(scene.publisher.asked() == ["/feed", "/Gas"])
    #expect(scene.waits() == [HostWait(host: "publisher.example:80", seconds: 3_600)])
  }

  @Test func `a known text stays when its page fails`() async throws {
    scene.publisher.set("/feed", Self.feed([("Gas", "Short.")]), type: "application/rss+xml")
    scene.publisher.set("/Gas", Self.page(Self.gas))
    #expect(try await scene.poll() == "added 1")
    scene.clock.pass(seconds: 86_400 * 31)
    scene.publisher.set("/Gas", nil)
    #expect(try await scene.poll() == "unchanged")
    #expect(try await scene.texts()["Gas"]??.hasPrefix(Self.gas) == true)
  }

  @Test func `no more pages than a poll may visit, and none is forgotten`() async throws {
    let items = (1...45).map { (name: "P\($0)", summary: "Short.") }
    for item in items {
      scene.publisher.set("/\(item.name)", Self.page(Self.gas, title: item.name))
    }
    scene.publisher.set("/feed", Self.feed(items), type: "application/rss+xml")
    var answers: [String] = []
    for _ in 0..<4 {
      answers.append(try await scene.poll())
      #expect(scene.publisher.asked().count <= 21)
    }
    #expect(answers == ["added 20", "added 20", "added 5", "unchanged"])
    #expect(try await scene.oddities() == [])
  }

  @Test func `the owner's selectors say where the text is`() async throws {
    var reading = SourceReading()
    reading.readsPages = true
    reading.article.text = try .init("div.brief")
    let scene = try ReadingScene(reading: reading)
    scene.publisher.set("/feed", Self.feed([("Gas", "Short.")]), type: "application/rss+xml")
    scene.publisher.set(
      "/Gas",
      "<p>Quite a long text that is not the brief at all, but news.</p><div class=brief>Brief.</div>"
    )
    #expect(try await scene.poll() == "added 1")
    #expect(try await scene.texts() == ["Gas": "Brief."])
  }
}
