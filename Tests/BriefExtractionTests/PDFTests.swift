import BriefModel
import TestSupport
import Testing

@testable import BriefExtraction

private let isPopplerHere = LimitedCommand.isRunnable("/usr/bin/pdftotext")

struct PDFTests {
  /// A spotlight of two pages in two columns, with a running head, page numbers and hyphens.
  static let spotlight: PrintedPDF = {
    func column(_ x: Double, from y: Double, _ lines: [String]) -> [PrintedPDF.Line] {
      lines.enumerated().map {
        PrintedPDF.Line(x: x, y: y - Double($0) * 13, size: 10, text: $1)
      }
    }
    let head = PrintedPDF.Line(x: 60, y: 800, size: 9, text: "PISM SPOTLIGHT")
    func number(_ text: String) -> PrintedPDF.Line {
      PrintedPDF.Line(x: 290, y: 40, size: 9, text: text)
    }
    let first =
      [
        PrintedPDF.Line(x: 60, y: 780, size: 9, text: "No. 17/2022, 2 MARCH 2022 PISM"),
        PrintedPDF.Line(x: 60, y: 740, size: 24, text: "SPOTLIGHT"),
        PrintedPDF.Line(x: 60, y: 700, size: 18, text: "Baltic Grids Prepare to Leave the Ring"),
        PrintedPDF.Line(x: 60, y: 675, size: 10, text: "Jan Maria Kowal"), number("1"),
      ]
      + column(
        60, from: 640,
        [
          "On 1 March the three operators agreed on",
          "a plan. It is the first that names a year for",
          "the switch and it sets out who will pay for",
          "the new lines.",
        ])
      + column(
        60, from: 560,
        [
          "What does the plan say?"
        ])
      + column(
        60, from: 530,
        [
          "The lines are to be ready by 31 December",
          "2024. The operators will test them in sum-",
          "mer, and nothing was said on prices.",
        ])
      + column(
        320, from: 640,
        [
          "They had talked since 2018 about the costs",
          "of the work and about the order in which it",
          "should be done, and some of the talks went",
        ])
    let second =
      [head, number("2")]
      + column(
        60, from: 760,
        [
          "on for a year or more before they came to an",
          "end in the autumn.",
        ])
    return PrintedPDF(pages: [first, second])
  }()

  @Test(.enabled(if: isPopplerHere, "pdftotext is not installed"))
  func `a spotlight in columns gives number, date, title, author and joined text`() throws {
    let page = try DocumentReader.page(bytes: Self.spotlight.bytes, fileName: "17.pdf")
    #expect(page.missingText == nil)
    #expect(page.title == "Baltic Grids Prepare to Leave the Ring")
    #expect(page.series == "Spotlight")
    #expect(page.number == "17/2022")
    #expect(page.published == Timestamp(rfc3339: "2022-03-02"))
    #expect(page.authors == ["Jan Maria Kowal"])
    #expect(
      page.body
        == Body(sections: [
          Section(
            heading: nil,
            text:
              "On 1 March the three operators agreed on a plan. It is the first that names a year "
              + "for the switch and it sets out who will pay for the new lines."),
          Section(
            heading: "What does the plan say?",
            text: "The lines are to be ready by 31 December 2024. The operators will test them in "
              + "summer, and nothing was said on prices.\n\nThey had talked since 2018 about the costs "
              + "of the work and about the order in which it should be done, and some of the talks went "
              + "on for a year or more before they came to an end in the autumn."),
        ]))
  }

  @Test(
    .enabled(if: isPopplerHere, "pdftotext is not installed"),
    arguments: [
      ("cut.pdf", Array(spotlight.bytes.prefix(200))), ("empty.pdf", []),
      ("noise.pdf", Array("%PDF-1.4\nnothing of the kind".utf8)),
      ("blank.pdf", PrintedPDF(pages: [[]]).bytes),
    ])
  func `a PDF without text is a page whose text is missing for a reason`(
    name: String, bytes: [UInt8]
  ) throws {
    let page = try DocumentReader.page(bytes: bytes, fileName: "folder/\(name)")
    #expect(page.missingText?.isEmpty == false)
    #expect(page.title == String(name.dropLast(4)))
    let entry = try DocumentReader.entry(bytes: bytes, fileName: name)
    #expect(entry.content.body == nil)
  }

  @Test func `a command over a limit is ended and says which`() {
    var limits = CommandLimits()
    limits.seconds = 1
    #expect(throws: LimitedCommand.Trouble.timedOut(seconds: 1)) {
      try LimitedCommand(program: "/bin/sleep", arguments: ["30"], limits: limits).output(for: [])
    }
    limits.output = 100_000
    #expect(throws: LimitedCommand.Trouble.tooMuchOutput(limit: 100_000)) {
      try LimitedCommand(program: "/usr/bin/yes", arguments: [], limits: limits).output(for: [])
    }
    #expect(throws: LimitedCommand.Trouble.failed(code: 3, message: "no")) {
      try LimitedCommand(
        program: "/bin/sh", arguments: ["-c", "echo no >&2; exit 3"], limits: limits
      ).output(for: [])
    }
  }

  @Test func `a command reads its input and cannot take more memory than allowed`() throws {
    let input = Array("abc\n".utf8)
    let limits = CommandLimits()
    #expect(
      try LimitedCommand(program: "/bin/cat", arguments: [], limits: limits).output(for: input)
        == input)
    var small = limits
    small.addressSpace = 64 << 20
    #expect(throws: LimitedCommand.Trouble.self) {
      try LimitedCommand(
        program: "/usr/bin/tail", arguments: ["-c", "1G", "/dev/zero"], limits: small
      ).output(for: [])
    }
  }
}
