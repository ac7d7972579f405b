import BriefFetching
import Testing

@testable import BriefDaemon

@Suite struct InspectURLTests {
  /// Answers every request with the same.
  struct Publisher: Fetching {
    var response: FeedResponse
    func perform(_ request: FeedRequest) async -> FeedResponse { response }
  }

  func inspect(_ response: FeedResponse) async throws -> InspectURL.Answer {
    try await InspectURL(url: "https://example.org/feed").run(Publisher(response: response))
  }

  @Test func `a feed is printed as a poll would see it`() async throws {
    let text = """
      <rss version="2.0"><channel><title>Briefs</title><item><guid>1</guid><title>One</title>\
      <pubDate>Mon, 08 Nov 2021 00:00:00 GMT</pubDate></item></channel></rss>
      """
    let answer = try await inspect(
      FeedResponse(
        outcome: .document, status: 200, finalURL: "https://example.org/feed",
        redirects: [Redirect(status: 301, target: "https://example.org/feed")],
        body: Array(text.utf8), received: 99, duration: 5))
    #expect(!answer.isFailure)
    #expect(
      answer.json == """
        {"schema":"brief-sync/inspect/1","fetch":{"status":200,"url":"https://example.org/feed",\
        "redirects":[{"status":301,"target":"https://example.org/feed"}],"received":99,\
        "milliseconds":5},"feed":{"title":"Briefs","link":null,"language":null,"updated":null,\
        "format":"RSS 2.0","whole":true,"complete":false},"entries":[{"id":"1","title":"One",\
        "link":null,"published":"2021-11-08T00:00:00Z","updated":null,"authors":[],\
        "categories":[],"summary_text":null,"content_text":null,"enclosures":[]}]}
        """)
  }

  @Test func `what is no feed, and what did not come, are errors with their codes`() async throws {
    let page = try await inspect(
      FeedResponse(
        outcome: .document, status: 200, finalURL: "https://example.org/feed",
        body: Array("<!doctype html><title>Welcome</title>".utf8)))
    #expect(page.isFailure && page.json.contains(#""code":"not-a-feed""#))
    let gone = try await inspect(
      FeedResponse(outcome: .gone, status: 410, finalURL: "https://example.org/feed"))
    #expect(gone.isFailure && gone.json.contains(#""code":"http-410""#))
    #expect(gone.json.contains("gone for good (410)"))
  }

  @Test func `a URL is judged without a connection`() {
    #expect(CheckURL.refusal(of: "https://example.org/feed") == nil)
    #expect(CheckURL.refusal(of: "http://127.1/") == "address-loopback")
    #expect(CheckURL.refusal(of: "http://127.1/", allowsPrivateAddresses: true) == nil)
    #expect(CheckURL.refusal(of: "file:///x") == "scheme")
    #expect(CheckURL.refusal(of: " https://example.org/feed") == "blank")
    // As a source may have it: the two go apart.
    #expect(CheckURL.refusal(of: "https://desk:word@example.org/feed") == nil)
    #expect(CheckURL.remark(of: "https://desk:word@example.org/")?.contains("are sent") == true)
    #expect(CheckURL.remark(of: "http://desk:word@example.org/")?.contains("not sent") == true)
    #expect(CheckURL.refusal(of: "https://desk:word@127.1/") == "address-loopback")
    #expect(CheckURL.remark(of: "https://example.org/a@b") == nil)
  }
}
