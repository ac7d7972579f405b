import BriefModel
import Testing

@testable import BriefExtraction

/// Pages as the common programs write them: text, title, author and date come out right.
struct TemplateTests {
  static let first = """
    The draft programme on a single gas market was presented to both governments on 12 October, and it \
    is to be signed before the end of the year. Prices for Belarusian consumers will be tied to those in \
    the Smolensk region.
    """
  static let second = """
    Minsk had asked for the transition period to be shortened. Moscow refused, and pointed to the debts \
    that the Belarusian side has run up since 2019, which amount to more than 300 million dollars.
    """
  static let third = """
    It remains to be seen whether the common rules will apply to transit as well. The authors expect \
    that the talks on this point will drag on into the spring, and that a compromise will be reached.
    """
  static let paragraphs = "<p>\(first)</p><p>\(second)</p><p>\(third)</p>"
  static let lines = "\(first)<br><br>\(second)<br><br>\(third)"
  static let menu = """
    <ul class="menu"><li><a href="/">Home</a></li><li><a href="/about">About us</a></li>\
    <li><a href="/publications">Publications</a></li></ul>
    """
  static let others = """
    <h3>Latest articles</h3><ul><li><a href="/2021/09/tax">Tax harmonisation moves on</a></li>\
    <li><a href="/2021/08/oil">Oil transit after the summer repairs</a></li></ul>
    """

  static let pages: [(name: String, html: String, authors: [String], published: String?)] = [
    (
      "a blog with a sidebar and comments",
      """
      <html lang="en-US"><head><title>Single Gas Market &#8211; Institute</title>\
      <meta property="article:published_time" content="2021-11-08T09:30:00+00:00"></head>\
      <body class="single-post"><header id="masthead">\(menu)</header><main id="main"><article class="post">\
      <header class="entry-header"><h1 class="entry-title">Single Gas Market</h1><div class="entry-meta">\
      Posted on <time class="entry-date published" datetime="2021-11-08T09:30:00+00:00">November 8</time> by \
      <span class="author vcard"><a class="url fn n" href="/author/anna">Anna Nowak</a></span></div></header>\
      <div class="entry-content">\(paragraphs)<div class="sharedaddy"><h3>Share this:</h3><ul><li>\
      <a href="#">Twitter</a></li></ul></div></div><footer class="entry-footer">Posted in \
      <a href="/category/energy">Energy</a></footer></article><div id="comments"><h2>One thought</h2><ol \
      class="comment-list"><li><p>Great article, I wonder what the company will say about it.</p></li></ol>\
      </div></main><aside class="widget-area">\(others)</aside></body></html>
      """, ["Anna Nowak"], "2021-11-08T09:30:00Z"
    ),
    (
      "fields and regions",
      """
      <html lang="en"><head><title>Single Gas Market | Centre</title><meta name="dcterms.date" \
      content="2021-11-08"><meta name="dcterms.creator" content="Anna Nowak"></head><body><div class=\
      "region region-header">\(menu)</div><h1 id="page-title">Single Gas Market</h1><div class="node">\
      <div class="submitted">Submitted by anna on Mon, 11/08/2021</div><div class="field field-name-body">\
      <div class="field-item even">\(paragraphs)</div></div><div class="field-label">Tags:</div></div>\
      <div class="region-sidebar-second">\(others)</div></body></html>
      """, ["Anna Nowak"], "2021-11-08T00:00:00Z"
    ),
    (
      "an article with its facts in a list",
      """
      <html xml:lang="en-gb"><head><title>Single Gas Market</title><meta name="author" \
      content="Anna Nowak"></head><body><div class="moduletable_menu">\(menu)</div><div class="item-page">\
      <h2 itemprop="headline">Single Gas Market</h2><dl class="article-info"><dd class="createdby">Written \
      by Anna Nowak</dd><dd><time datetime="2021-11-08" itemprop="datePublished">8 November</time></dd>\
      <dd class="hits">Hits: 1412</dd></dl><div itemprop="articleBody">\(paragraphs)</div><ul \
      class="pagenav"><li><a href="/a">Prev</a></li></ul></div><div>\(others)</div></body></html>
      """, ["Anna Nowak"], "2021-11-08T00:00:00Z"
    ),
    (
      "tables for layout",
      """
      <HTML><HEAD><TITLE>Single Gas Market</TITLE></HEAD><BODY><TABLE><TR><TD COLSPAN=3>Institute</TD></TR>\
      <TR><TD VALIGN=TOP><A HREF=/>Home</A><BR><A HREF=/about>About</A><BR></TD><TD VALIGN=TOP>\(lines)\
      <BR></TD><TD><B>News</B><BR><A HREF=/1>Tax harmonisation moves on</A></TD></TR><TR><TD COLSPAN=3>\
      <FONT SIZE=1>Copyright 2021 Institute</FONT></TD></TR></TABLE></BODY></HTML>
      """, [], nil
    ),
    (
      "a script's page with its text in JSON-LD",
      """
      <html lang="en"><head><title>Single Gas Market</title><script type="application/ld+json">{"@graph":\
      [{"@type":"WebSite","name":"Institute"},{"@type":"NewsArticle","headline":"Single Gas Market",\
      "datePublished":"2021-11-08","author":[{"@type":"Person","name":"Anna Nowak"}],"articleBody":\
      "\(first)\\n\\n\(second)\\n\\n\(third)"}]}</script></head><body><div id="root"></div>\
      <noscript>You need to enable JavaScript to run this app.</noscript></body></html>
      """, ["Anna Nowak"], "2021-11-08T00:00:00Z"
    ),
    (
      "an accelerated page",
      """
      <html ⚡ lang="en"><head><title>Single Gas Market</title><script type="application/ld+json">\
      {"@type":"Article","headline":"Single Gas Market","datePublished":"2021-11-08","author":"Anna Nowak"}\
      </script></head><body><amp-sidebar id="sidebar">\(menu)</amp-sidebar><article><h1>Single Gas Market\
      </h1><figure><amp-img src="/gas.jpg"></amp-img><figcaption>A station. Photo: Institute</figcaption>\
      </figure><div class="amp-wp-article-content">\(paragraphs)</div></article></body></html>
      """, ["Anna Nowak"], "2021-11-08T00:00:00Z"
    ),
    (
      "elements without a meaning, and a banner",
      """
      <html lang=en><head><title>Single Gas Market - News - Institute of Studies</title></head><body><div \
      class="a1"><a href="/">Home</a> | <a href="/en">EN</a></div><div class="b2"><div class="b3">Single \
      Gas Market</div><div class="b4">08.11.2021</div><div class="b5">\(lines)</div><div class="b6">Share: \
      <a href="#">Facebook</a></div></div><div><div><a href="/x">Tax harmonisation moves on</a></div></div>\
      <div class="cookie-banner">We use cookies to improve your experience. By continuing to browse you \
      agree to our use of cookies.</div></body></html>
      """, [], "2021-11-08T00:00:00Z"
    ),
    (
      "a blog with its title in the site's and its author below",
      """
      <html lang=en><head><title>Institute blog: Single Gas Market</title></head><body><div class='blog-posts'>\
      <h2 class='date-header'><span>Monday, November 8, 2021</span></h2><div class='post hentry'><h3 \
      class='post-title entry-title'>Single Gas Market</h3><div class='post-body'>\(lines)</div><div \
      class='post-footer'>Posted by <span class='post-author vcard'><span class='fn'>Anna Nowak</span></span>\
      </div></div></div><div class='comments'><h4>2 comments:</h4><p>Thank you for this analysis, it is the \
      first that I could follow.</p></div><div class='sidebar'>\(others)</div></body></html>
      """, ["Anna Nowak"], "2021-11-08T00:00:00Z"
    ),
    (
      "a word processor's name for a title",
      """
      <html lang=en><head><title>Microsoft Word - spotlight_83.doc</title></head><body><h1>Single Gas Market\
      </h1>\(paragraphs)</body></html>
      """, [], nil
    ),
  ]

