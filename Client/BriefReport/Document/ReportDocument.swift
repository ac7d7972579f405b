import BriefModel

/// A report that is made once and printed as text, Markdown or HTML.
package struct ReportDocument: Sendable {
  package struct Part: Sendable {
    var heading: String
    /// Its name in addresses.
    var place: String
    var blocks: [Block]
  }

  package enum Block: Sendable {
    case paragraph([Span])
    /// What must not be overlooked.
    case warning([Span])
    case items([Item])
    case table(caption: String, heads: [String], rows: [[[Span]]])
    /// For the page only; text and Markdown say the same in words.
    case drawing(HTML)
  }

  package struct Item: Sendable {
    /// One word that says what kind it is, with its mark: `~ edited`.
    var tag: String?
    var spans: [Span]
    /// Lines below it.
    var details: [[Span]] = []
    var differences: [Difference] = []
    var quote: String?
    /// Of the publication's own words.
    var language: String?
  }

  package enum Span: Sendable {
    /// Ours or a stranger's: each printer makes it harmless.
    case text(String)
    case strong(String)
    /// A stranger's words with the address that they lead to.
    case link(String, String?)
    /// A command to run, or an id.
    case code(String)
  }

  var title: String
  var lead: [Span]
  var parts: [Part] = []
  /// The store that answered.
  var cursor: Cursor

  mutating func append(_ heading: String, place: String, _ blocks: [Block]) {
    parts.append(Part(heading: heading, place: place, blocks: blocks))
  }
}

extension ReportDocument.Block {
  static func sentence(_ text: String) -> Self { .paragraph([.text(text)]) }
}

extension ReportDocument {
  /// A publication's title with its series, leading to where it was published.
  static func title(_ reference: PublicationReference) -> [Span] {
    let words = reference.title ?? reference.link ?? "(no title)"
    // Many titles name their series themselves.
    let isNamed = reference.number.map { words.contains($0) } ?? false
    let series =
      isNamed
      ? "" : [reference.series, reference.number].compactMap { $0 }.joined(separator: " ")
    return (series.isEmpty ? [] : [.text(series + ": ")]) + [.link(words, reference.link)]
  }

  /// Source and id of a version, as commands take it.
  static func origin(_ reference: PublicationReference, version: Int? = nil) -> [Span] {
    let version = version.map { "@v\($0)" } ?? ""
    return [
      .text(reference.source.rawValue + " · "),
      .code(String(reference.id.hexadecimal.prefix(10)) + version),
    ]
  }
}
