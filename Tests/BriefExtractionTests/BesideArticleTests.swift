import BriefModel
import Testing

@testable import BriefExtraction

/// What stands on a page beside a short article, and may be longer than it.
struct BesideArticleTests {
  private static let article = """
    <h1>Bridge closes</h1><p>The bridge at Orsha closes on Monday, the road office said. Buses go by
    the old road until the spring.</p>
    """
  private static let kept =
    "The bridge at Orsha closes on Monday, the road office said. Buses go by the old road until the spring."
  private static let chatter = String(
    repeating: "<p>That has been known for years, and nobody in our valley was ever asked.</p>",
    count: 8)

  private func text(_ body: String) throws -> String {
    try PageReader.page(
      bytes: Array("<title>Bridge closes</title><body>\(body)</body>".utf8),
      address: "https://example.org/bridge"
    ).body.text
  }

  @Test(arguments: [
    "<h3>16 Kommentare</h3>", "<h2>Comments (8)</h2>", "<h3>Комментарии: 8</h3>",
    "<h3>Leave a comment</h3>", "<h3>8 komentarzy</h3>", "<h3>Каментары</h3>",
    "<div><h4>Rodyti visus komentarus</h4></div>",
  ])
  func `a debate is no part of its article, however long it is`(_ heading: String) throws {
    let boxed = "<div><div>\(Self.article)<div class=cm>\(heading)\(Self.chatter)</div></div></div>"
    #expect(try text(boxed) == Self.kept)
    let bare = "<div>\(Self.article)\(heading)\(Self.chatter)</div>"
    #expect(try text(bare) == Self.kept || heading.hasPrefix("<div>"))
  }

  @Test(arguments: ["<h2>Comments by the minister</h2>", "<h2>Comment</h2>", "<h2>Analysis</h2>"])
  func `a heading that speaks of comments in its text heads text`(_ heading: String) throws {
    let found = try text("<div>\(Self.article)\(heading)<p>\(Self.kept)</p></div>")
    #expect(found.hasSuffix(Self.kept) && found.count > Self.kept.count + 5)
  }

  @Test func `what is commented on before any text is the article itself`() throws {
    let page = "<div><h1>Bridge closes</h1><h4>16 comments</h4><p>\(Self.kept)</p></div>"
    #expect(try text(page) == Self.kept)
  }

  @Test func `a page that goes on for ever is the first of its articles`() throws {
    let next =
      "<h1>A postwoman</h1><p>\(String(repeating: "She drives to the villages. ", count: 20))</p>"
    let page = """
      <main><section class="topic first">\(Self.article)</section>
      <section class="topic next">\(next)</section></main>
      """
    #expect(try text(page) == Self.kept)
  }

