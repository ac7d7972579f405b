import BriefModel
import BriefWriting
import Foundation
import Testing

@testable import BriefDaemon

/// Documents that break off though the transfer was sound: a publisher's program that ran out of memory, a cache
/// that kept half.
struct BrokenOffTests {
  private static let text = (1...20).map { "Sentence \($0) says what both governments signed." }

  private static func item(_ name: String) -> String {
    """
    <item><guid isPermaLink="false">\(name)</guid><title>\(name)</title>\
    <description>\(text.joined(separator: " "))</description></item>
    """
  }

  private static func feed(_ names: [String]) -> String {
    "<rss version=\"2.0\"><channel><title>Desk</title>\(names.map(item).joined())</channel></rss>"
  }

  /// The document as far as the words, without them.
  private static func cut(_ document: String, at words: String) -> String {
    String(document[..<(document.range(of: words)?.lowerBound ?? document.endIndex)])
  }

  @Test func `a known entry that was cut is no edit, and the whole document is read again`()
    async throws
  {
    let scene = try ReadingScene()
    let whole = Self.feed(["Gas", "Oil"])
    scene.publisher.set("/feed", whole, type: "text/xml")
    #expect(try await scene.poll() == "added 2")
    scene.publisher.set("/feed", Self.cut(whole, at: "Sentence 10"), type: "text/xml")
    for _ in 0..<3 {
      #expect(try await scene.poll() == "unchanged")
      #expect(try await scene.oddities() == [.brokenOff])
    }
    scene.publisher.set("/feed", whole, type: "text/xml")
    #expect(try await scene.poll() == "unchanged")
    #expect(try await scene.oddities() == [])
    #expect(try await scene.changes() == ["added Gas", "added Oil"])
    #expect(try await scene.presences().values.allSatisfy { $0 == "present" })
  }

  @Test func `a new entry that was cut is added once it is whole`() async throws {
    let scene = try ReadingScene()
    scene.publisher.set("/feed", Self.feed(["Oil"]), type: "text/xml")
    _ = try await scene.poll()
    let whole = Self.feed(["Gas", "Oil"])
    for words in ["Gas</guid>", "</title><desc", "Sentence 10", "</description>"] {
      scene.publisher.set("/feed", Self.cut(whole, at: words), type: "text/xml")
      #expect(try await scene.poll() == "unchanged", "\(words)")
    }
    scene.publisher.set("/feed", whole, type: "text/xml")
    #expect(try await scene.poll() == "added 1")
  }

  @Test func `what a cut document said of an entry ends the trust in the document before it`()
    async throws
  {
    let scene = try ReadingScene()
    let whole = Self.feed(["Gas", "Oil"])
    scene.publisher.set("/feed", whole, type: "text/xml")
    _ = try await scene.poll()
    // The entry that stands before the break was edited for a moment.
    let edited = whole.replacingOccurrences(of: "<title>Gas", with: "<title>Gas and oil")
    scene.publisher.set("/feed", Self.cut(edited, at: "Oil</title>"), type: "text/xml")
    #expect(try await scene.poll() == "revised 1")
    #expect(try await scene.writer.validators(of: SourceID("s")) == Validators())
    // The same bytes as at first, under the same entity tag.
    scene.publisher.set("/feed", whole, type: "text/xml")
    #expect(try await scene.poll() == "revised 1")
    #expect(try await scene.presences() == ["Gas": "present", "Oil": "present"])
  }

  @Test func `what an index that broke off does not name is not withdrawn, and is read again`()
    async throws
  {
    let scene = try ReadingScene(.sitemap, url: "http://publisher.example/sitemap.xml")
    let index = """
      <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <sitemap><loc>http://publisher.example/1.xml</loc></sitemap>
      <sitemap><loc>http://publisher.example/2.xml</loc></sitemap>
      </sitemapindex>
      """
    scene.publisher.set("/sitemap.xml", index, type: "text/xml")
    scene.publisher.set("/1.xml", SourceKindTests.sitemap(["a", "b"]), type: "text/xml")
    scene.publisher.set("/2.xml", SourceKindTests.sitemap(["c"]), type: "text/xml")
    #expect(try await scene.poll() == "added 3")
    scene.publisher.set("/sitemap.xml", Self.cut(index, at: "/2.xml"), type: "text/xml")
    for _ in 0..<4 { #expect(try await scene.poll() == "unchanged") }
    #expect(try await scene.oddities() == [.brokenOff])
    scene.publisher.set("/sitemap.xml", index, type: "text/xml")
    let part = Self.cut(SourceKindTests.sitemap(["a", "b"]), at: "b</loc>")
    scene.publisher.set("/1.xml", part, type: "text/xml")
    for _ in 0..<4 { #expect(try await scene.poll() == "unchanged") }
    #expect(try await scene.oddities() == [.brokenOff])
    scene.publisher.set("/1.xml", SourceKindTests.sitemap(["a", "b"]), type: "text/xml")
    #expect(try await scene.poll() == "unchanged")
    #expect(try await scene.oddities() == [])
  }

  @Test func `a JSON Feed that breaks off is trouble, and nothing of it is recorded`() async throws
  {
    let scene = try ReadingScene()
    let feed = """
      {"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"Gas"},\
      {"id":"2","title":"Oil","content_text":"\(Self.text.joined(separator: " "))"}]}
      """
    scene.publisher.set("/feed", feed, type: "application/feed+json")
    #expect(try await scene.poll() == "added 2")
    scene.publisher.set(
      "/feed", Self.cut(feed, at: "Sentence 10"), type: "application/feed+json")
    #expect(try await scene.poll() == "not-a-feed")
    scene.publisher.set("/feed", feed, type: "application/feed+json")
    #expect(try await scene.poll() == "unchanged")
    #expect(try await scene.changes() == ["added Gas", "added Oil"])
  }
}
