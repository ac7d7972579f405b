import BriefModel
import Testing

@testable import BriefParsing

struct MarkupTextTests {
  private func marked(_ html: String) -> MarkedText {
    var collector = TextCollector()
    let bytes = Array(html.utf8)
    MarkupText.append(bytes, in: 0..<bytes.count, to: &collector)
    return collector.markedText()
  }

  @Test(arguments: [
    ("one <b>two</b>  three", "one two three"), ("<p>a</p><p>b</p>", "a\n\nb"), ("a<br>b", "a b"),
    ("a<br/><br/>b", "a\n\nb"), ("<ul><li>a</li><li>b</li></ul>", "a\n\nb"),
    ("<td>a</td><td>b</td>", "a b"), ("a<script>var x = '<p>';</script>b", "ab"),
    ("a<style>p {}</style >b", "ab"), ("a<!-- <b> -->b<!-->c", "abc"),
    ("a<![CDATA[<x>]]>b", "a<x>b"),
    ("5 < 6 && 7 > 3", "5 < 6 && 7 > 3"), ("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"),
    ("a&nbsp;&nbsp;b\u{A0}c", "a b c"), ("zero\u{200B}width\u{AD}s\u{FEFF}", "zerowidths"),
    ("\u{202E}evil\u{202C}", "evil"), ("a\u{7}b\u{1B}[31m", "ab[31m"),
    ("<a title=\"x > y\">z</a>", "z"),
    ("<a title=x'>z</a>", "z"), ("<b", ""), ("a <b unclosed='", "a"), ("</ p>a", "a"),
    ("<?php x ?>a", "a"),
    ("<!DOCTYPE html><html><body>a</body></html>", "a"), ("<script>never closed", ""),
    ("e\u{301}", "é"), ("don\u{92}t", "don’t"), ("👩🏽‍🚒", "👩🏽‍🚒"), ("", ""), ("<p> </p>", ""),
    ("&#x27;quoted&#39;", "'quoted'"), ("Ђ і ў ś", "Ђ і ў ś"),
  ])
  func `markup becomes the text that it shows`(html: String, text: String) {
    #expect(marked(html).text == text)
  }

  @Test(arguments: [
    (
      "<p>a</p><h2>H <i>i</i></h2><p>b</p><p>c</p>",
      [Section(heading: nil, text: "a"), Section(heading: "H i", text: "b\n\nc")]
    ),
    ("<h1>A</h1><h2>B</h2>x", [Section(heading: "A", text: ""), Section(heading: "B", text: "x")]),
    ("<h2> </h2><p>a</p>", [Section(heading: nil, text: "a")]), ("", []),
    (
      "<p>re\u{301}sume\u{301}</p><h3>o\u{301}</h3>x",
      [Section(heading: nil, text: "résumé"), Section(heading: "ó", text: "x")]
    ),
  ])
  func `headings begin sections`(html: String, sections: [Section]) {
    #expect(marked(html).sections == sections)
  }

  @Test func `the same text in other markup is the same`() {
    let forms = [
      "<p>a <b>b</b></p><p>c</p>", "<div>\n a b </div>\n<div>c</div>", "a&#32;b<br><br>c",
      "<p>a\u{A0}b<p>c",
    ]
    #expect(Set(forms.map { marked($0).text }) == ["a b\n\nc"])
  }
}
