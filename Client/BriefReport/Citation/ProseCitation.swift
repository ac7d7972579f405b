import BriefModel

/// A citation as a sentence.
package enum ProseCitation {
  /// Chicago, notes and bibliography: `Jan Kowalski` turned round for the first author only.
  package static func chicago(_ citation: Citation) -> String {
    let names = citation.creators.enumerated().map { index, author in
      switch author {
      case .institution(let name): name
      case .person(let given, let family): index == 0 ? "\(family), \(given)" : "\(given) \(family)"
      }
    }
    var parts = [ended(listed(names, and: "and")), ended(citation.title)]
    let series = [citation.series, citation.number].compactMap { $0 }.joined(separator: " ")
    parts.append(ended(series))
    let institution = citation.authors.isEmpty ? nil : citation.institution
    let day = citation.issued.map(month) ?? "n.d."
    parts.append(ended([institution, day].compactMap { $0 }.joined(separator: ", ")))
    parts.append("Version \(citation.version), accessed \(month(citation.accessed)).")
    parts.append(ended(citation.place ?? ""))
    parts.append("SHA-256 \(citation.contentDigest.hexadecimal).")
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// APA, seventh edition.
  package static func apa(_ citation: Citation) -> String {
    let names = citation.creators.map { author in
      switch author {
      case .institution(let name): name
      case .person(let given, let family): "\(family), \(initials(given))"
      }
    }
    let day = citation.issued.map { "\($0.year), \(months[$0.month - 1]) \($0.day)" } ?? "n.d."
    let number = citation.number.map { "No. \($0)" }
    let series = [citation.series, number].compactMap { $0 }.joined(separator: " ")
    let notes = [series.isEmpty ? nil : series, "Version \(citation.version)"].compactMap { $0 }
    var parts = ["\(ended(listed(names, and: "&")))", "(\(day))."]
    parts.append("\(citation.title) (\(notes.joined(separator: "; "))).")
    if !citation.authors.isEmpty, let institution = citation.institution {
      parts.append(ended(institution))
    }
    let origin = citation.place.map { ", from \($0)" } ?? ""
    parts.append("Retrieved \(month(citation.accessed))\(origin)")
    parts.append("[SHA-256 \(citation.contentDigest.hexadecimal)]")
    return parts.filter { !$0.isEmpty && $0 != "." }.joined(separator: " ")
  }

  /// `November 8, 2021`.
  private static func month(_ day: CalendarDate) -> String {
    "\(months[day.month - 1]) \(day.day), \(day.year)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func initials(_ given: String) -> String {
    given.split(separator: " ").map { name in
      name.split(separator: "-").compactMap { $0.first.map { "\($0)." } }.joined(separator: "-")
    }.joined(separator: " ")
  }

  private static func listed(_ names: [String], and word: String) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + ", \(word) " + last
  }

  /// With a full stop, unless it ends with a mark of its own.
  private static func ended(_ text: String) -> String {
    guard let last = text.last else { return "" }
    return ".?!…".contains(last) ? text : text + "."
  }
}
