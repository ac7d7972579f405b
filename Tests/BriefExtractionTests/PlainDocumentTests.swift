import BriefModel
import Testing

@testable import BriefExtraction

/// Briefs whose parts nothing but their place and shape tells, and those whose head says all.
struct PlainDocumentTests {
  private func page(_ text: String, _ name: String = "brief.txt") throws -> Page {
    try DocumentReader.page(bytes: Array(text.utf8), fileName: name)
  }

  private static let printed = """
    Frontier Institute
    BRIEF
    No. 7/2021, 8 NOVEMBER 2021

    Fewer Crossings, Longer Queues on
    the Eastern Frontier
    Dr Marta Zielińska-Roth
    Senior Fellow, Borders Programme
    Prof. Jan Kowal

    The number of attempts to cross the frontier outside of the check-
    points fell for the second month in a row, while the waiting time of
    lorries doubled. This is the result of three decisions of the week.

    Road traffic

    Lorries waited for 31 hours on average at the northern crossings and
    for seventeen hours at those in the south, as the carriers had feared

    info@frontier.example | www.frontier.example
    Frontier Institute, Brief 1
    Page 1 of 2
    Frontier Institute, Brief 2

    when the certificates were announced in the summer of that year.
    What will the two governments
    do next?
    The ministry has asked the customs office of the other side for a new
    rule on the papers of drivers, and expects to hear of it within weeks.
    The views expressed here do not necessarily reflect those of the donors.
    """

  @Test func `a text from a printed brief gives its parts`() throws {
    let page = try page(Self.printed)
    #expect(page.title == "Fewer Crossings, Longer Queues on the Eastern Frontier")
    #expect(page.authors == ["Marta Zielińska-Roth", "Jan Kowal"])
    #expect(page.published == Timestamp(rfc3339: "2021-11-08"))
    #expect(page.publisher == "Frontier Institute")
    #expect(page.series == "Brief")
    #expect(page.number == "7/2021")
    #expect(
      page.body.sections.map(\.heading) == [
        nil, "Road traffic", "What will the two governments do next?",
      ])
  }

  @Test func `what a page's end breaks is joined, and what stands there is gone`() throws {
    let text = try page(Self.printed).body.text
    #expect(text.contains("outside of the checkpoints fell"))
    #expect(text.contains("as the carriers had feared when the certificates"))
    for furniture in ["@", "Page 1", "Frontier Institute, Brief", "necessarily reflect"] {
      #expect(!text.contains(furniture), "\(furniture)")
    }
  }

  @Test(arguments: [
    """
    ---
    title: "After the Moratorium: Who Will Insure the Barges?"
    authors:
      - Carmen Ionescu
      - Dr. Felix Brand
    date: 2022-09-19
    series: Policy Brief
    number: 31
    publisher: Danube Network
    lang: en
    ---
    """,
    """
    +++
    title = "After the Moratorium: Who Will Insure the Barges?"
    authors = ["Carmen Ionescu", "Dr. Felix Brand"]
    date = 2022-09-19T10:00:00+02:00
    series = "Policy Brief"
    number = 31
    publisher = "Danube Network"
    language = "en"
    draft = false
    +++
    """,
  ])
  func `the head of a Markdown document says its parts`(_ head: String) throws {
    let page = try page(
      head + "\n\nThe moratorium ends on 31 December.\n\n## Why now?\n\nTwo causes are named.\n",
      "brief.md")
    #expect(page.title == "After the Moratorium: Who Will Insure the Barges?")
    #expect(page.authors == ["Carmen Ionescu", "Felix Brand"])
    #expect(page.published?.rfc3339.hasPrefix("2022-09-19") == true)
    #expect(
      [page.series, page.number, page.publisher] == ["Policy Brief", "31", "Danube Network"])
    #expect(page.language == "en")
    #expect(
      page.body.text == "The moratorium ends on 31 December.\n\nWhy now?\n\nTwo causes are named.")
  }

  @Test(arguments: ["--- a rule, and no head\n\ntext of it", "---\ntitle: x\nand it never ends\n"])
  func `a rule is no head`(_ text: String) {
    #expect(FrontMatter(text) == nil)
  }

  @Test(
    arguments: [
      ("Commentary | 17 June 2020", "Commentary", nil, "2020-06-17"),
      ("Monitor No. 5 · 12 December 2022", "Monitor", "5", "2022-12-12"),
      ("BRIEF / 7", "Brief", "7", nil),
      ("Commentary 54 / August 2021", "Commentary", "54", "2021-08-01"),
      ("Policy Brief · Issue 9 · March 2022", "Policy Brief", "9", "2022-03-01"),
    ] as [(String, String, String?, String?)])
  func `the parts of a line above the title each say their own`(
    _ line: String, _ series: String, _ number: String?, _ day: String?
  ) throws {
    let page = try page(
      "\(line)\n\n# Silos under the open sky\n\nThe silos are full.\n", "brief.md")
    #expect(page.title == "Silos under the open sky")
    #expect(page.series == series)
    #expect(page.number == number)
    #expect(page.published == day.flatMap { Timestamp(rfc3339: $0) })
    #expect(page.body.text == "The silos are full.")
  }

  @Test func `a title of two lines in one size of type is one`() {
    let text = String(repeating: "A sentence of the brief that is long enough. ", count: 8)
    let layout = DocumentLayout(
      blocks: [
        TextBlock(kind: .heading(level: 1), text: "Joint Posts: A Small"),
        TextBlock(kind: .heading(level: 1), text: "Agreement with a Long Reach"),
        TextBlock(kind: .heading(level: 3), text: "Background"),
        TextBlock(kind: .paragraph, text: text.collapsed),
      ], limits: DocumentLimits(), isPrinted: true)
    #expect(layout.title == "Joint Posts: A Small Agreement with a Long Reach")
    #expect(layout.sections.map(\.heading) == ["Background"])
  }

  @Test func `a short line between paragraphs is a heading, a row of them is a table`() {
    let text = String(repeating: "A sentence of the brief that is long enough. ", count: 4)
      .collapsed
    let paragraph = { (text: String) in TextBlock(kind: .paragraph, text: text) }
    let told = ShortHeadings.told(
      in: [
        paragraph(text), paragraph("The outlook"), paragraph(text), paragraph("2019"),
        paragraph("2020"), paragraph("2021"),
      ], limits: DocumentLimits())
    #expect(told.filter(\.isHeading).map(\.text) == ["The outlook"])
  }

  @Test(arguments: [
    "info@isn.example | www.isn.example", "Page 1 of 2", "– 3 –", "стр. 4", "ISSN 1611-0000",
    "Editors: Anna Tyc, Jan Nowak", "Alle Rechte vorbehalten.",
  ])
  func `a line of the imprint is one`(_ line: String) { #expect(Imprint.isLine(line)) }

  @Test(arguments: [
    "In 2021", "Three of the five", "The page was turned in 2019 by both of the governments.",
    "Whoever wants to answer may write to the ministry at press@gov.example, which reads every letter in order of its coming.",
  ])
  func `a line of the text is none`(_ line: String) { #expect(!Imprint.isLine(line)) }

  @Test func `a region is no institute`() {
    #expect(InstituteName.isName("Eastern Research Centre"))
    #expect(!InstituteName.isName("Central Asia after 2021"))
  }
}
