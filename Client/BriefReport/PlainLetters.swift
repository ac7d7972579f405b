/// Text for a terminal that knows ASCII only: to such a one the bytes of UTF-8 are other letters, or
/// control sequences (0x9B begins one).
enum PlainLetters {
  /// Latin letters lose their marks, typographic signs become plain ones, the rest becomes `?`.
  static func ascii(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else {
        result += spelling(of: scalar)
      }
    }
    return result
  }

  private static func spelling(of scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "‘", "’", "‚", "‹", "›": return "'"
    case "“", "”", "„", "«", "»": return "\""
    case "–", "—", "‐", "‑", "−": return "-"
    case "…": return "..."
    case "→": return "->"
    case "•", "·": return "*"
    case "\u{a0}", "\u{202f}", "\u{2009}": return " "
    case "ß": return "ss"
    default: break
    }
    guard scalar.properties.canonicalCombiningClass == .notReordered else { return "" }
    // The character's name says its letter: LATIN SMALL LETTER L WITH STROKE.
    let words = (scalar.properties.name ?? "").split(separator: " ")
    guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER", words[3].count == 1 else {
      return "?"
    }
    return words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
  }
}
