import Testing

@testable import BriefExtraction

/// Where a page ends.
struct PageEndTests {
  @Test(arguments: [
    ("<html><body><p>Text</p></body></html>", PageEnd.closed), ("<p>Text</BODY >", .closed),
    ("<p>Text</p></html>\n<!-- cached in 0.3 s -->", .closed), ("<p>Text</p>\n", .behindTag),
    ("<p>Text <br />\n<b>Fatal error</b>: memory exhausted in f.php on line 2", .inText),
    ("<p>Text and half a wo", .inText), ("<p>a < b", .inText), ("<p>Text</p><a href=\"/ab", .inTag),
    ("<p>Text</", .inTag), ("<p>Text<", .inTag), ("<p>Text<!-- half", .inTag), ("", .inText),
    ("<p>Text</bod", .inTag),
  ])
  func `a page ends with its end tag, behind a tag, in a text or in a tag`(
    page: String, end: PageEnd
  ) {
    #expect(PageEnd(Array(page.utf8)) == end)
  }
}