  @Test(arguments: pages.indices) func `a page of a common program is read`(index: Int) throws {
    let (name, html, authors, published) = Self.pages[index]
    let page = try PageReader.page(bytes: Array(html.utf8), address: "https://example.org/2021/gas")
    #expect(page.title == "Single Gas Market", "\(name)")
    #expect(page.authors == authors, "\(name)")
    #expect(page.published?.rfc3339 == published, "\(name)")
    let words = page.body.sections.flatMap { $0.text.split(whereSeparator: \.isWhitespace) }
    let expected = [Self.first, Self.second, Self.third].flatMap {
      $0.split(whereSeparator: \.isWhitespace)
    }
    #expect(words == expected, "\(name)")
  }

  @Test func `an authority's page in windows-1251 has the words of its heading for a title`() throws
  {
    let html = """
      <html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><title>\
      Министерство - Единый рынок газа</title></head><body><div class="top"><a href="/">Главная</a></div>\
      <div class="news-date">08.11.2021</div><h1>Единый рынок газа</h1><div class="news-text"><p>Проект \
      программы единого рынка газа был представлен обоим правительствам 12 октября, подписать его \
      планируется до конца года.</p></div><div class="footer">© Министерство, 2021</div></body></html>
      """
    let page = try PageReader.page(bytes: Windows1251.bytes(of: html))
    #expect(page.title == "Единый рынок газа")
    #expect(page.language == "ru")
    #expect(page.published?.rfc3339 == "2021-11-08T00:00:00Z")
    #expect(page.body.text.hasPrefix("Проект программы единого рынка газа"))
  }
}

/// For documents in the encoding of older Cyrillic pages.
enum Windows1251 {
  static func bytes(of text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x410...0x44F: UInt8(truncatingIfNeeded: scalar.value - 0x410 + 0xC0)
      case 0x401: 0xA8
      case 0x451: 0xB8
      case 0xA9: 0xA9
      default: UInt8(truncatingIfNeeded: scalar.value)
      }
    }
  }
}
