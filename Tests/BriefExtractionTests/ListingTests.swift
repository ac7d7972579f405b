import BriefModel
import Testing

@testable import BriefExtraction

struct ListingTests {
  static let plain = """
    <!doctype html><html lang=en><title>Publications</title>
    <nav><ul><li><a href="/about-the-institute-and-its-people">About the institute and its people</a>
    <li><a href=/publications>Publications</a><li><a href=/contact>Contact us today</a></ul></nav>
    <main><h1>Publications</h1>
    <div class=item><a href="/publications/baltic-grids-leave-the-ring"><h3>Baltic Grids Leave the
    Ring</h3></a><span class=when>2 March 2022</span><p>The operators agreed on a plan.</p>
    <a href="/publications/baltic-grids-leave-the-ring?utm_source=list">Read more</a></div>
    <div class=item><a href="/publications/gas-market-of-two-countries"><h3>A Gas Market of Two
    Countries</h3></a><span class=when>24.02.2022</span><p>A single market was announced.</p></div>
    <div class=item><a href="/publications/new-rules-for-tax-committee"><h3>New Rules for the Tax
    Committee</h3></a><time datetime="2022-02-10">10 Feb</time></div>
    <div class=item><a href="/files/paper.pdf">PDF</a></div>
    <ul class=pager><li><a href="/publications?page=2">2</a><li><a href="/publications?page=3">3</a></ul>
    </main><footer><a href="/privacy-policy-of-this-site">Privacy policy of this site</a></footer>
    """

  @Test func `the articles of a plain listing are found with title and date`() throws {
    let links = try PageReader.listing(
      bytes: Array(Self.plain.utf8), address: "https://example.org/publications")
    #expect(
      links == [
        PageLink(
          url: "https://example.org/publications/baltic-grids-leave-the-ring",
          title: "Baltic Grids Leave the Ring", published: Timestamp(rfc3339: "2022-03-02")),
        PageLink(
          url: "https://example.org/publications/gas-market-of-two-countries",
          title: "A Gas Market of Two Countries", published: Timestamp(rfc3339: "2022-02-24")),
        PageLink(
          url: "https://example.org/publications/new-rules-for-tax-committee",
          title: "New Rules for the Tax Committee", published: Timestamp(rfc3339: "2022-02-10")),
      ])
  }

  @Test func `dated addresses are the articles of a site that dates them`() throws {
    let items = (1...6).map {
      "<li><a href='/2022/03/0\($0)/brief-\($0)'>★</a> <a href='/x/other-story-of-\($0)-words'>A story of five words</a>"
    }
    let page = "<ul>\(items.joined())</ul><a href='/2022/03/'>March</a>"
    let links = try PageReader.listing(bytes: Array(page.utf8), address: "https://example.org/")
    #expect(links.map(\.url) == (1...6).map { "https://example.org/2022/03/0\($0)/brief-\($0)" })
    #expect(links[0].published == Timestamp(rfc3339: "2022-03-01"))
  }

  /// A page of items, each with its title, the date behind it, and what `shared` prints behind that.
  private static func listing(items: Int, _ shared: String) throws -> [PageLink] {
    let words = ["gas", "oil", "coal", "rail", "road", "tax", "wheat", "steel"]
    let page = words.prefix(items).enumerated().map { index, word in
      "<article><h2><a href='/p/\(word)'>On \(word)</a></h2>"
        + "<time datetime='2024-03-0\(index + 1)'>x</time> \(shared)<p>Text about \(word).</p></article>"
    }
    return try PageReader.listing(
      bytes: Array("<h1>Blog</h1>\(page.joined())".utf8), address: "https://example.org/blog/")
  }

  @Test(arguments: [
    "<a href='/category/energy'>Energy</a>", "<a class='p-author h-card' href='/me'>Jane Roe</a>",
    "by <a rel=author href='/people/jane-roe'>Jane Roe</a>",
    "<a href='/a/jane-roe-senior-fellow'>Jane Roe, senior fellow for energy</a>",
    "<a href='/t/gas'>Gas</a> <a href='/t/trade'>Trade</a> <a href='/me'>Jane Roe</a>",
  ])
  func `an author or category that all items link to takes no date from the first`(shared: String)
    throws
  {
    for items in [4, 8] {
      let alone = try Self.listing(items: items, "")
      let links = try Self.listing(items: items, shared).filter { $0.url.contains("/p/") }
      #expect(alone.count == items)
      #expect(links == alone)
      #expect(links.first?.published == Timestamp(rfc3339: "2024-03-01"))
    }
  }

  @Test func `an item that is featured elsewhere keeps its own date and gives none away`() throws {
    let hero =
      "<section><a href='/p/story-about-oil'><img></a><h2><a href='/p/story-about-oil'>Story about oil and transit</a></h2></section>"
    let page =
      "<h1>Blog</h1>\(hero)"
      + (1...5).map {
        "<article><h2><a href='/p/story-about-\($0 == 2 ? "oil" : "item-\($0)")'>Story about number \($0)</a></h2>"
          + "<time datetime='2024-03-0\($0)'>x</time></article>"
      }.joined()
    let links = try PageReader.listing(
      bytes: Array(page.utf8), address: "https://example.org/blog/")
    let dates = Dictionary(links.map { ($0.url, $0.published) }, uniquingKeysWith: { $1 })
    #expect(dates["https://example.org/p/story-about-item-1"] == Timestamp(rfc3339: "2024-03-01"))
    #expect(dates["https://example.org/p/story-about-item-3"] == Timestamp(rfc3339: "2024-03-03"))
  }

  @Test func `selectors of the owner find what they name`() throws {
    let selectors = PageSelectors(
      item: try CSSSelector("main > div.item"), title: try CSSSelector("h3"),
      date: try CSSSelector(".when, time[datetime]"))
    let links = try PageReader.listing(
      bytes: Array(Self.plain.utf8), address: "https://example.org/publications",
      selectors: selectors)
    #expect(links.map(\.url).last == "https://example.org/files/paper.pdf")
    #expect(
      links.map(\.published) == [
        Timestamp(rfc3339: "2022-03-02"), Timestamp(rfc3339: "2022-02-24"),
        Timestamp(rfc3339: "2022-02-10"), nil,
      ])
  }
}
