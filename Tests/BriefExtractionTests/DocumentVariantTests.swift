import BriefModel
import Testing

@testable import BriefExtraction

struct DocumentVariantTests {
  struct Head: Hashable {
    var publisher: String?
    var series: String?
    var number: String?
    var date: String?
    var authors: [String]
    var title: String?
  }

  private static let text = """


    Die Regierung hat mitgeteilt, dass der Bau der Leitung in diesem Jahr beginnt, und sie hat auch gesagt, \
    wer ihn bezahlen wird; das war lange nicht klar, denn die Kosten sind hoch und werden noch steigen, wenn \
    der Bau sich weiter verzögert, wie es in den letzten Jahren schon mehrmals geschehen ist.
    """

  @Test(arguments: [
    (
      "Nr 83/2021, 8 LISTOPADA 2021 © PISM\n\n## **SPOTLIGHT**\n\n### Rosja i Białoruś\n\nJan Nowak",
      Head(
        publisher: "PISM", series: "Spotlight", number: "83/2021", date: "2021-11-08",
        authors: ["Jan Nowak"], title: "Rosja i Białoruś")
    ),
    (
      "## BULLETIN\n\nNo. 206 (1904), 8 December 2021 © PISM\n\n# A Pact of Two\n\n*Jan Nowak, Ewa Wit*",
      Head(
        publisher: "PISM", series: "Bulletin", number: "206 (1904)", date: "2021-12-08",
        authors: ["Jan Nowak", "Ewa Wit"], title: "A Pact of Two")
    ),
    (
      "# OSW COMMENTARY\n\nNUMBER 410 | 09.11.2021 | www.osw.waw.pl\n\n# Gas at the Border\n\nEwa Wit",
      Head(
        publisher: "OSW", series: "Commentary", number: "410", date: "2021-11-09",
        authors: ["Ewa Wit"], title: "Gas at the Border")
    ),
    (
      "© 2022 OSW\n\nPOLICY PAPER\n\n# Lines and Cables\n\nBy Jan von Nowak\n\nWarsaw, May 3, 2022",
      Head(
        publisher: "OSW", series: "Policy Paper", number: nil, date: "2022-05-03",
        authors: ["Jan von Nowak"], title: "Lines and Cables")
    ),
    (
      "Lines and Cables\n================\n\nJAN NOWAK\n\n3 мая 2022 г.",
      Head(
        publisher: nil, series: nil, number: nil, date: "2022-05-03", authors: ["Jan Nowak"],
        title: "Lines and Cables")
    ),
    (
      "Lines and Cables of Tomorrow\n\n2022 m. gegužės 3 d.",
      Head(
        publisher: nil, series: nil, number: nil, date: "2022-05-03", authors: [],
        title: "Lines and Cables of Tomorrow")
    ),
    (
      "# Belarus after 9 August 2020",
      Head(
        publisher: nil, series: nil, number: nil, date: nil, authors: [],
        title: "Belarus after 9 August 2020")
    ),
  ])
  func `mastheads of many kinds are read`(head: String, expected: Head) throws {
    let page = try DocumentReader.page(bytes: Array((head + Self.text).utf8), fileName: "a.md")
    #expect(
      Head(
        publisher: page.publisher, series: page.series, number: page.number,
        date: page.published?.day.description, authors: page.authors, title: page.title) == expected
    )
    #expect(page.body.sections.count == 1)
    #expect(page.language == "de")
  }

  @Test(arguments: [
    ("8 November 2021", "2021-11-08"), ("November 8, 2021", "2021-11-08"),
    ("on 8. November 2021 in", "2021-11-08"), ("8 listopada 2021 r.", "2021-11-08"),
    ("09.11.2021", "2021-11-09"), ("2021-11-08", "2021-11-08"), ("12/31/2021", "2021-12-31"),
    ("8th of November 2021", nil), ("November 2021", nil), ("31 February 2021", nil),
    ("83/2021", nil), ("v. 1.2.3", nil), ("8 лістапада 2021", "2021-11-08"),
  ])
  func `a date is found in a line of print`(line: String, date: String?) {
    #expect(PrintedDate.first(in: line)?.date.description == date)
  }

  @Test func `what is no text or too much is refused with its reason`() {
    #expect(throws: ExtractionTrouble.empty) {
      try DocumentReader.page(bytes: Array(" \n\n".utf8), fileName: "a.txt")
    }
    #expect(throws: ExtractionTrouble.notText(reason: "it holds 4 control characters")) {
      try DocumentReader.page(
        bytes: [0x47, 0x49, 0x46, 1, 0x41, 0x42, 2, 0x43, 0x44, 3, 0x45, 0x46, 4], fileName: "a.txt"
      )
    }
    #expect(throws: ExtractionTrouble.self) {
      try DocumentReader.page(bytes: [0x50], fileName: "a.docx")
    }
    var limits = DocumentLimits()
    limits.bytes = 2
    #expect(throws: ExtractionTrouble.tooLarge(bytes: 3, limit: 2)) {
      try DocumentReader.page(bytes: [1, 2, 3], fileName: "a.txt", limits: limits)
    }
  }

  @Test(arguments: [
    ("**bold** and *slanted*", "bold and slanted"), ("a [label](http://x/y) b", "a label b"),
    ("![picture](x.png) text", "text"), ("snake_case and _slanted_", "snake_case and slanted"),
    ("2 * 3", "2 * 3"), ("\\*star\\*", "*star*"), ("word[^1] end", "word end"),
    ("a <span id=p>b</span>", "a b"), ("[open", "[open"), ("5 < 6", "5 < 6"),
  ])
  func `marks of Markdown leave the words`(marked: String, plain: String) {
    #expect(InlineMarkdown.plain(Substring(marked), limits: DocumentLimits()) == plain)
  }
}
