import BriefModel

/// A citation as BibTeX writes it: `@techreport`, which `bibtex` and `biber` both know. Beside the
/// classic fields stand those of biblatex (`date`, `urldate`, `version`), which `bibtex` passes
/// over.
package enum BibTeX {
  package static func text(_ citation: Citation) -> String {
    var fields: [(name: String, value: String)] = []
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { fields.append((name, value)) }
    }
    add("author", citation.creators.map(name).joined(separator: " and "))
    // The second pair of braces keeps capital letters as they are.
    add("title", "{\(LaTeXText.escaped(citation.title))}")
    add("institution", "{\(LaTeXText.escaped(citation.institution ?? "n.p."))}")
    add("type", citation.series.map { "{\(LaTeXText.escaped($0))}" })
    add("number", citation.number.map(LaTeXText.escaped))
    add("year", citation.issued.map { "\($0.year)" } ?? "n.d.")
    add("month", citation.issued.map { "\($0.month)" })
    add("date", citation.issued?.description)
    add("url", citation.address)
    add("urldate", citation.accessed.description)
    add("version", "\(citation.version)")
    add("langid", citation.language.flatMap { languages[String($0.prefix(2))] })
    add(
      "note",
      "Version \(citation.version), read \(citation.accessed), SHA-256 "
        + citation.contentDigest.hexadecimal
        + (citation.formerAddress.map { ", at \(LaTeXText.escaped($0))" } ?? ""))
    let lines = fields.map { "  \($0.name) = {\($0.value)}" }
    return "@techreport{\(citation.key),\n\(lines.joined(separator: ",\n"))\n}\n"
  }

  /// Braces keep a body whole, and a family name of several words together.
  private static func name(_ author: AuthorName) -> String {
    switch author {
    case .institution(let name): "{\(LaTeXText.escaped(name))}"
    case .person(let given, let family):
      "{\(LaTeXText.escaped(family))}, \(guarded(LaTeXText.escaped(given)))"
    }
  }

  /// `and` and commas between braces belong to the name.
  private static func guarded(_ name: String) -> String {
    name.lowercased().split(separator: " ").contains("and") || name.contains(",")
      ? "{\(name)}" : name
  }

  /// Names of babel.
  private static let languages = [
    "en": "english", "pl": "polish", "ru": "russian", "be": "belarusian", "uk": "ukrainian",
    "de": "german", "lt": "lithuanian",
  ]
}

/// Plain text as LaTeX reads it back.
enum LaTeXText {
  /// Specials become commands in braces, so that braces stay balanced (BibTeX counts them even
  /// behind a backslash); Latin letters with marks become accents, so that `bibtex`, which knows
  /// bytes only, cuts none in two; other scripts stay UTF-8.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars { result += escaped(scalar) }
    return result
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\\": return "{\\textbackslash}"
    case "{": return "{\\textbraceleft}"
    case "}": return "{\\textbraceright}"
    case "~": return "{\\textasciitilde}"
    case "^": return "{\\textasciicircum}"
    case "<": return "{\\textless}"
    case ">": return "{\\textgreater}"
    case "|": return "{\\textbar}"
    case "\"": return "{\\textquotedbl}"
    case "&", "%", "$", "#", "_": return "\\\(scalar)"
    case "–": return "--"
    case "—": return "---"
    case "\u{a0}": return "~"
    default: return scalar.value < 0x80 ? String(scalar) : accented(scalar) ?? String(scalar)
    }
  }

  /// The character's name says its letter and its mark: LATIN SMALL LETTER N WITH ACUTE.
  private static func accented(_ scalar: Unicode.Scalar) -> String? {
    if let command = letters[scalar] { return "{\\\(command)}" }
    let words = (scalar.properties.name ?? "").split(separator: " ")
    guard words.count >= 6, words[0] == "LATIN", words[2] == "LETTER", words[3].count == 1,
      words[4] == "WITH", let command = marks[words[5...].joined(separator: " ")]
    else { return nil }
    let letter = words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
    let base = letter == "i" && !"kcdb".contains(command) ? "\\i" : letter
    return "{\\\(command){\(base)}}"
  }

  private static let marks = [
    "ACUTE": "'", "GRAVE": "`", "CIRCUMFLEX": "^", "TILDE": "~", "DIAERESIS": "\"",
    "DOUBLE ACUTE": "H", "CARON": "v", "CEDILLA": "c", "OGONEK": "k", "DOT ABOVE": ".",
    "MACRON": "=", "BREVE": "u", "RING ABOVE": "r", "DOT BELOW": "d",
  ]

  private static let letters: [Unicode.Scalar: String] = [
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE",
    "đ": "dj", "Đ": "DJ", "ı": "i",
  ]
}
