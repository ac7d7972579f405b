/// Web addresses as they may stand in an answer, a log or an alert: without what opens them.
///
/// A user and password are left away, and of parameters that are named like a secret (`key`, `token`,
/// `password` ...) the value. What a server does not need to be told is never masked: an address that
/// holds no secret is shown as it is.
public enum ShownAddress {
  /// Takes the place of a secret; allowed in a query (RFC 3986, 3.4).
  private static let mask = "***"

  public static func of(_ address: String) -> String {
    guard let scheme = address.firstRange(of: "://"), Self.holdsMore(address.utf8) else {
      return address
    }
    let rest = address[scheme.upperBound...]
    let authorityEnd = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    var shown = String(address[..<scheme.upperBound])
    let authority = rest[..<authorityEnd]
    shown +=
      authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
    let path = rest[authorityEnd...]
    guard let mark = path.firstIndex(of: "?") else { return shown + path }
    let queryEnd = path[mark...].firstIndex(of: "#") ?? path.endIndex
    let query = path[path.index(after: mark)..<queryEnd]
    shown += path[...mark]
    shown += query.split(separator: "&", omittingEmptySubsequences: false).map(parameter)
      .joined(separator: "&")
    return shown + path[queryEnd...]
  }

  /// A sentence with the addresses that stand in it, each up to a blank.
  public static func inText(_ text: String) -> String {
    guard text.firstRange(of: "://") != nil, Self.holdsMore(text.utf8) else { return text }
    return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard let start = ["https://", "http://"].compactMap({ word.firstRange(of: $0) }).first
      else { return String(word) }
      return word[..<start.lowerBound] + of(String(word[start.lowerBound...]))
    }.joined(separator: " ")
  }

  private static func holdsMore(_ bytes: String.UTF8View) -> Bool {
    bytes.contains { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "?") }
  }

  private static func parameter(_ text: Substring) -> String {
    guard let equals = text.firstIndex(of: "="), isSecret(text[..<equals]) else {
      return String(text)
    }
    return text[...equals] + mask
  }

  private static func isSecret(_ name: Substring) -> Bool {
    let name = String(name.lowercased().filter { $0.isLetter })
    return ["auth", "pass", "pwd", "sig", "signature", "passphrase"].contains(name)
      || name.hasSuffix("key")
      || ["token", "secret", "password", "passwd"].contains { name.firstRange(of: $0) != nil }
  }
}
