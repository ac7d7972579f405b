import BriefModel

/// A piece of HTML. Text and addresses of strangers enter through ``text(_:)`` and ``link(_:_:)``
/// only, which escape them; elements and attributes are ours.
package struct HTML: Hashable, Sendable {
  package private(set) var source: String

  private init(source: String) { self.source = source }

  package static let empty = HTML(source: "")

  /// Text as it reads: what could turn words around or hide is shown by its number.
  package static func text(_ text: String) -> HTML {
    HTML(source: MarkupEscape.escaped(VisibleText.line(text)))
  }

  /// An element of ours with its content.
  package static func element(
    _ name: StaticString, _ attributes: [Attribute] = [], _ content: HTML...
  ) -> HTML {
    element(name, attributes, joined(content))
  }

  package static func element(
    _ name: StaticString, _ attributes: [Attribute] = [], _ content: HTML
  ) -> HTML {
    HTML(source: "<\(name)\(Attribute.source(attributes))>\(content.source)</\(name)>")
  }

  /// The same with text alone in it.
  package static func element(
    _ name: StaticString, _ attributes: [Attribute] = [], text: String
  ) -> HTML {
    element(name, attributes, HTML.text(text))
  }

  /// An element that has no content: `meta`, or a line of a drawing.
  package static func void(_ name: StaticString, _ attributes: [Attribute]) -> HTML {
    HTML(source: "<\(name)\(Attribute.source(attributes))>")
  }

  /// An element of a drawing without content, which must be closed.
  package static func shape(_ name: StaticString, _ attributes: [Attribute]) -> HTML {
    HTML(source: "<\(name)\(Attribute.source(attributes)) />")
  }

  /// A link, where the address is one of the web; else the words alone.
  package static func link(_ address: String?, _ content: HTML) -> HTML {
    guard let address = SafeAddress.of(address) else { return content }
    return element("a", [.init("href", address), .init("rel", "noreferrer noopener")], content)
  }

  /// A link to a place on the same page.
  package static func jump(_ place: String, _ content: HTML) -> HTML {
    element("a", [.init("href", "#\(place)")], content)
  }

  package static func joined(_ pieces: [HTML], separator: String = "") -> HTML {
    HTML(source: pieces.map(\.source).joined(separator: MarkupEscape.escaped(separator)))
  }

  /// A style sheet of ours.
  static func style(_ sheet: StaticString) -> HTML { HTML(source: "<style>\(sheet)</style>") }

  static let doctype = HTML(source: "<!DOCTYPE html>\n")

  package static func + (a: HTML, b: HTML) -> HTML { HTML(source: a.source + b.source) }

  package static func += (a: inout HTML, b: HTML) { a.source += b.source }

  /// An attribute of ours; its value may be a stranger's.
  package struct Attribute: Hashable, Sendable {
    private let name: String
    private let value: String

    package init(_ name: StaticString, _ value: String) {
      self.name = "\(name)"
      self.value = value
    }

    fileprivate static func source(_ attributes: [Attribute]) -> String {
      attributes.map { " \($0.name)=\"\(MarkupEscape.escaped(VisibleText.line($0.value)))\"" }
        .joined()
    }
  }
}

extension HTML {
  /// Words of a publication: in its language, and in the direction of its own letters.
  package static func foreign(_ text: String, language: String?) -> HTML {
    element("span", foreignAttributes(language), text: text)
  }

  package static func foreignAttributes(_ language: String?) -> [Attribute] {
    var attributes = [Attribute("dir", "auto")]
    if let language, isLanguageTag(language) { attributes.append(Attribute("lang", language)) }
    return attributes
  }

  /// The letters of BCP 47: a feed may state anything.
  private static func isLanguageTag(_ text: String) -> Bool {
    (2...16).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (0x61...0x7a).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2d
      }
  }

  /// A day or moment that programs can read, too.
  package static func time(_ iso: String, _ words: String) -> HTML {
    element("time", [Attribute("datetime", iso)], text: words)
  }
}