  @Test func `titles among the paragraphs of a text head its parts`() throws {
    let found = try text(
      "<main>\(Self.article)<h1>Why now?</h1><p>\(Self.kept)</p><h1>And then?</h1><p>\(Self.kept)</p></main>"
    )
    #expect(
      found.split(separator: "The bridge at Orsha", omittingEmptySubsequences: false).count == 4)
  }

  @Test func `the one article with a title outweighs a longer text beside it`() throws {
    let page = """
      <div><article class=post>\(Self.article)</article></div>
      <div><section class=widget><h2>About us</h2><p>Our paper has come out since 1991. We write of the
      town, the district and its rivers, and print notices, greetings and the times of the boats.</p>
      </section></div>
      """
    #expect(try text(page) == Self.kept)
  }

  @Test(arguments: [
    "Усе правы абаронены. Перадрук матэрыялаў магчымы толькі са спасылкай на крыніцу.",
    "Our paper, 2025. All rights reserved, also for parts of the text on this page.",
    "Be raštiško sutikimo šios naujienos tekstą draudžiama atgaminti ar platinti kitur.",
    "Pozostało 82% artykułu, który przeczytasz z dostępem miesięcznym za 9,90.",
  ])
  func `whose text it is, and what it costs, is no part of it`(_ rights: String) throws {
    #expect(try text("<div>\(Self.article)<div>\(rights)</div></div>") == Self.kept)
  }

  @Test func `a last sentence of three words stays, a count of pictures goes`() throws {
    let page =
      "<div>\(Self.article)<p>1 / 6</p><p>Prices stay the same for all who cross the river here today.</p><p>Tickets stay valid.</p></div>"
    #expect(
      try text(page)
        == Self.kept
        + "\n\nPrices stay the same for all who cross the river here today.\n\nTickets stay valid.")
  }

  @Test func `links of a page of unknown address stay as they are printed`() throws {
    let items = [
      "/2024/05/a-market-for-two-states", "2024/06/b-market-for-two-states",
      "../2024/07/c-price-of-gas",
      "https://example.org/2024/08/d-price-of-oil", "//example.org/2024/09/e-price-of-power",
    ]
    let page =
      "<ul>" + items.map { "<li><h3><a href='\($0)'>A brief of some words</a></h3>" }.joined()
    let read = try PageReader.page(
      bytes: Array("\(page)<a href='https://partner.net/2024/05/some-other-thing'>x</a></ul>".utf8))
    #expect(
      read.links.map(\.url)
        == Array(items[..<4]) + ["https://example.org/2024/09/e-price-of-power"])
  }

  @Test func `a page says where it is to be found`() throws {
    let page = """
      <link rel=canonical href="https://example.org/list/"><ul>
      <li><h3><a href="../2024/05/a-market">A market for two states</a></h3></ul>
      """
    #expect(
      try PageReader.page(bytes: Array(page.utf8)).links.map(\.url)
        == ["https://example.org/2024/05/a-market"])
  }

  @Test func `teasers around linked titles are a listing`() throws {
    let items = (1...9).map {
      """
      <div class=li><a href="/texts/2025/03/1\($0)/story-number-\($0)"><h3>Story number \($0)</h3></a>
      <p>What has happened, what people say of it, and what may be expected of it now.</p></div>
      """
    }
    let page = try PageReader.page(
      bytes: Array("<body><div>\(items.joined())</div></body>".utf8),
      address: "https://example.org/list/newest")
    #expect(page.kind == .listing)
    #expect(page.links.count == 9)
  }

  @Test(arguments: [
    ("Who runs it? – Forum", "Panel: Who runs it? Civil defence after 2024"),
    (
      "Two Gauges, One Corridor",
      "Two Gauges, One Corridor: What Transshipment Tells Us of the Border"
    ),
    (
      "Most w Tarczewie zamknięty | Głos",
      "Most w Tarczewie zamknięty do odwołania. Objazdy i rozkłady"
    ),
  ])
  func `a heading that says more than the head is the title`(_ head: String, _ heading: String)
    throws
  {
    let page =
      "<title>\(head)</title><div class=logo>Forum</div><h1>\(heading)</h1><p>\(Self.kept)</p>"
    #expect(try PageReader.page(bytes: Array(page.utf8)).title == heading)
  }

  @Test(arguments: [
    (
      "Council met on grain - News", "<div>Council met on grain and on seed for the spring</div>",
      "Council met on grain and on seed for the spring"
    ),
    (
      "Chronology of visa rules", "<h1>Chronology: how the rules changed at the border</h1>",
      "Chronology: how the rules changed at the border"
    ),
    (
      "Ministry of Inland Ports",
      "<a href='/'>Ministry of Inland Ports</a><h2>Works on the rivers in 2024</h2>",
      "Works on the rivers in 2024"
    ),
    (
      "Ministry of Ports - Works begin",
      "<div>Ministry of Ports, published on 22 April 2025</div><h1>Works begin</h1>",
      "Works begin"
    ),
    ("How I mended a clock", "<h1>Notes of a neighbour</h1>", "How I mended a clock"),
  ])
  func `the page's own words are the title where the head says less`(
    _ head: String, _ printed: String, _ title: String
  ) throws {
    let page = "<title>\(head)</title>\(printed)<p>\(Self.kept)</p>"
    #expect(try PageReader.page(bytes: Array(page.utf8)).title == title)
  }

  @Test func `the name of the site is no title, though the page prints it`() throws {
    let page = """
      <title>«We know each of them» — Business Region</title>
      <h1 class=logo><a href="/">Business Region</a></h1><p>\(Self.kept)</p>
      """
    let title = try PageReader.page(bytes: Array(page.utf8)).title
    #expect(title?.hasPrefix("«We know each of them»") == true)
  }

  @Test func `links of one kind in a row are articles though no heading says so`() throws {
    let tiles = (1...6).map {
      "<a class=tile href='/why-clinics-\($0)-lose-nurses'>Why clinics \($0) lose nurses again</a>"
    }
    let page =
      "<body><div>\(tiles.joined())</div><a href='/contact-us-by-mail'>Contact us by mail today</a>"
    let links = try PageReader.listing(bytes: Array(page.utf8), address: "https://example.org/")
    #expect(links.count == 6)
  }

  @Test(arguments: [
    "Bleiben Sie informiert. Unser Newsletter ist kostenlos. E-Mail-Adresse Abonnieren",
    "Get our weekly briefing straight to your inbox. No spam, unsubscribe at any time you like.",
    "Мы используем файлы cookie, чтобы сайт работал лучше для всех, кто его читает каждый день.",
  ])
  func `what asks for an address is no text`(_ appeal: String) throws {
    #expect(try text("<div>\(Self.article)<div>\(appeal)</div></div>") == Self.kept)
  }
}
