package import BriefClient
package import BriefModel

/// `figures` for people, and a line a figure for programs.
package enum FiguresText {
  package static func lines(
    _ figures: [StatedFigure], style: TextStyle, label: (TopicID) -> String
  ) -> [String] {
    guard case .screen = style.layout else {
      return figures.map { FiguresCSV.cells($0).map(style.line).joined(separator: "\t") }
    }
    var lines: [String] = []
    let byTopic = Dictionary(grouping: figures, by: \.figure.topic).sorted { $0.key < $1.key }
    for (index, (topic, figures)) in byTopic.enumerated() {
      if index > 0 { lines.append("") }
      lines.append(style.paint(style.line(label(topic)), .heading))
      for stated in figures {
        let subject = stated.figure.subject.map { " " + style.line($0) } ?? ""
        lines += Wrapping.lines(
          "\(stated.said)  \(style.line(stated.figure.text))\(subject)", columns: style.columns,
          first: "  ", rest: "    ")
        lines += Wrapping.lines(
          "\(style.line(stated.publication.source.rawValue)) (\(stated.publication.id.short)): "
            + style.spelled("“") + style.line(stated.figure.passage) + style.spelled("”"),
          columns: style.columns, first: "      "
        ).map { style.paint($0, .faint) }
      }
    }
    return lines
  }
}

/// `figures --csv`.
package enum FiguresCSV {
  package static let heads = [
    "topic", "said", "kind", "value", "unit", "subject", "text", "source", "publication",
    "version", "link", "passage",
  ]

  package static func lines(_ figures: [StatedFigure]) -> [String] {
    [CSV.line(heads)] + figures.map { CSV.line(cells($0)) }
  }

  static func cells(_ stated: StatedFigure) -> [String] {
    let figure = stated.figure
    return [
      figure.topic.rawValue, "\(stated.said)", figure.kind.rawValue, number(figure.value),
      figure.unit, figure.subject ?? "", figure.text, stated.publication.source.rawValue,
      stated.publication.id.hexadecimal, "\(stated.version)", stated.publication.link ?? "",
      figure.passage,
    ]
  }

  /// Without an exponent and without a fraction that is none.
  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
  }
}

/// `figures --json`: each figure with its statement beside it.
package struct FiguresDocument: Encodable, Sendable {
  package struct Row: Encodable, Sendable {
    private let stated: StatedFigure

    init(_ stated: StatedFigure) { self.stated = stated }

    private enum CodingKeys: String, CodingKey {
      case topic, kind, value, unit, subject, text, passage, said, publication, version
    }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(stated.figure.topic, forKey: .topic)
      try container.encode(stated.figure.kind, forKey: .kind)
      try container.encode(stated.figure.value, forKey: .value)
      try container.encode(stated.figure.unit, forKey: .unit)
      try container.encode(stated.figure.subject, forKey: .subject)
      try container.encode(stated.figure.text, forKey: .text)
      try container.encode(stated.figure.passage, forKey: .passage)
      try container.encode(stated.said, forKey: .said)
      try container.encode(stated.publication, forKey: .publication)
      try container.encode(stated.version, forKey: .version)
    }
  }

  package var figures: [Row]
  package init(_ figures: [StatedFigure]) { self.figures = figures.map(Row.init) }
}
