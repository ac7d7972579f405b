import BriefModel
import Testing

@testable import BriefExtraction

/// Parts of a page that belong to its text though their names or their links speak against it, and
/// parts that do not though they are longer.
struct BesideTextTests {
  private static let first =
    "Belarus and Russia have once again postponed the signing of an agreement on a common gas market, officials said."
  private static let rest = [
    "The delay follows months of talks over the price of gas, which Minsk wants to be equal to that of Smolensk.",
    "Analysts note that the road maps agreed in 2021 have been carried out only in part, and most are declaratory.",
    "If the agreement is not signed by the end of the year, the present price will be kept for twelve months more.",
  ]
  private static let about =
    "The Institute was founded in 1994 and is a leading independent research centre that studies foreign policy."

  private static func page(_ title: String, _ body: String) throws -> Page {
    let menu =
      "<nav><a href=/>Home</a> <a href=/news>News</a> <a href=/about>About us</a> <a href=/v>News and views</a></nav>"
    return try PageReader.page(
      bytes: Array("<title>\(title)</title><body>\(menu)\(body)".utf8),
      address: "https://example.org/x")
  }

  private static var paragraphs: String { rest.map { "<p>\($0)</p>" }.joined() }

  @Test(arguments: ["teaser", "teaser-text", "promo", "article-promo", "news-teaser"])
  func `the one box without links between title and text is its lead, whatever its name`(
    name: String
  ) throws {
    let page = try Self.page(
      "The gas deal slips again",
      "<div class=article><h1>The gas deal slips again</h1><div class='\(name)'><p>\(Self.first)</p></div>"
        + "<div class=text>\(Self.paragraphs)</div></div>")
    #expect(page.body.text == ([Self.first] + Self.rest).joined(separator: "\n\n"))
  }

  @Test(arguments: [
    "<div class=teaser><p><a href=/other>\(first)</a></p></div>",
    "<div class=teaser><p>\(first) <a href=/other>Another page of this site</a></p></div>",
    "<div class=teaser><p>\(first)</p></div><div class=teaser><p>\(about)</p></div>",
    "<div class='related teaser'><p>\(first)</p></div>",
    "<div class=related><div class=teaser><p>\(first)</p></div></div>",
  ])
  func `a box that speaks of other pages is no lead`(box: String) throws {
    let page = try Self.page(
      "The gas deal slips again",
      "<div class=article><h1>The gas deal slips again</h1>\(box)<div class=text>\(Self.paragraphs)</div></div>"
    )
    #expect(page.body.text == Self.rest.joined(separator: "\n\n"))
  }

  private static let links =
    "<ul><li><a href=/1>Decree No. 18 of the Supreme Council</a><li><a href=/2>Union programme on industry</a></ul>"

