import BriefModel
import BriefStore
import BriefWriting
import GRDB
import Testing

@testable import BriefDaemon

/// What a publisher does to a whole feed at once: no flood of "added", one summary at most.
struct FeedWideChangeTests {
  /// One item as the feed has it.
  struct Item {
    var number: Int
    var host = "https://old.example"
    var path = "briefs/"
    var guid: String?
    var title: String
    var day: Int
    var text: String
    var query = ""

    init(_ number: Int) {
      self.number = number
      title = "Brief \(number) on the gas market – Łukaszenka"
      day = number + 1
      text = "Part \(number): Minsk and Moscow agreed on programme \(number) of 28 – “for now”."
    }

    var link: String { "\(host)/\(path)\(number)\(query)" }

    var xml: String {
      """
      <item><guid>\(guid ?? link)</guid><link>\(link.replacing("&", with: "&amp;"))</link>
      <title>\(title)</title><description>\(text)</description>
      <pubDate>\(day < 10 ? "0" : "")\(day) Mar 2024 10:00:00 GMT</pubDate></item>
      """
    }
  }

  static func feed(_ items: [Item]) -> String {
    """
    <?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Briefs</title>
    \(items.map(\.xml).joined())</channel></rss>
    """
  }

  static let before = (1...20).reversed().map { Item($0) }

  /// What the feed looks like after it, and what the first poll of it says.
  static let cases: [(what: String, feed: String, says: String)] = [
    ("all guids rewritten", each { $0.guid = "urn:new:\($0.number)" }, "unchanged"),
    ("http became https", feed(before), "unchanged"),
    ("all dates touched", each { $0.day += 9 }, "revised 20"),
    ("the order reversed", feed(before.reversed()), "unchanged"),
    ("a line of the template in every text", each { $0.text += " Follow us." }, "revised 20"),
    ("emptied", feed([]), "unchanged"),
    (
      "replaced by a page", "<!DOCTYPE html><html><body><p>We moved.</p></body></html>",
      "not-a-feed"
    ),
    ("moved to another host", each { $0.host = "https://www.new.example" }, "unchanged"),
    ("tracking parameters", each { $0.query = "?utm_source=rss&utm_medium=feed" }, "unchanged"),
    ("titles with the site's name", each { $0.title += " | Institute" }, "revised 20"),
    ("titles in capitals", each { $0.title = $0.title.uppercased() }, "revised 20"),
    ("all links redesigned", each { $0.path = "en/publications/2024-03-" }, "unchanged"),
    (
      "markup and typographic quotes",
      each {
        $0.text =
          "&lt;p&gt;" + $0.text.replacing("“", with: "\"").replacing("”", with: "\"") + "&lt;/p&gt;"
      }, "unchanged"
    ),
    ("split: one half stays", feed(before.filter { $0.number.isMultiple(of: 2) }), "unchanged"),
  ]

  static func each(_ change: (inout Item) -> Void) -> String {
    feed(
      before.map { item in
        var item = item
        change(&item)
        return item
      })
  }

  private func scene() throws -> ReadingScene {
    let context = RecordingContext(
      rules: [AlertRule(name: "all", channels: [ChannelID("desk")])],
      body: { _, _, _ in AlertBody(type: "change", text: "{}") })
    return try ReadingScene(context: context)
  }

  private func alerts(_ scene: ReadingScene) async throws -> [String] {
    try await scene.writer.read {
      try String.fetchAll($0.db, sql: "SELECT type FROM outbox o JOIN outbox_body USING (n)")
    }
  }

  @Test(arguments: cases)
  func `a change of the whole feed adds nothing and makes one summary at most`(
    what: String, feed: String, says: String
  ) async throws {
    let scene = try scene()
    var first = Self.feed(Self.before)
    if what == "http became https" { first = first.replacing("https://", with: "http://") }
    scene.publisher.set("/feed", first, type: "application/rss+xml")
    #expect(try await scene.poll() == "added 20")
    let summary = try await alerts(scene).count
    #expect(summary == 1)
    scene.publisher.set("/feed", feed, type: "application/rss+xml")
    #expect(try await scene.poll() == says)
    for _ in 0..<5 { #expect(try await !scene.poll().contains("added")) }
    #expect(try await alerts(scene).count <= summary + 1)
    let publications = try await scene.writer.read { try $0.summary().publications }
    #expect(publications == 20)
  }

  @Test func `a text that was read in the wrong encoding and then in the right one is revised`()
    async throws
  {
    let scene = try scene()
    let right = Self.feed(Self.before)
    // A server that sends the bytes of UTF-8 as if they were ISO 8859-1, until someone mends it.
    let wrong = String(String.UnicodeScalarView(Array(right.utf8).map { Unicode.Scalar($0) }))
    scene.publisher.set("/feed", wrong, type: "application/rss+xml; charset=utf-8")
    #expect(try await scene.poll() == "added 20")
    scene.publisher.set("/feed", right, type: "application/rss+xml; charset=utf-8")
    let said = try await scene.poll()
    #expect(said == "revised 20" || said == "unchanged")
    #expect(try await alerts(scene).count <= 2)
  }

  @Test func `a feed that takes in another one adds what it had not, and nothing else`()
    async throws
  {
    let scene = try scene()
    scene.publisher.set("/feed", Self.feed(Self.before), type: "application/rss+xml")
    _ = try await scene.poll()
    let other = (21...26).map { number in
      var item = Item(number)
      item.host = "https://other.example"
      return item
    }
    let merged = (Self.before + other).sorted { $0.day > $1.day }
    scene.publisher.set("/feed", Self.feed(merged), type: "application/rss+xml")
    #expect(try await scene.poll() == "added 6")
    for _ in 0..<5 { #expect(try await scene.poll() == "unchanged") }
  }
}
