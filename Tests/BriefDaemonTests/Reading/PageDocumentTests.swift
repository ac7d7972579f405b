import BriefConfiguration
import BriefModel
import BriefStore
import BriefWriting
import Foundation
import GRDB
import TestSupport
import Testing

@testable import BriefDaemon

/// Texts that come from a document beside the page, and texts that another extractor read.
struct PageDocumentTests {
  private let scene: ReadingScene

  init() throws {
    var reading = SourceReading()
    reading.readsPages = true
    scene = try ReadingScene(reading: reading)
  }

  private func announce() {
    scene.publisher.set(
      "/feed",
      """
      <rss version="2.0"><channel><title>B</title><item><title>Grids</title>
      <link>http://publisher.example/Grids</link><guid>Grids</guid>
      <enclosure url="http://publisher.example/grids.pdf" type="application/pdf" length="9"/>
      <pubDate>Mon, 08 Nov 2021 00:00:00 GMT</pubDate></item></channel></rss>
      """, type: "application/rss+xml")
    scene.publisher.set(
      "/Grids", "<html><body><nav><a href='/grids.pdf'>Download</a></nav></body></html>")
  }

  private static func document(_ year: Int) -> [UInt8] {
    let words = "The Baltic grids will leave the ring by the end of \(year), their operators say."
    return PrintedPDF(pages: [
      [
        PrintedPDF.Line(x: 60, y: 740, size: 20, text: "Baltic Grids"),
        PrintedPDF.Line(x: 60, y: 700, size: 10, text: words),
      ]
    ]).bytes
  }

  @Test func `the text of an entry whose page has none is its document's, and an edit is found`()
    async throws
  {
    announce()
    scene.publisher.set(
      "/grids.pdf", Publisher.Document(body: Self.document(2023), type: "application/pdf"))
    #expect(try await scene.poll() == "added 1")
    #expect(try await scene.texts()["Grids"]??.contains("by the end of 2023") == true)
    #expect(scene.publisher.asked() == ["/feed", "/Grids", "/grids.pdf"])
  }

  @Test func `a document that fails is a publication whose text is missing, with the reason`()
    async throws
  {
    announce()
    scene.publisher.set(
      "/grids.pdf",
      Publisher.Document(body: Array("%PDF-1.4\nnothing".utf8), type: "application/pdf"))
    #expect(try await scene.poll().hasPrefix("added 1"))
    #expect(try await scene.oddities().contains(.textsMissing))
    let reason = try await scene.writer.read { snapshot in
      try snapshot.missingText(
        publication: Int64.fetchOne(snapshot.db, sql: "SELECT publication FROM head") ?? 0)
    }
    #expect(reason?.contains("PDF") == true, "\(reason ?? "no reason")")
    // It heals by itself once the document can be read.
    scene.publisher.set(
      "/grids.pdf", Publisher.Document(body: Self.document(2023), type: "application/pdf"))
    scene.clock.pass(seconds: 8 * 86_400)
    #expect(try await scene.poll() == "unchanged")
    #expect(try await scene.texts().values.allSatisfy { $0?.contains("2023") == true })
    #expect(try await !scene.oddities().contains(.textsMissing))
  }

  @Test func `a better extractor makes no edit of a page, and hides none`() async throws {
    scene.publisher.set(
      "/feed", PageReadingTests.feed([("Gas", "Short.")]), type: "application/rss+xml")
    scene.publisher.set("/Gas", PageReadingTests.page(PageReadingTests.gas))
    #expect(try await scene.poll() == "added 1")
    // The kept text is what another extractor made of these bytes.
    let other = PageReadingTests.page("Read otherwise: " + PageReadingTests.gas)
    let folded = Data(try Compression.compress(Array(other.utf8)))
    try await scene.writer.write {
      try $0.execute(sql: "UPDATE page SET extractor = 0")
      try $0.execute(sql: "UPDATE page_original SET bytes = ?", arguments: [folded])
    }
    scene.publisher.set("/Gas", other + "<!-- served anew -->")
    scene.clock.pass(seconds: 40 * 86_400)
    #expect(try await scene.poll() == "unchanged")
    let edited = other.replacingOccurrences(of: "2023", with: "2024")
    scene.publisher.set("/Gas", edited)
    scene.clock.pass(seconds: 40 * 86_400)
    #expect(try await scene.poll() == "revised 1")
  }
}
