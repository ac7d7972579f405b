/// A whole page: one file that needs no other, runs no script and fetches nothing.
package struct HTMLPage: Sendable {
  private let title: String
  private let lead: HTML
  private var sections: [(place: String, heading: String, body: HTML)] = []
  private let footer: HTML

  /// - Parameters:
  ///   - lead: below the title, above the sections.
  ///   - footer: where the page is from.
  package init(_ title: String, lead: HTML, footer: HTML) {
    self.title = title
    self.lead = lead
    self.footer = footer
  }

  /// A section; a page with three or more lists them on top.
  package mutating func append(_ heading: String, place: String, _ body: HTML) {
    sections.append((place, heading, body))
  }

  package var text: String {
    let head = HTML.joined([
      .void("meta", [.init("charset", "utf-8")]),
      .void(
        "meta",
        [.init("name", "viewport"), .init("content", "width=device-width, initial-scale=1")]),
      .void("meta", [.init("name", "color-scheme"), .init("content", "light dark")]),
      // Nothing of the page may run or fetch, whatever it says.
      .void(
        "meta",
        [
          .init("http-equiv", "Content-Security-Policy"),
          .init("content", "default-src 'none'; style-src 'unsafe-inline'"),
        ]), .void("meta", [.init("name", "referrer"), .init("content", "no-referrer")]),
      .void("meta", [.init("name", "generator"), .init("content", "brief-sync")]),
      .element("title", [], text: title), .style(PageStyle.sheet),
    ])
    let skip = HTML.element(
      "a", [.init("class", "skip"), .init("href", "#content")], text: "Skip to the content")
    let body =
      skip + .element("header", [], .element("h1", [.init("dir", "auto")], text: title), lead)
      + contents + .element("main", [.init("id", "content"), .init("tabindex", "-1")], main)
      + .element("footer", [], footer)
    let page = HTML.element(
      "html", [.init("lang", "en")],
      .element("head", [], head)
        + .element(
          "body", [], body))
    return HTML.doctype.source + page.source + "\n"
  }

  private var main: HTML {
    .joined(
      sections.map { section in
        .element(
          "section", [.init("id", section.place), .init("aria-labelledby", "h-\(section.place)")],
          .element("h2", [.init("id", "h-\(section.place)")], text: section.heading),
          section.body)
      })
  }

  private var contents: HTML {
    guard sections.count >= 3 else { return .empty }
    let list = HTML.joined(
      sections.map { .element("li", [], .jump($0.place, .text($0.heading))) })
    return .element("nav", [.init("aria-label", "On this page")], .element("ul", [], list))
  }
}
