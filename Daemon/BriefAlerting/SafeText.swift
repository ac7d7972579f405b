import BriefModel

/// Text of a feed made fit for one line of a log, a header or a title: no line break, no control or
/// bidirectional character, nothing invisible.
enum SafeText {
  /// Control characters and line breaks become spaces, others that a reader cannot see are left
  /// out; runs of spaces become one; cut to `limit` UTF-8 bytes.
  static func line(_ text: String, limit: Int) -> String {
    var line = String.UnicodeScalarView()
    var bytes = 0
    var endsInSpace = true
    for scalar in text.unicodeScalars {
      if HiddenScalar.isInvisible(scalar) { continue }
      let isSpace = isBreak(scalar) || scalar.properties.isWhitespace
      if isSpace && endsInSpace { continue }
      line.append(isSpace ? " " : scalar)
      endsInSpace = isSpace
      bytes += UTF8.width(isSpace ? " " : scalar)
      // Some more, so that the cut sees that there was more.
      if bytes > limit + 8 { break }
    }
    if line.last == " " { line.removeLast() }
    return String(line).clipped(to: limit)
  }

  /// The text of a body: lines stay, other control characters become U+FFFD, bidirectional ones go.
  static func paragraphs(_ text: String, limit: Int) -> String {
    var safe = String.UnicodeScalarView()
    for scalar in text.clipped(to: limit).unicodeScalars where !HiddenScalar.isInvisible(scalar) {
      safe.append(scalar == "\n" || scalar == "\t" || !isBreak(scalar) ? scalar : "\u{FFFD}")
    }
    return String(safe)
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    HiddenScalar.isControl(scalar) || scalar == "\u{2028}" || scalar == "\u{2029}"
  }
}
