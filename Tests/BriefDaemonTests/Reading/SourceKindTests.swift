import BriefConfiguration
import BriefExtraction
import BriefModel
import Foundation
import Testing

@testable import BriefDaemon

/// Sitemaps and listing pages as sources.
struct SourceKindTests {
  static func sitemap(_ names: [String]) -> String {
    let urls = names.map { "<url><loc>http://publisher.example/\($0)</loc></url>" }
    return "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\(urls.joined())</urlset>"
  }

  @Test func `the sitemaps of an index are read, those that changed last first`() async throws {
    let scene = try ReadingScene(.sitemap, url: "http://publisher.example/sitemap.xml")
    scene.publisher.set(
      "/sitemap.xml",
      """
      <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <sitemap><loc>http://publisher.example/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap>
      <sitemap><loc>http://publisher.example/new.xml</loc><lastmod>2021-01-01</lastmod></sitemap>
      </sitemapindex>
      """, type: "text/xml")
    scene.publisher.set("/old.xml", Self.sitemap(["a", "b"]), type: "text/xml")
    scene.publisher.set("/new.xml", Self.sitemap(["c"]), type: "text/xml")
    #expect(try await scene.poll() == "added 3")
    #expect(scene.publisher.asked() == ["/sitemap.xml", "/new.xml", "/old.xml"])
    #expect(try await scene.poll() == "unchanged")
    // The index stays as it is; one of its sitemaps does not.
    scene.publisher.set("/new.xml", Self.sitemap(["d", "c"]), type: "text/xml")
    #expect(try await scene.poll() == "added 1")
    // A part that cannot be had withdraws nothing.
    scene.publisher.set("/old.xml", nil)
    scene.publisher.set("/new.xml", Self.sitemap(["d"]), type: "text/xml")
    for _ in 0..<4 {
      #expect(
        try await scene.poll().hasPrefix(
          "unchanged. 1 of 2 sitemaps not read, first http://publisher.example/old.xml: "))
    }
    #expect(try await scene.oddities() == [.unreadableParts])
    // When none can be had the source is in trouble.
    scene.publisher.set("/new.xml", nil)
    #expect(try await scene.poll() == "no-sitemaps")
    scene.publisher.set("/old.xml", Self.sitemap(["a", "b"]), type: "text/xml")
    scene.publisher.set("/new.xml", Self.sitemap(["d", "c"]), type: "text/xml")
    #expect(try await scene.poll() == "unchanged")
    #expect(try await scene.oddities() == [])
  }

  @Test func `a host that asks to wait is not asked for its other sitemaps`() async throws {
    let scene = try ReadingScene(.sitemap, url: "http://publisher.example/sitemap.xml")
    scene.publisher.set(
      "/sitemap.xml",
      """
      <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <sitemap><loc>http://publisher.example/1.xml</loc></sitemap>
      <sitemap><loc>http://publisher.example/2.xml</loc></sitemap>
      </sitemapindex>
      """, type: "text/xml")
    for path in ["/1.xml", "/2.xml"] {
      scene.publisher.set(path, Publisher.Document(body: [], status: 429))
    }
    #expect(try await scene.poll() == "no-sitemaps")
    #expect(scene.publisher.asked() == ["/sitemap.xml", "/1.xml"])
    #expect(scene.waits() == [HostWait(host: "publisher.example:80", seconds: 3_600)])
  }

  @Test func `a sitemap that is compressed as a file is unpacked`() async throws {
    let scene = try ReadingScene(.sitemap, url: "http://publisher.example/sitemap.xml.gz")
    // gzip of a sitemap with one page, http://publisher.example/a.
    let packed = Data(
      base64Encoded: Self.packed, options: .ignoreUnknownCharacters)
    scene.publisher.set(
      "/sitemap.xml.gz",
      Publisher.Document(body: [UInt8](packed ?? Data()), type: "application/gzip"))
    #expect(try await scene.poll() == "added 1")
    scene.publisher.set(
      "/sitemap.xml.gz",
      Publisher.Document(body: [UInt8]((packed ?? Data()).dropLast(12)), type: "application/gzip"))
    #expect(try await scene.poll() == "not-unpacked")
  }

  static let packed = """
    H4sIAAAAAAACAy2NSw6AIBBDr2I4AHWrGbkLmomYDEoYCB7f77LteynVLMqlO6PsOplQShqB1prVrXD0
    Se2RV+gS7qD4S/R2MI5u15Eci/u1VGfZNHC2fPqYhOEJz054UXxn7gL5JyZGdQAAAA==
    """

  @Test func `a listing is read where its owner says, over its pages on the first poll`()
    async throws
  {
    var reading = SourceReading()
    reading.listing.item = try .init("tr.brief")
    reading.listing.title = try .init("td.name")
    reading.listing.date = try .init("td.day")
    reading.listing.next = try .init("a.more")
    let scene = try ReadingScene(
      .listing, url: "http://publisher.example/briefs", reading: reading)
    func page(_ numbers: [Int], next: String?) -> String {
      let rows = numbers.map {
        """
        <tr class=brief><td class=day>0\($0).11.2021<td class=name>Brief \($0)
        <td><a href="/b/\($0)">PDF</a></tr>
        """
      }
      return
        "<p><a href=/about>About</a></p><table>\(rows.joined())</table>"
        + (next.map { "<a class=more href=\"\($0)\">Older</a>" } ?? "")
    }
    scene.publisher.set("/briefs", page([6, 5], next: "/briefs?page=2"))
    scene.publisher.set("/briefs?page=2", page([4, 3], next: "/briefs?page=3"))
    scene.publisher.set("/briefs?page=3", page([2, 1], next: nil))
    #expect(try await scene.poll() == "added 6")
    #expect(try await scene.texts().keys.sorted() == (1...6).map { "Brief \($0)" })
    scene.publisher.set("/briefs", page([7, 6], next: "/briefs?page=2"))
    _ = scene.publisher.asked()
    #expect(try await scene.poll() == "added 1")
    #expect(scene.publisher.asked() == ["/briefs"])
    scene.publisher.set("/briefs", "<p>We have moved. <a href=/about>About</a></p>")
    #expect(try await scene.poll() == "no-articles")
  }
}
