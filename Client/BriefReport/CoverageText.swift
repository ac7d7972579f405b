package import BriefClient
package import BriefModel

/// `coverage` for people.
package enum CoverageText {
  package static func lines(_ coverage: [Coverage], style: TextStyle) -> [String] {
    guard case .screen = style.layout else {
      return coverage.flatMap { source in
        source.intervals.map { interval in
          [
            source.source.rawValue, interval.first.rfc3339, interval.last.rfc3339,
            interval.isOpen ? "open" : "sealed",
          ].map(style.line).joined(separator: "\t")
        }
      }
    }
    return coverage.flatMap { source -> [String] in
      var lines = [style.paint(style.line(source.source.rawValue), .heading)]
      if source.intervals.isEmpty {
        lines += wrapped("nothing known: no whole document came yet", style)
      }
      for (index, interval) in source.intervals.enumerated() {
        let end = interval.isOpen ? " and going on" : ""
        lines += wrapped(
          "= complete \(Ages.minute(interval.first)) to \(Ages.minute(interval.last)) UTC\(end)",
          style)
        if index + 1 < source.intervals.count {
          lines.append(style.paint("  ? a possible gap", .changed))
        }
      }
      return lines
    }
  }

  private static func wrapped(_ text: String, _ style: TextStyle) -> [String] {
    Wrapping.lines(text, columns: style.columns, first: "  ", rest: "    ")
  }
}

/// `coverage --json`.
package struct CoverageDocument: Encodable, Sendable {
  package struct Interval: Encodable, Sendable {
    package var first: Timestamp
    package var last: Timestamp
    package var open: Bool
  }
  package struct Source: Encodable, Sendable {
    package var id: SourceID
    package var complete: [Interval]
  }

  package var sources: [Source]

  package init(_ coverage: [Coverage]) {
    sources = coverage.map { source in
      Source(
        id: source.source,
        complete: source.intervals.map {
          Interval(first: $0.first, last: $0.last, open: $0.isOpen)
        })
    }
  }
}
