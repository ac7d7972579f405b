/// Text made fit to stand in HTML and XML, between tags and in quoted values of attributes.
package enum MarkupEscape {
  /// The five characters that markup is made of become references; what XML 1.0 does not allow at
  /// all (section 2.2: control characters but tab and line ends, U+FFFE, U+FFFF) is dropped.
  package static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: mayNeedIt) else { return text }
    var result = ""
    result.unicodeScalars.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): continue
      case "\u{FFFE}", "\u{FFFF}": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func mayNeedIt(_ byte: UInt8) -> Bool {
    switch byte {
    case ..<0x20, 0x7F, 0xC2, 0xEF: true
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