  @Test func `a list of links that a sentence brings in is text`() throws {
    let page = try Self.page(
      "Three documents",
      "<article><h1>Three documents</h1><p>\(Self.first)</p><p>The parties signed two documents on Friday:</p>"
        + "\(Self.links)\(Self.paragraphs)</article>")
    #expect(
      page.body.text.contains(
        "on Friday:\n\nDecree No. 18 of the Supreme Council\n\nUnion programme"))
  }

  @Test(arguments: [
    "<p>Read also:</p>\(links)", "<p>Читайте также:</p>\(links)", links,
    "<p>What the parties signed was not told.</p>\(links)",
  ])
  func `a list of links that nothing brings in is none`(list: String) throws {
    for end in [Self.paragraphs, ""] {
      let page = try Self.page(
        "Three documents",
        "<article><h1>Three documents</h1><p>\(Self.first)</p>\(Self.paragraphs)\(list)\(end)</article>"
      )
      #expect(!page.body.text.contains("Decree"))
    }
  }

  @Test func `links at the end of a text are none of it, though a colon stands before them`() throws
  {
    let page = try Self.page(
      "Three documents",
      "<article><h1>Three documents</h1><p>\(Self.first)</p>\(Self.paragraphs)"
        + "<p>More texts of our authors on the subject:</p>\(Self.links)</article>")
    #expect(!page.body.text.contains("Decree"))
  }

  @Test(arguments: ["col-4 sidebar", "sidebar", "rail"])
  func `a sidebar is one beside a short article, though it is longer`(name: String) throws {
    let page = try Self.page(
      "The gas deal slips again",
      "<div class=row><div class=col-8><h1>The gas deal slips again</h1><p>\(Self.first)</p><p>\(Self.rest[0])</p></div>"
        + "<div class='\(name)'><h3>About</h3><p>\(Self.about)</p><p>\(Self.about)</p><p>\(Self.about)</p></div></div>"
    )
    #expect(page.body.text == "\(Self.first)\n\n\(Self.rest[0])")
  }

  @Test(arguments: ["sidebar", "content-sidebar", "sidebar-layout"])
  func `what calls itself a sidebar and holds the text is none`(name: String) throws {
    let long = (1...5).map { "<p>\(Self.rest[0]) It is the delay number \($0) of this kind.</p>" }
    let page = try Self.page(
      "The gas deal slips again",
      "<header><h1>The gas deal slips again</h1><p>\(Self.first)</p><p>\(Self.rest[1])</p></header>"
        + "<div class='\(name)'>\(long.joined())\(Self.paragraphs)</div>")
    #expect(page.body.text.contains("number 5"))
    #expect(page.body.text.contains(Self.rest[2]))
  }

  @Test(arguments: [
    "Новости", "PISM", "Министерство иностранных дел", "News and views",
    "Institute for Strategic Studies - commentary and research",
  ])
  func `a title that all pages of a site share is not the page's`(title: String) throws {
    let body =
      "<div class=c><h1>Gas deal slips once again</h1><p>\(Self.first)</p>\(Self.paragraphs)</div>"
    #expect(try Self.page(title, body).title == "Gas deal slips once again")
  }

  @Test(arguments: [
    // The text speaks of what the head says.
    ("Talks on the price of gas postponed", "<h1>Welcome to the reading room</h1>"),
    ("Talks on the price of gas postponed", "<h1>News</h1>"),
    ("How I mended a clock", "<h1>Notes of a neighbour</h1>"),
    ("PISM", "<h1><a href=/>The Polish Institute abroad</a></h1>"),
  ])
  func `a heading of the site is no title`(title: String, heading: String) throws {
    let page = try Self.page(
      title, "<div class=c>\(heading)<p>\(Self.first)</p>\(Self.paragraphs)</div>")
    #expect(page.title == title)
  }

  @Test(arguments: [
    (
      "Real headline of the page - Inst",
      "<h1><span class=kicker>Analysis</span> Real headline of the page</h1>",
      "Real headline of the page"
    ),
    ("Who runs it? – Forum", "<h1>Panel: <b>Who</b> runs it?</h1>", "Panel: Who runs it?"),
    ("Real &amp;laquo;head&amp;raquo; &mdash; Inst", "<h1>Real «head»</h1>", "Real «head»"),
  ])
  func `a heading is read without its kicker and a head without double references`(
    title: String, heading: String, expected: String
  ) throws {
    let page = try Self.page(
      title, "<article>\(heading)<p>\(Self.first)</p>\(Self.paragraphs)</article>")
    #expect(page.title == expected)
  }

  @Test(arguments: [
    ("<p class=date>Mińsk, 5 marca 2024 r.</p>", "2024-03-05"),
    ("<div>2024 m. kovo 5 d.</div>", "2024-03-05"),
    ("<p>On 5 March 2024 the parties met.</p>", nil),
  ])
  func `a line that is a date dates the page`(line: String, date: String?) throws {
    let page = try Self.page(
      "Gas deal",
      "<article><h1>Gas deal</h1>\(line)<p>\(Self.first)</p>\(Self.paragraphs)</article>")
    #expect(page.published == date.flatMap { Timestamp(rfc3339: $0) })
  }
}
