package import BriefClient
import BriefModel

/// `when` for people: first and last time per source.
package enum WhenText {
  package static func lines(_ spans: [PhraseSpan], style: TextStyle) -> [String] {
    guard case .screen = style.layout else { return spans.map { record($0, style: style) } }
    return spans.flatMap { span -> [String] in
      let state = span.stands ? "still said" : "no longer said"
      return [
        style.paint(style.line(span.source.rawValue), .heading)
          + ": \(counted(span.publications, "publication")), \(state)"
      ] + place("first", span.first, style: style) + place("last", span.last, style: style)
    }
  }

  private static func place(
    _ name: String, _ place: PhraseSpan.Place, style: TextStyle
  ) -> [String] {
    let title = place.publication.title.map(style.line) ?? "(no title)"
    return Wrapping.lines(
      "\(Ages.minute(place.seen)) UTC, version \(place.version) of \(place.publication.id.short): \(title)",
      columns: style.columns, first: "  " + style.padded(name, to: 6), rest: "        ")
  }

  private static func record(_ span: PhraseSpan, style: TextStyle) -> String {
    [
      span.source.rawValue, span.first.seen.rfc3339, span.first.publication.id.hexadecimal,
      String(span.first.version), span.last.seen.rfc3339, span.last.publication.id.hexadecimal,
      String(span.last.version), span.stands ? "stands" : "gone",
    ].map(style.line).joined(separator: "\t")
  }
}

/// `when --json`.
package struct WhenDocument: Encodable, Sendable {
  package struct Source: Encodable, Sendable {
    let span: PhraseSpan

    private enum Keys: String, CodingKey { case source, publications, stands, first, last }
    private enum PlaceKeys: String, CodingKey { case publication, version, seen }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Keys.self)
      try container.encode(span.source, forKey: .source)
      try container.encode(span.publications, forKey: .publications)
      try container.encode(span.stands, forKey: .stands)
      for (key, place) in [(Keys.first, span.first), (.last, span.last)] {
        var inner = container.nestedContainer(keyedBy: PlaceKeys.self, forKey: key)
        try inner.encode(place.publication, forKey: .publication)
        try inner.encode(place.version, forKey: .version)
        try inner.encode(place.seen, forKey: .seen)
      }
    }
  }

  package var phrase: String
  package var sources: [Source]

  package init(_ spans: [PhraseSpan], phrase: String) {
    self.phrase = phrase
    sources = spans.map(Source.init)
  }
}
