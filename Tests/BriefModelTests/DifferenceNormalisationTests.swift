import BriefModel
import Testing

private let sameForms: [(String, String)] = [
  ("plain ASCII text", "plain ASCII text"),
  ("  white \t space\n\nhere ", "white space here"),
  ("no-break\u{A0}space", "no-break space"),
  ("“quoted”", "\"quoted\""), ("«quoted»", "\"quoted\""), ("„quoted”", "\"quoted\""),
  ("‘quoted’", "\"quoted\""), ("it’s", "it's"), ("п’ять", "п'ять"), ("сямʼя", "сям'я"),
  ("2021–2023", "2021-2023"), ("a — b", "a - b"), ("a -- b", "a – b"), ("−5", "-5"),
  ("and so on…", "and so on..."), ("a word .", "a word."), ("5 %", "5%"),
  ("cafe\u{301}", "café"), ("и\u{306}", "й"), ("и\u{306}\u{301}", "й\u{301}"),
  ("e\u{302}\u{323}", "ệ"), ("\u{212B}ngstrom", "Ångstrom"), ("\u{212A}elvin", "Kelvin"),
  ("ė\u{301}", "e\u{307}\u{301}"), ("soft\u{AD}hyphen", "softhyphen"),
  ("zero\u{200B}width", "zerowidth"), ("\u{FEFF}mark", "mark"),
]

private let otherForms: [(String, String)] = [
  ("28", "29"), ("word", "Word"), ("a, b", "a b"), ("a.", "a!"), ("5%", "5"), ("$5", "€5"),
  ("can not", "cannot"), ("e", "é"), ("е", "ё"), ("1 000", "1000"), ("...", ". . ."),
  ("co-operate", "cooperate"), ("", "a"),
]

@Suite struct DifferenceNormalisationTests {
  @Test(arguments: sameForms)
  func `what a reader does not see makes no other form`(first: String, second: String) {
    #expect(form(first) == form(second))
    #expect(TextDiff.differences(from: first, to: second, field: .text) == [])
  }

  @Test(arguments: otherForms)
  func `what a reader sees makes another form`(first: String, second: String) {
    #expect(form(first) != form(second))
    #expect(TextDiff.differences(from: first, to: second, field: .text) != [])
  }

  @Test(arguments: sameForms + otherForms + [(". . .", "- - -"), ("\u{301}a", "a \u{301}")])
  func `the form of a form is itself`(first: String, second: String) {
    #expect(
      ContentNormalisation.comparable(String(decoding: form(first), as: UTF8.self)).utf8
        .elementsEqual(form(first)))
    #expect(
      ContentNormalisation.comparable(String(decoding: form(second), as: UTF8.self)).utf8
        .elementsEqual(form(second)))
  }

  @Test(arguments: [
    ("https://example.org/a?utm_source=rss&id=5&fbclid=x", "http://Example.org/a?id=5"),
    ("https://example.org/a/#top", "https://example.org/a"),
    ("https://example.org/a?ysclid=1", "https://example.org/a"),
    ("mailto:someone", "mailto:someone"),
  ])
  func `tracking parameters are no part of a link`(first: String, second: String) {
    let form = ContentNormalisation.comparableLink(first)
    #expect(form == ContentNormalisation.comparableLink(second))
    #expect(form == ContentNormalisation.comparableLink(form))
  }

  @Test(arguments: [
    ("See https://example.org/a?utm_source=tg&utm_medium=post.", "See https://example.org/a."),
    (
      "https://example.org/a?id=5&fbclid=Ab-1 (in Polish)", "https://example.org/a?id=5 (in Polish)"
    ),
    ("example.org/a?mc_cid=77a1&lang=en&mc_eid=9 — далей", "example.org/a?lang=en — далей"),
    ("a?utm_source=x&utm_medium=y#top", "a?utm_medium=rss#top"),
  ])
  func `tracking parameters are no part of an address in a text`(first: String, second: String) {
    #expect(form(first) == form(second))
    #expect(TextDiff.differences(from: first, to: second, field: .text) == [])
    #expect(
      ContentNormalisation.comparable(String(decoding: form(first), as: UTF8.self)).utf8
        .elementsEqual(form(first)))
  }

  @Test(arguments: [
    ("Who? utm_source=x", "Who?"), ("a?id=5", "a?id=6"), ("a?utm_source", "a"),
    ("a&b=1", "a"),
  ])
  func `what is no tracking parameter stays`(first: String, second: String) {
    #expect(form(first) != form(second))
  }

  /// As bytes: `String` compares by canonical equivalence, a digest does not.
  private func form(_ text: String) -> [UInt8] { Array(ContentNormalisation.comparable(text).utf8) }
}
