import BriefFetching
import Testing

@Suite struct URLRuleTests {
  static let allowed = [
    "https://example.org/feed", "HTTPS://Example.ORG/Feed", "https://example.org.",
    "http://example.org:8080/?q=a@b", "http://8.8.8.8/", "http://[2606:4700:4700::1111]:81/",
    "https://xn--80ak6aa92e.example/", "https://пример.испытание/лента", "http://10.example.org/",
    "http://example.org/a b", "http://under_score.example.org/", "http://0x7f.example.org/",
    "https://example.org?q", "http://example.org:/x:y", "https://example.org#f",
    "http://134744072/", "http://127.example.org",
  ]

  @Test(arguments: allowed)
  func `an ordinary URL is allowed`(url: String) {
    #expect(URLRule.verdict(url: url) == .allowed)
  }

  static let loopback = [
    "http://127.0.0.1/", "http://127.1", "http://127.0.1", "http://2130706433",
    "http://017700000001",
    "http://0x7f000001", "http://0x7F.0.0.1", "http://0177.0.0.1", "http://0x7f.1",
    "http://0177.0x0.1", "http://%31%32%37.0.0.1", "http://127%2e0.0.1",
    "http://①②⑦.⓪.⓪.①/", "http://127。0。0。1", "http://１２７．０．０．１", "http://[::1]",
    "http://[0:0:0:0:0:0:0:1]", "http://[::ffff:127.0.0.1]", "http://[::ffff:7f00:1]",
    "http://[::127.0.0.1]", "http://[64:ff9b::7f00:1]", "http://[64:ff9b::127.9.9.9]",
    "http://127.0.0.1:22/", "https://127.255.255.254:8443/",
  ]

  @Test(arguments: loopback)
  func `loopback is loopback however it is spelled`(url: String) {
    #expect(URLRule.verdict(url: url) == .refused(.address(.loopback)))
  }

  static let refused: [(String, URLRule.Reason)] = [
    ("", .scheme), ("/feed", .scheme), ("//example.org/feed", .scheme), ("example.org", .scheme),
    ("file:///etc/hostname", .scheme), ("ftp://example.org/", .scheme), ("data:,x", .scheme),
    ("feed://example.org/", .scheme), ("javascript:alert(1)", .scheme), ("://x", .scheme),
    ("http:example.org", .malformed), ("http:/example.org", .malformed), ("http:", .malformed),
    ("http://", .malformed), ("http:///example.org", .malformed), ("http://:80/", .malformed),
    ("http://?q", .malformed), ("http://example.org\\@127.0.0.1/", .malformed),
    ("http://example.org/a\\b", .malformed), ("http://a b/", .malformed), ("http://*/", .malformed),
    ("http://ex!ample.org/", .malformed), ("http://example..org/", .malformed),
    ("http://127.0.0.1./", .malformed), ("http://example.org:65536/", .malformed),
    ("http://example.org:-1/", .malformed), ("http://example.org:8a/", .malformed),
    ("http://example.org:0/", .malformed), ("http://[::1/", .malformed),
    ("http://[127.0.0.1]/", .malformed), ("http://[fe80::1%25eth0]/", .address(.linkLocal)),
    ("http://256.1.1.1/", .malformed), ("http://1.2.3.4.5/", .malformed),
    ("http://0x100000000/", .malformed), ("http://08.1.1.1/", .malformed),
    ("http://0o177.0.0.1/", .malformed), ("http://example.0x7f/", .malformed),
    ("http://user@example.org/", .userInformation),
    ("http://user:word@example.org/", .userInformation), ("http://@example.org/", .userInformation),
    ("http://example.org/\r\nX: y", .controlCharacter),
    ("\thttp://example.org/", .controlCharacter),
    ("http://exam\u{0}ple.org/", .controlCharacter),
    ("http://example.org/\(String(repeating: "a", count: 8200))", .length),
    (" https://example.org/", .blank), ("https://example.org/feed ", .blank),
    ("http://example.org:22/", .port), ("http://example.org:25/", .port),
    ("http://localhost/", .localName), ("http://LOCALHOST/", .localName),
    ("http://localhost./", .localName), ("http://feeds.localhost/", .localName),
    ("http://loc\u{AD}alhost/", .localName), ("http://ip6-localhost/", .localName),
    ("http://router/", .localName), ("http://printer.local/", .localName),
    ("http://metadata.google.internal/", .localName), ("http://nas.home.arpa/", .localName),
    ("http://10.1.2.3/", .address(.privateNetwork)),
    ("http://172.16.1/", .address(.privateNetwork)),
    ("http://192.168.257/", .address(.privateNetwork)), ("http://0/", .address(.unspecified)),
    ("http://0xa9fea9fe/", .address(.metadata)), ("http://[fe80::1]/", .address(.linkLocal)),
    ("http://[fd12::1]/", .address(.privateNetwork)), ("http://[ff02::1]/", .address(.multicast)),
    ("http://255.255.255.255/", .address(.reserved)),
    ("http://[2002:7f00:1::]/", .address(.transition)),
  ]

  @Test(arguments: refused)
  func `a URL is refused with its reason`(url: String, reason: URLRule.Reason) {
    #expect(URLRule.verdict(url: url) == .refused(reason))
  }

  @Test func `spellings of one address are told for what they are`() {
    for spelling in [
      "https://a.example/f", "https://a.example/f#x", "HTTPS://A.example/f",
      "https://a.example/./f", "https://a.example:443/f", "https://a.example/x/../f",
    ] {
      #expect(URLRule.asked(spelling) == "https://a.example:443/f", "\(spelling)")
    }
    #expect(URLRule.asked("https://a.example/F?q") == "https://a.example:443/F?q")
    #expect(URLRule.asked("http://a.example/f") == "http://a.example:80/f")
    #expect(URLRule.asked("/srv/briefs") == nil)
  }

  @Test func `allow_private opens local names, private addresses and their ports`() {
    for url in Self.loopback + ["http://localhost:6379/", "http://router/", "http://10.1.2.3/"] {
      #expect(URLRule.verdict(url: url, allowsPrivate: true) == .allowed, "\(url)")
    }
    #expect(
      URLRule.verdict(url: "http://169.254.169.254/", allowsPrivate: true)
        == .refused(.address(.metadata)))
    #expect(URLRule.verdict(url: "file:///x", allowsPrivate: true) == .refused(.scheme))
  }
}
