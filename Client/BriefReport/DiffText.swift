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
    let silence = comparison.isSilent.map { $0 ? "silent edit, " : "announced edit, " } ?? ""
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
    var before = difference.contextBefore.split(separator: " ")
    var after = difference.contextAfter.split(separator: " ")
    if let contextWords {
      before = Array(before.suffix(contextWords))
      after = Array(after.prefix(contextWords))
    }
    var text = before.isEmpty ? "" : style.line(before.joined(separator: " ")) + " "
    if let old = difference.before {
      text += style.paint("[-\(style.line(old))-]", .removed)
    }
    if let new = difference.after {
      text += style.paint("{+\(style.line(new))+}", .added)
    }
    if let first = after.first {
      // Punctuation stands at the word before it.
      let isMark = first.unicodeScalars.first.map { !isWordStart($0) } ?? false
      text += (isMark ? "" : " ") + style.line(after.joined(separator: " "))
    }
    return text
  }

  private static func isWordStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "("
      || scalar == "“" || scalar == "„" || scalar == "«" || scalar == "\"" || scalar == "–"
      || scalar == "—"
  }
}
