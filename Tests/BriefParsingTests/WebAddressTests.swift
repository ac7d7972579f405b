import Testing

@testable import BriefParsing

struct WebAddressTests {
  /// The examples of RFC 3986, 5.4, against `http://a/b/c/d;p?q`.
  @Test(arguments: [
    ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
    ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"), ("", "http://a/b/c/d;p?q"),
    (".", "http://a/b/c/"), ("..", "http://a/b/"), ("../g", "http://a/b/g"),
    ("../..", "http://a/"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"),
    ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."),
    ("./g/.", "http://a/b/c/g/"), ("g;x=1/../y", "http://a/b/c/y"),
    ("g?y/../x", "http://a/b/c/g?y/../x"),
  ])
  func `a reference resolves as RFC 3986 says`(reference: String, target: String) throws {
    let base = try #require(WebAddress("http://a/b/c/d;p?q"))
    #expect(base.resolving(reference).text == target)
  }

  @Test(arguments: [
    ("javascript:alert(1)", nil), ("java\nscript:alert(1)", nil), ("data:text/html,x", nil),
    ("mailto:desk@example.org", nil), ("file:///etc/passwd", nil), ("http://", nil),
    (" https://example.org/a b ", "https://example.org/a b"),
    ("HTTP://Example.org/", "HTTP://Example.org/"),
    ("/briefs", "https://example.org/briefs"), ("", nil),
  ])
  func `a link is http or https or none`(reference: String, link: String?) {
    #expect(WebAddress.resolve(reference, base: WebAddress("https://example.org/feed")) == link)
  }

  @Test(arguments: [
    ("https://Example.org:443/Brief/?utm_source=rss&id=7#top", "//example.org/Brief?id=7"),
    ("http://example.org/Brief?id=7", "//example.org/Brief?id=7"),
    ("http://example.org", "//example.org/"), ("http://example.org/?fbclid=x", "//example.org/"),
    ("http://example.org:8080/a/../b", "//example.org:8080/b"),
    ("https://example.org/%d0%b0%7Eb", "//example.org/%D0%B0~b"),
    ("https://example.org/а~b", "//example.org/%D0%B0~b"), ("ftp://example.org/", nil),
    ("brief", nil), ("http://a@[:443/x", nil),
    ("https://example.org/?a=1&\u{301}b&&utm_id=2", "//example.org/?a=1&%CC%81b"),
    ("https://example.org:\u{301}@b.example/\u{301}/.", "//b.example/%CC%81"),
    ("http://[::1]:80/", "//[::1]/"),
    ("https://example.org/a//", "//example.org/a"),
    ("https://example.org/a/%2E%2e/b", "//example.org/b"),
    ("https://example.org../a", "//example.org/a"),
    ("https://example.org/%%32e", "//example.org/%252e"),
  ])
  func `links to the same page have one canonical form`(link: String, canonical: String?) {
    #expect(canonicalLink(link) == canonical)
  }
}
