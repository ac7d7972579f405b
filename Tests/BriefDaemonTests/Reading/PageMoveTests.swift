import BriefConfiguration
import BriefModel
import BriefStore
import BriefWriting
import Foundation
import Testing

@testable import BriefDaemon

/// Pages of a sitemap that get another address, or have two.
struct PageMoveTests {
  let scene: ReadingScene

  init() throws {
    var reading = SourceReading()
    reading.readsPages = true
    scene = try ReadingScene(.sitemap, url: "http://publisher.example/map.xml", reading: reading)
  }

  private static let text = """
    the single gas market is to begin in December 2023, as both sides have said in Minsk, where the two \
    presidents met their ministers for a day of talks on tariffs, taxes and the price of transit.
    """

  private func list(_ paths: [String]) {
    let urls = paths.map { "<url><loc>http://publisher.example\($0)</loc></url>" }
    scene.publisher.set(
      "/map.xml",
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\(urls.joined())</urlset>",
      type: "application/xml")
  }

  private static func page(_ name: String, _ text: String = text) -> String {
    "<html><head><title>\(name)</title></head><body><article><h1>\(name)</h1><p>On \(name): \(text)</p></article></body></html>"
  }

  private func begin() async throws {
    for name in ["Oil", "Gas", "Tax"] { scene.publisher.set("/\(name)", Self.page(name)) }
    list(["/Oil", "/Gas", "/Tax"])
    #expect(try await scene.poll() == "added 3")
  }

  private func pollDaily(_ times: Int) async throws -> [String] {
    var answers: [String] = []
    for _ in 0..<times {
      scene.clock.pass(seconds: 86_400)
      answers.append(try await scene.poll())
    }
    return answers
  }

  @Test(arguments: [false, true])
  func `a page that leads to its new address is the same publication, edited or not`(
    isEdited: Bool
  ) async throws {
    try await begin()
    let page = Self.page(
      "Gas", Self.text.replacingOccurrences(of: "2023", with: isEdited ? "2024" : "2023"))
    scene.publisher.set("/gas-market", page)
    scene.publisher.set(
      "/Gas",
      Publisher.Document(
        body: Array(page.utf8), leadsTo: "http://publisher.example/gas-market"))
    list(["/Oil", "/gas-market", "/Tax"])
    #expect(try await scene.poll() == (isEdited ? "revised 1" : "unchanged"))
    #expect(try await pollDaily(6).allSatisfy { $0 == "unchanged" })
    #expect(try await scene.presences() == ["Oil": "present", "Gas": "present", "Tax": "present"])
    _ = scene.publisher.asked()
    _ = try await pollDaily(30)
    #expect(!scene.publisher.asked().contains("/Gas"))
  }

  @Test func `a page with the same text at a new address is the same where the old one is gone`()
    async throws
  {
    try await begin()
    scene.publisher.set("/gas-market", Self.page("Gas"))
    scene.publisher.set("/Gas", nil)
    list(["/Oil", "/gas-market", "/Tax"])
    #expect(try await scene.poll() == "unchanged")
    #expect(try await pollDaily(6).allSatisfy { $0 == "unchanged" })
    #expect(try await scene.presences()["Gas"] == "present")
  }

  @Test func `a new page beside one that was taken down is new`() async throws {
    try await begin()
    scene.publisher.set(
      "/news", Self.page("News", "Quite another story about the border in winter."))
    scene.publisher.set("/Gas", nil)
    list(["/news", "/Oil", "/Tax"])
    #expect(try await scene.poll() == "added 1")
    #expect(try await pollDaily(6).filter { $0 != "unchanged" } == ["withdrawn 1"])
  }

  @Test func `another address of a listed page is nothing to tell until it says something else`()
    async throws
  {
    try await begin()
    scene.publisher.set("/Gas?print=1", Self.page("Gas"))
    list(["/Oil", "/Gas", "/Tax", "/Gas?print=1"])
    #expect(try await scene.poll() == "unchanged")
    #expect(try await pollDaily(4).allSatisfy { $0 == "unchanged" })
    scene.publisher.set("/Gas?print=1", Self.page("News", "Quite another story about the border."))
    #expect(try await pollDaily(12).filter { $0 != "unchanged" } == ["added 1"])
    // Both of one first sync: the one without a query is the page.
    let other = try PageMoveTests()
    for path in ["/Gas", "/Gas?print=1", "/Oil"] {
      other.scene.publisher.set(path, Self.page(path == "/Oil" ? "Oil" : "Gas"))
    }
    other.list(["/Gas?print=1", "/Gas", "/Oil"])
    #expect(try await other.scene.poll() == "added 2")
    #expect(try await other.scene.presences() == ["Gas": "present", "Oil": "present"])
  }
}
