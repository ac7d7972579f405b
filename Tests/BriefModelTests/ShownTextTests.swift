import BriefModel
import Testing

@Suite struct ShownTextTests {
  @Test(
    arguments: [
      ("plain", #""plain""#), ("Заўтра", #""Заўтра""#),
      ("a\"b\\c", #""a\"b\\c""#), ("a\tb\nc\rd", #""a\tb\nc\rd""#),
      ("\u{0}\u{1F}", #""\u0000\u001f""#),
      // A terminal acts on these when the raw text is shown.
      ("\u{1B}[2J", #""\u001b[2J""#), ("\u{7F}", #""\u007f""#),
      ("\u{9B}2J\u{80}", #""\u009b2J\u0080""#),
      // They begin with the same byte and are letters and signs.
      ("\u{A0}£é", "\"\u{A0}£é\""),
    ])
  func `A string of JSON holds nothing raw that a terminal acts on`(text: String, quoted: String) {
    #expect(JSONQuotation.quoted(text) == quoted)
  }

  @Test(
    arguments: [
      ("<b>&'\"</b>", "&lt;b&gt;&amp;&#39;&quot;&lt;/b&gt;"), ("a\tb\nc", "a\tb\nc"),
      ("a\u{0}b\u{B}c\u{9B}d\u{FFFE}e", "abcde"), ("Мінск £", "Мінск £"),
    ])
  func `Text in markup is no markup, and nothing that XML forbids`(text: String, escaped: String) {
    #expect(MarkupEscape.escaped(text) == escaped)
  }

  @Test func `What is hidden is told by one list, and joiners are not in it`() {
    for value: UInt32 in [0x200B, 0x202E, 0x2060, 0x2066, 0xFEFF, 0xFFF9, 0xE0041] {
      #expect(Unicode.Scalar(value).map(HiddenScalar.isInvisible) == true, "\(value)")
    }
    for value: UInt32 in [0x41, 0xAD, 0x200C, 0x200D, 0x2013, 0x416] {
      #expect(Unicode.Scalar(value).map(HiddenScalar.isInvisible) == false, "\(value)")
    }
  }
}
