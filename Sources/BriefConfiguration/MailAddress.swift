/// A mail address that can stand on the wire as it is (RFC 5321, 4.1.2: dot-string and domain
/// alone).
///
/// Quoted local parts, comments, addresses in other scripts and address literals are refused:
/// whatever is left cannot carry a line break, an angle bracket or a second recipient.
package struct MailAddress: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  /// `nil` unless the text is `local@domain` in ASCII.
  package init?(_ text: String) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254, Self.isDotString(parts[0]),
      parts[0].utf8.count <= 64, Self.isDomain(parts[1])
    else { return nil }
    self.text = text
  }

  package var description: String { text }

  package var domain: String { text.split(separator: "@").last.map(String.init) ?? "" }

  private static func isDotString(_ text: Substring) -> Bool {
    let atoms = text.split(separator: ".", omittingEmptySubsequences: false)
    // A hyphen in front could be taken for an option by a program behind the server.
    return !text.hasPrefix("-")
      && atoms.allSatisfy { atom in
        !atom.isEmpty
          && atom.utf8.allSatisfy { isAlphanumeric($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
      }
  }

  private static func isDomain(_ text: Substring) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
        && label.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A)
      || (byte >= 0x61 && byte <= 0x7A)
  }
}
