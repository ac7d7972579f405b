import BriefModel

/// Makes text from strangers fit to be shown on a terminal: the one place that does it for reports.
///
/// A feed's title may hold escape sequences that move the cursor, line feeds that fake a line of
/// ours, or bidirectional overrides that turn words around (Unicode TR 36). Each such character is
/// shown by its number, `<U+202E>`; white space other than a blank becomes a blank.
package enum VisibleText {
  /// One line.
  package static func line(_ text: String) -> String { shown(text, keepsLineFeeds: false) }

  /// Lines stay lines.
  package static func lines(_ text: String) -> String { shown(text, keepsLineFeeds: true) }

  private static func shown(_ text: String, keepsLineFeeds: Bool) -> String {
    guard text.utf8.contains(where: mayBeginHidden) else { return text }
    var result = ""
    result.unicodeScalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0a where keepsLineFeeds: result.unicodeScalars.append(scalar)
      case 0x09, 0x0a, 0x0d, 0x85, 0x2028, 0x2029: result.unicodeScalars.append(" ")
      case _ where HiddenScalar.isControl(scalar) || HiddenScalar.isInvisible(scalar):
        result += "<U+\(number(scalar.value))>"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// First bytes in UTF-8 of all that ``shown`` treats.
  private static func mayBeginHidden(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7f || byte == 0xc2 || byte == 0xd8 || byte == 0xe2 || byte == 0xef
      || byte == 0xf3
  }

  private static func number(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
