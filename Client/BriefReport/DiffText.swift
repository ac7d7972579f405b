package import BriefClient
package import BriefModel

/// `diff` for people: each difference with its class, in context. Marks say what colour says:
/// `[-old-]{+new+}`.
package enum DiffText {
  package static func lines(_ comparison: VersionComparison, style: TextStyle) -> [String] {
    let reference = comparison.publication.reference
    var lines = Wrapping.lines(
      ChangesText.title(reference, style: style), columns: style.columns
    ).map { style.paint($0, .heading) }
    let (older, newer) = (comparison.older, comparison.newer)
    let silence =
      comparison.isSilent.map { $0 ? "silent edit, " : "announced edit, " }
      ?? (comparison.isUpgrade ? "no edit, the text was read at another place, " : "")
    lines += Wrapping.lines(
      """
      version \(older.number) (\(Ages.minute(older.firstSeen))) to \(newer.number) \
      (\(Ages.minute(newer.firstSeen)) UTC): \(silence)\
      \(counted(comparison.differences.count, "difference"))
      """, columns: style.columns
    ).map { style.paint($0, .faint) }
    return lines + self.lines(comparison.differences, style: style)
  }

  package static func lines(_ differences: [Difference], style: TextStyle) -> [String] {
    differences.flatMap { difference -> [String] in
      let field = difference.field == .text ? "" : " in \(difference.field.rawValue)"
      return ["", style.paint(difference.class.rawValue, .changed) + field]
        + Wrapping.lines(marked(difference, style: style), columns: style.columns, first: "    ")
    }
  }

  /// The difference with its marks, between the words around it.
  ///
  /// - Parameter contextWords: words on either side at most; `nil` is all that were kept.
  static func marked(
    _ difference: Difference, style: TextStyle, contextWords: Int? = nil
  ) -> String {
    var (before, after) = (difference.contextBefore, difference.contextAfter)
    if let contextWords {
      before = before.split(separator: " ").suffix(contextWords).joined(separator: " ")
      after = after.split(separator: " ").prefix(contextWords).joined(separator: " ")
    }
    var text = before.isEmpty ? "" : style.line(before) + " "
    if let old = difference.before {
      text += style.paint("[-\(style.line(old))-]", .removed)
    }
    if let new = difference.after {
      text += style.paint("{+\(style.line(new))+}", .added)
    }
    if let first = after.unicodeScalars.first {
      // Punctuation stands at the word before it.
      text += (isWordStart(first) ? " " : "") + style.line(after)
    }
    return text
  }

  private static func isWordStart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80, (scalar.value | 0x20) >= 0x61, (scalar.value | 0x20) <= 0x7A {
      return true
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "("
      || scalar == "“" || scalar == "„" || scalar == "«" || scalar == "\"" || scalar == "–"
      || scalar == "—"
  }
}
