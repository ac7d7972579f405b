import Testing

@testable import BriefParsing

struct HTMLEntitiesTests {
  @Test(arguments: [
    ("a &amp; b", "a & b"), ("&nbsp;", "\u{A0}"), ("caf&eacute;", "café"),
    ("&laquo;Так&raquo;", "«Так»"),
    ("&NotEqualTilde;", "\u{2242}\u{338}"), ("&#8211;&#x2014;", "–—"), ("&#150;", "–"),
    ("&#0;", "\u{FFFD}"),
    ("&#xD800;", "\u{FFFD}"), ("&#99999999999;", "\u{FFFD}"), ("AT&T", "AT&T"), ("&ampx", "&x"),
    ("&copy 2021", "© 2021"), ("&unknown;", "&unknown;"), ("&", "&"), ("&#;", "&#;"), ("&#65", "A"),
    ("?a=1&notit=2", "?a=1¬it=2"), ("&amp;lt;", "&lt;"),
  ])
  func `a reference is what HTML says it is`(text: String, decoded: String) {
    #expect(HTMLEntities.decode(text) == decoded)
  }
}
