import BriefModel
import Testing

@testable import BriefExtraction

struct ArticleTests {
  static let page = """
    <!doctype html><html lang="en-GB"><head><title>Grids Leave the Ring | Our Institute</title>
    <meta property="og:site_name" content="Our Institute">
    <meta property="og:title" content="Grids Leave the Ring | Our Institute">
    <meta property="og:description" content="The three operators agreed on a plan that names a year.">
    <meta property="article:published_time" content="2022-03-02T09:00:00+01:00">
    <link rel="canonical" href="/briefs/grids-leave-the-ring">
    </head><body><div class="cookie-banner"><p>We use cookies to make this site work. Read our cookie
    policy to learn what each of them does for you.</p></div>
    <nav><ul><li><a href="/">Home</a><li><a href="/briefs">Briefs</a></ul></nav>
    <header><p>Spotlight No. 17/2022</p><h1>Grids Leave the Ring</h1>
    <p class="standfirst">The three operators agreed on a plan that names a year.</p>
    <p class=byline>By <a rel=author href=/people/jan>Jan Maria Kowal</a></p></header>
    <div class="wrap sidebar-right"><div class="text">
    <figure><img src=a.jpg><figcaption>The switch hall, as it was in the spring of 2019.</figcaption></figure>
    <p>On 1 March the operators met in the capital and agreed, after years of talks, on the
    order in which the lines will be built and on who will <a href="/cost">pay for them</a>.</p>
    <div class="related-posts"><h3><a href=/x>Another brief</a></h3><p>It is about something else, which
    has nothing to do with the lines or with the people who are going to build them.</p></div>
    <h2>What does the plan say?</h2>
    <p>The lines are to be ready by 31 December 2024, and will be tested in the summer before
    that, when the load of the grid is at its lowest in the whole year.</p>
    <ul><li>Two lines across the border</li><li>One cable under the sea</li></ul>
    <h2>Read more</h2>
    <p class="correction">Correction: an earlier version of this brief gave the wrong year for the tests.</p>
    </div></div>
    <section id="comments"><h3>Comments</h3><p>I do not think that this plan is going to work, because
    nobody has asked those who live next to the lines what they think of it.</p></section>
    <footer><p>© Our Institute 2022. All rights reserved. No part of this site may be copied without a
    permission in writing from the institute.</p></footer></body></html>
    """

  @Test func `a page gives its article, without what stands around it`() throws {
    let page = try PageReader.page(
      bytes: Array(Self.page.utf8), address: "https://example.org/briefs/grids?utm_source=x")
    var expected = Page()
    expected.title = "Grids Leave the Ring"
    expected.authors = ["Jan Maria Kowal"]
    expected.published = Timestamp(rfc3339: "2022-03-02T08:00:00Z")
    expected.language = "en-GB"
    expected.publisher = "Our Institute"
    expected.series = "Spotlight"
    expected.number = "17/2022"
    expected.summary = "The three operators agreed on a plan that names a year."
    expected.canonicalLink = "https://example.org/briefs/grids-leave-the-ring"
    let correction =
      "Correction: an earlier version of this brief gave the wrong year for the tests."
    expected.corrections = [correction]
    expected.body = Body(sections: [
      Section(
        heading: nil,
        text: "The three operators agreed on a plan that names a year.\n\n"
          + "On 1 March the operators met in the capital and agreed, after years of talks, on the "
          + "order in which the lines will be built and on who will pay for them."),
      Section(
        heading: "What does the plan say?",
        text:
          "The lines are to be ready by 31 December 2024, and will be tested in the summer before "
          + "that, when the load of the grid is at its lowest in the whole year.\n\n"
          + "Two lines across the border\n\nOne cable under the sea\n\n" + correction),
    ])
    expected.links = [PageLink(url: "https://example.org/cost", title: "pay for them")]
    #expect(page == expected)
  }

  @Test func `a text that only programs are given is read from there`() throws {
    let text = (1...30).map { "Sentence \($0) of the brief says one more thing." }
      .joined(separator: "\\n")
    let html = """
      <script type="application/ld+json">{"@type":"Report","headline":"A Brief","articleBody":"\(text)"}
      </script><p>Please switch on scripts to read what this page has to say to you.</p>
      """
    let page = try PageReader.page(bytes: Array(html.utf8))
    #expect(page.title == "A Brief")
    #expect(page.body.text.hasPrefix("Sentence 1 of the brief says one more thing.\n\nSentence 2"))
  }

  @Test func `an old encoding and an unclosed tag are no hindrance`() throws {
    let words = "Урад паведаміў, што будаўніцтва новай лініі пачнецца ўжо сёлета, і назваў кошт. "
    var bytes = Array("<meta charset=windows-1251><title>x</title><td><p>".utf8)
    for scalar in String(repeating: words, count: 5).unicodeScalars {
      bytes.append(Self.windows1251(scalar))
    }
    let page = try PageReader.page(bytes: bytes)
    #expect(page.language == "be")
    #expect(page.body.text.hasPrefix("Урад паведаміў, што"))
  }

  private static func windows1251(_ scalar: Unicode.Scalar) -> UInt8 {
    switch scalar {
    case "і": 0xB3
    case "ў": 0xA2
    case "ё": 0xB8
    case "А"..."я": UInt8(truncatingIfNeeded: scalar.value - 0x410 + 0xC0)
    default: UInt8(truncatingIfNeeded: scalar.value)
    }
  }

  @Test func `a mark of direction reaches no further than its line`() throws {
    let html =
      "<h1>A \u{202E}title\u{202C} here</h1><p>One \u{2067}two\u{2069} three \u{202A}four five six.</p>"
    let page = try PageReader.page(bytes: Array(html.utf8))
    #expect(page.title == "A title here")
    #expect(page.body.text == "One \u{2067}two\u{2069} three four five six.")
  }

  @Test func `every beginning of a page is read without a trap`() throws {
    let bytes = Array(Self.page.utf8)
    for length in stride(from: 0, to: bytes.count, by: 11) {
      do {
        _ = try PageReader.page(bytes: Array(bytes[..<length]))
      } catch {
        #expect(error == .empty)
      }
    }
  }

  @Test func `a page with random bytes put in is read without a trap`() throws {
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let marks = Array("<>/\"'=&;![]-# pdivah1".utf8)
    for _ in 0..<40 {
      var bytes = Array(Self.page.utf8)
      for _ in 0..<30 { bytes[random(bytes.count)] = marks[random(marks.count)] }
      _ = try? PageReader.page(bytes: bytes, address: "https://example.org/")
    }
  }
}
