package import BriefClient
import BriefModel

/// `search` for people: title, where it is from, the passage with its words marked.
package enum SearchText {
  package static func lines(_ found: SearchResults, style: TextStyle) -> [String] {
    guard case .screen = style.layout else {
      return found.results.map { record($0, style: style) }
    }
    var lines: [String] = []
    for result in found.results {
      if !lines.isEmpty { lines.append("") }
      let reference = result.publication.reference
      lines += Wrapping.lines(
        ChangesText.title(reference, style: style), columns: style.columns
      ).map { style.paint($0, .heading) }
      let facts = [
        reference.id.short, style.line(reference.source.rawValue),
        result.publication.published?.day.description,
        result.publication.presence.isWithdrawn ? "withdrawn" : nil,
      ].compactMap { $0 }
      lines.append(style.paint(facts.joined(separator: style.spelled(" · ")), .faint))
      if !result.passage.isEmpty {
        lines += Wrapping.lines(
          style.spelled("…") + marked(result, style: style) + style.spelled("…"),
          columns: style.columns, first: "    ")
      }
    }
    if found.isCut { lines += ["", "There is more: narrow the search, or give --limit."] }
    return lines
  }

  private static func record(_ result: SearchResults.Result, style: TextStyle) -> String {
    [
      result.publication.reference.id.hexadecimal,
      result.publication.published?.rfc3339 ?? "-", result.publication.reference.source.rawValue,
      result.publication.reference.title ?? "-", result.passage.isEmpty ? "-" : result.passage,
    ].map(style.line).joined(separator: "\t")
  }

  /// The words that were looked for, between asterisks where there is no colour to tell them.
  private static func marked(_ result: SearchResults.Result, style: TextStyle) -> String {
    let bytes = Array(result.passage.utf8)
    var text = ""
    var place = 0
    for mark in result.marks where mark.lowerBound >= place && mark.upperBound <= bytes.count {
      text += style.line(String(decoding: bytes[place..<mark.lowerBound], as: UTF8.self))
      let word = style.line(String(decoding: bytes[mark], as: UTF8.self))
      text += style.paint("*\(word)*", .changed)
      place = mark.upperBound
    }
    return text + style.line(String(decoding: bytes[place...], as: UTF8.self))
  }
}

/// `search --json`.
package struct SearchDocument: Encodable, Sendable {
  package struct Result: Encodable, Sendable {
    let result: SearchResults.Result

    private enum Keys: String, CodingKey { case score, passage, marks, publication }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Keys.self)
      try container.encode(result.score, forKey: .score)
      try container.encode(result.passage, forKey: .passage)
      try container.encode(
        result.marks.map { [$0.lowerBound, $0.upperBound] }, forKey: .marks)
      try container.encode(result.publication, forKey: .publication)
    }
  }

  package var query: String
  package var cut: Bool
  package var results: [Result]

  package init(_ found: SearchResults, query: String) {
    self.query = query
    cut = found.isCut
    results = found.results.map(Result.init)
  }
}
