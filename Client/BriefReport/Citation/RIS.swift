import BriefModel

/// A citation in the RIS format: a tag a line, CR LF between them.
package enum RIS {
  package static func text(_ citation: Citation) -> String {
    var lines: [String] = []
    func add(_ tag: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      // A line of its own would be taken for a tag.
      let line = value.split(whereSeparator: \.isNewline).joined(separator: " ")
      lines.append("\(tag)  - \(line)")
    }
    add("TY", "RPRT")
    add("ID", citation.key)
    for author in citation.creators {
      switch author {
      case .person(let given, let family): add("AU", "\(family), \(given)")
      case .institution(let name): add("AU", name)
      }
    }
    add("TI", citation.title)
    add("T2", citation.series)
    add("SN", citation.number)
    add("PB", citation.institution)
    if let issued = citation.issued {
      add("PY", "\(issued.year)")
      add("DA", day(issued.description))
    }
    add("Y2", day(citation.accessed.description))
    add("ET", "version \(citation.version)")
    add("LA", citation.language)
    add("UR", citation.address)
    add("N1", citation.proof)
    lines.append("ER  - ")
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  /// `2021/11/08/`: year, month, day and a part for other words.
  private static func day(_ iso: String) -> String {
    iso.split(separator: "-").joined(separator: "/") + "/"
  }
}
