package import BriefClient
package import BriefModel

/// `blame` for people: version and day before each sentence.
package enum BlameText {
  package static func lines(_ sentences: [AttributedSentence], style: TextStyle) -> [String] {
    guard case .screen = style.layout else {
      return sentences.map {
        [String($0.version), $0.since.rfc3339, $0.text].map(style.line).joined(separator: "\t")
      }
    }
    let newest = sentences.map(\.version).max() ?? 1
    let digits = String(newest).count
    return sentences.flatMap { sentence -> [String] in
      let number = String(sentence.version)
      let blanks = String(repeating: " ", count: digits - number.count)
      let mark = "\(blanks)v\(number) \(sentence.since.day)  "
      let isEdited = sentence.version > 1
      return Wrapping.lines(
        style.line(sentence.text), columns: style.columns,
        first: isEdited ? style.paint(mark, .changed) : style.paint(mark, .faint),
        rest: String(repeating: " ", count: style.isNarrow ? 2 : mark.count))
    }
  }
}

/// `blame --json`.
package struct BlameDocument: Encodable, Sendable {
  package struct Sentence: Encodable, Sendable {
    package var version: Int
    package var since: Timestamp
    package var text: String
  }

  package var publication: PublicationReference
  package var sentences: [Sentence]

  package init(_ publication: Publication, _ sentences: [AttributedSentence]) {
    self.publication = publication.reference
    self.sentences = sentences.map {
      Sentence(version: $0.version, since: $0.since, text: $0.text)
    }
  }
}
