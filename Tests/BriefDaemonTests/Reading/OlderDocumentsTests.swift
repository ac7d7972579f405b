import BriefModel
import Foundation
import Testing

@testable import BriefDaemon

/// What stood between two polls that have nothing in common is looked for.
struct OlderDocumentsTests {
  static func feed(_ numbers: ClosedRange<Int>, next: String? = nil) -> String {
    let items = numbers.reversed().map { number in
      """
      <entry><id>urn:\(number)</id><title>Brief \(number)</title>
      <link href="http://publisher.example/\(number)"/>
      <updated>2021-01-01T00:00:\(number < 10 ? "0" : "")\(number)Z</updated></entry>
      """
    }
    let link = next.map { "<link rel=\"next\" href=\"\($0)\"/>" } ?? ""
    return
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>B</title>\(link)\(items.joined())</feed>"
  }

  @Test func `a gap is filled from the pages that the feed names (RFC 5005)`() async throws {
    let scene = try ReadingScene()
    scene.publisher.set("/feed", Self.feed(1...4), type: "application/atom+xml")
    #expect(try await scene.poll() == "added 4")
    scene.publisher.set("/feed", Self.feed(13...16, next: "/feed/2"), type: "application/atom+xml")
    scene.publisher.set("/feed/2", Self.feed(9...12, next: "/feed/3"), type: "application/atom+xml")
    scene.publisher.set("/feed/3", Self.feed(3...8, next: "/feed/4"), type: "application/atom+xml")
    _ = scene.publisher.asked()
    #expect(try await scene.poll() == "added 12")
    // The third page has a known entry: nothing older is asked for.
    #expect(scene.publisher.asked() == ["/feed", "/feed/2", "/feed/3"])
  }

  @Test func `a gap is looked for under WordPress's parameter where the feed names no page`()
    async throws
  {
    let scene = try ReadingScene()
    scene.publisher.set("/feed", Self.feed(1...4), type: "application/atom+xml")
    _ = try await scene.poll()
    scene.publisher.set("/feed", Self.feed(9...12), type: "application/atom+xml")
    scene.publisher.set("/feed?paged=2", Self.feed(4...8), type: "application/atom+xml")
    #expect(try await scene.poll() == "added 8")
  }

  @Test func `a server that sends the same page again ends it, and so do ten pages`() async throws {
    let scene = try ReadingScene()
    scene.publisher.set("/feed", Self.feed(1...2), type: "application/atom+xml")
    _ = try await scene.poll()
    scene.publisher.set("/feed", Self.feed(50...51), type: "application/atom+xml")
    scene.publisher.set("/feed?paged=2", Self.feed(50...51), type: "application/atom+xml")
    _ = scene.publisher.asked()
    #expect(try await scene.poll() == "added 2")
    #expect(scene.publisher.asked() == ["/feed", "/feed?paged=2"])
    for page in 2...40 {
      let first = 10_000 - page * 2
      scene.publisher.set(
        "/feed/\(page)", Self.feed(first...(first + 1), next: "/feed/\(page + 1)"),
        type: "application/atom+xml")
    }
    scene.publisher.set(
      "/feed", Self.feed(20_000...20_001, next: "/feed/2"), type: "application/atom+xml")
    #expect(try await scene.poll() == "added 22")
    #expect(scene.publisher.asked().count == 11)
  }

  @Test func `an ordinary poll asks for one document`() async throws {
    let scene = try ReadingScene()
    scene.publisher.set("/feed", Self.feed(1...4, next: "/feed/2"), type: "application/atom+xml")
    _ = try await scene.poll()
    scene.publisher.set("/feed", Self.feed(3...6, next: "/feed/2"), type: "application/atom+xml")
    _ = try await scene.poll()
    #expect(scene.publisher.asked() == ["/feed", "/feed"])
  }
}
