import Testing

@testable import BriefFetching

@Suite struct RedirectRuleTests {
  func step(
    _ location: String?, from: String = "https://example.org/a/b?q", visited: [String] = ["x"],
    hasSecrets: Bool = false
  ) throws -> RedirectRule.Step {
    let from = try #require(WebURL(text: from))
    return RedirectRule.step(
      from: from, location: location, visited: visited, start: from, hasSecrets: hasSecrets,
      allowsPrivate: false, limit: 5)
  }

  static let followed: [(String, String)] = [
    ("/feed", "https://example.org/feed"), ("feed", "https://example.org/a/feed"),
    ("../feed", "https://example.org/feed"), ("?page=2", "https://example.org/a/b?page=2"),
    ("./", "https://example.org/a/"), ("//other.example/x", "https://other.example/x"),
    ("http://other.example", "http://other.example/"),
    ("HTTPS://Other.Example:443/x", "https://other.example:443/x"),
    ("https://example.org/a b", "https://example.org/a%20b"),
    ("/лента", "https://example.org/%d0%bb%d0%b5%d0%bd%d1%82%d0%b0"),
    ("https://пример.example/", "https://xn--e1afmkfd.example/"),
    ("/https://other.example/", "https://example.org/https://other.example/"),
    ("/%2f%2fother.example", "https://example.org/%2f%2fother.example"),
    (
      "/a\"<b>|{c}^`?q=\"<{|}>",
      "https://example.org/a%22%3Cb%3E%7C%7Bc%7D%5E%60?q=%22%3C%7B%7C%7D%3E"
    ),
    ("/x#fragment", "https://example.org/x"),
    ("/?u=http://a\\b", "https://example.org/?u=http://a\\b"),
  ]

  @Test(arguments: followed)
  func `a reference is resolved against the URL that gave it`(location: String, target: String)
    throws
  {
    guard case .follow(let url, _) = try step(location) else {
      Issue.record("\(location) is not followed: \(try step(location))")
      return
    }
    #expect(url.text.lowercased() == target.lowercased())
  }

  static let stopped: [(String?, RedirectTrouble)] = [
    (nil, .noTarget), ("", .noTarget), ("file:///etc/hostname", .refused(.scheme)),
    ("ftp://example.org/", .refused(.scheme)), ("data:text/xml,x", .refused(.scheme)),
    ("javascript:alert(1)", .refused(.scheme)), ("gopher://127.0.0.1/", .refused(.scheme)),
    ("///other.example/", .refused(.malformed)), ("////other.example/", .refused(.malformed)),
    ("https:///other.example/", .refused(.malformed)), ("http:other.example", .refused(.malformed)),
    ("\\\\other.example/", .badTarget), ("/\\other.example/", .badTarget),
    ("https://other.example\\@example.org/", .refused(.malformed)),
    ("//user@other.example/", .refused(.userInformation)),
    ("http://127.0.0.1/", .refused(.address(.loopback))),
    ("//[::1]/", .refused(.address(.loopback))), ("http://localhost/", .refused(.localName)),
    ("/a\u{1}b", .badTarget), ("//other%00.example/", .refused(.malformed)),
    ("//%09/other.example", .refused(.malformed)),
  ]

  @Test(arguments: stopped)
  func `a redirect that must not be followed is not`(location: String?, trouble: RedirectTrouble)
    throws
  {
    #expect(try step(location) == .stop(trouble))
  }

  @Test func `circles and long chains end`() throws {
    #expect(
      try step("/a", visited: ["https://example.org/a", "https://example.org/a/b?q"])
        == .stop(.loop))
    #expect(try step("/a", visited: ["1", "2", "3", "4", "5", "6"]) == .stop(.tooMany))
  }

  @Test func `secrets go to the exact origin alone`() throws {
    func carries(_ location: String) throws -> Bool? {
      guard case .follow(_, let carries) = try step(location, hasSecrets: true) else { return nil }
      return carries
    }
    #expect(try carries("/feed") == true)
    #expect(try carries("https://example.org:443/feed") == true)
    #expect(try carries("https://example.org:8443/feed") == false)
    #expect(try carries("https://www.example.org/feed") == false)
    #expect(try step("http://example.org/feed", hasSecrets: true) == .stop(.downgrade))
    #expect(try step("http://example.org/feed") != .stop(.downgrade))
  }
}
