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
      if isInvisible(scalar) { continue }
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
    for scalar in text.clipped(to: limit).unicodeScalars where !isInvisible(scalar) {
      safe.append(scalar == "\n" || scalar == "\t" || !isBreak(scalar) ? scalar : "\u{FFFD}")
    }
    return String(safe)
  }

  /// C0, DEL, C1, line and paragraph separator.
  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028
      || scalar.value == 0x2029
  }

  /// Bidirectional embeddings, overrides, isolates and marks (UAX 9), zero-width spaces, the byte
  /// order mark, interlinear annotation, tags. Joiners stay: scripts need them.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    default:
      false
    }
  }
}
