import Testing

@testable import BriefExtraction

struct CSSSelectorTests {
  static let tree = HTMLTreeBuilder.tree(
    of: Array(
      """
      <div id=a class="x y"><p id=b>1<span id=c lang=en-GB>2</span></p><div id=d><p id=e
      class=x>3</p></div></div><p id=f data-k="v w">4</p>
      """.utf8), limits: PageLimits())

  @Test(arguments: [
    ("p", "b e f"), ("*", "a b c d e f"), (".x", "a e"), (".x.y", "a"), ("#d", "d"),
    ("div p", "b e"), ("div > p", "b e"), ("#a > p", "b"), ("div div p", "e"),
    ("div#a div > p.x", "e"), ("p, span", "b c e f"), ("[lang]", "c"), ("[lang=en-GB]", "c"),
    ("[lang^=en]", "c"), ("[lang$='GB']", "c"), ("[data-k~=w]", "f"), ("[data-k*=\"v w\"]", "f"),
    ("p > p", ""), ("span.x", ""),
  ])
  func `a selector finds its elements in document order`(selector: String, ids: String) throws {
    let found = try CSSSelector(selector).matches(in: Self.tree)
    #expect(found.compactMap { Self.tree.attribute("id", of: $0) }.joined(separator: " ") == ids)
  }

  @Test(arguments: [
    ("", 0), ("div >", 5), ("> p", 1), ("p:first-child", 1), ("p[", 2), ("a,,b", 2), ("p[x='y]", 7),
  ])
  func `what is no selector is refused with its place`(selector: String, position: Int) {
    #expect {
      try CSSSelector(selector)
    } throws: { error in
      (error as? CSSSelector.Trouble)?.position == position
    }
  }
}
