import BriefModel
import BriefParsing
import Testing

/// Text that a publisher encoded twice keeps what is needed to undo it, and nothing else does.
struct DoubleEncodingTests {
  static func title(_ text: String) throws -> String? {
    let rss = "<rss version=\"2.0\"><channel><title>\(text)</title></channel></rss>"
    return try FeedParser.parse(Array(rss.utf8)).title
  }

  @Test(arguments: [
    // Letters of two, three and four bytes whose last is no character of windows-1252.
    ("\u{D0}\u{B8}\u{D1}\u{81}", "\u{D0}\u{B8}\u{D1}\u{81}"),
    ("\u{E2}\u{20AC}\u{9D} said", "\u{E2}\u{20AC}\u{9D} said"),
    ("\u{F0}\u{178}\u{2DC}\u{81}", "\u{F0}\u{178}\u{2DC}\u{81}"),
    ("\u{E2}\u{81}", "\u{E2}\u{81}"),
  ])
  func `a control character is kept inside a letter that was encoded twice`(
    text: String, expected: String
  ) throws {
    #expect(try Self.title(text) == expected)
  }

  @Test(arguments: [
    ("a\u{9D}0;title\u{9C}b", "a0;title\u{153}b"), ("a\u{90}b", "ab"), ("\u{81}", ""),
    // The letter is whole already.
    ("\u{D1}\u{20AC}\u{9D}", "\u{D1}\u{20AC}"),
    ("\u{E2}\u{20AC}\u{153}\u{9D}", "\u{E2}\u{20AC}\u{153}"),
    ("\u{D1} \u{81}", "\u{D1}"), ("\u{FFFD}\u{81}", "\u{FFFD}"),
  ])
  func `a control character anywhere else is dropped`(text: String, expected: String) throws {
    #expect(try Self.title(text) == expected)
  }

  @Test func `angle brackets are those of the standard that names them`() throws {
    #expect(try Self.title("&lang;x&rang;") == "\u{3008}x\u{3009}")
    #expect(HTMLEntities.decode("&lang;x&rang;") == "\u{27E8}x\u{27E9}")
  }

  @Test func `a reference without its semicolon is read as browsers read it`() throws {
    // WHATWG HTML 13.2.5.73: only inside an attribute does a letter behind the name undo it.
    #expect(HTMLEntities.decode("&quotEdward, you are smart") == "\"Edward, you are smart")
  }
}
