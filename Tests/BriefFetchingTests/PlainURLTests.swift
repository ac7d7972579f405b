import Testing

@testable import BriefFetching

@Suite struct PlainURLTests {
  @Test(arguments: [
    "http://127.0.0.1:8080/0.xml", "https://example.org/feed", "https://example.org/",
    "http://a-b.c9.example.org/a/b_c~d-e.xml?x=1&y=/../z", "https://192.0.2.255:81/",
  ])
  func `what every reader reads alike is read without libcurl`(text: String) throws {
    let plain = try #require(PlainURL.read(text))
    #expect(plain == WebURL(byLibcurl: text))
  }

  @Test(arguments: [
    "HTTP://example.org/", "http://Example.org/", "http://example.org", "http://example.org:80/",
    "https://example.org:443/", "http://example.org:080/", "http://example.org:65536/",
    "http://example.org:/", "http://example.org:0/", "http://127.1/", "http://0177.0.0.1/",
    "http://2130706433/", "http://0x7f.0.0.1/", "http://example.0x7f/", "http://example.1/",
    "http://256.1.1.1/", "http://1.2.3.4.5/", "http://01.2.3.4/", "http://example..org/",
    "http://example.org./", "http://-a.org/", "http://xn--80ak6aa92e.example/",
    "http://user@example.org/", "http://[::1]/", "http://example.org/a/../b",
    "http://example.org/./a", "http://example.org/.hidden", "http://example.org/%41",
    "http://example.org/a b", "http://example.org/a?", "http://example.org/a?b?c",
    "http://example.org/a#b", "http://example.org/a\\b", "http://example.org/a\nb",
    "http://example.org\u{0}/", "http:/example.org/", "http:///", "http://", "", "ftp://a.org/",
  ])
  func `what can be read in two ways is left to libcurl`(text: String) {
    #expect(PlainURL.read(text) == nil)
  }

  /// Of texts put together at random from what matters in a URL.
  @Test func `a text that is read without libcurl is read as by libcurl`() {
    let pieces = [
      "http", "https", "://", ":", "/", "//", "a", "b9", "example", ".org", ".", "..", "-", "--",
      "xn--a", "1", "0", "127.0.0.1", "10", "255", ":80", ":443", ":8080", "?", "=", "&", "#", "@",
      "%41", "~", "_", "A", "é", " ", "\\", "0x1",
    ]
    var (seed, plain) = (UInt64(1), 0)
    func next(_ count: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % UInt64(count))
    }
    for _ in 0..<40_000 {
      var text = next(4) > 0 ? ["http://", "https://", "http://a.org/"][next(3)] : ""
      for _ in 0...next(7) { text += pieces[next(pieces.count)] }
      guard let read = PlainURL.read(text) else { continue }
      plain += 1
      #expect(read == WebURL(byLibcurl: text), "\(text)")
    }
    #expect(plain > 1_000)
  }
}
