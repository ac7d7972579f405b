/// What opens a source to us. Sent to the exact origin of the source's address, and to no other
/// that a redirect names. Never printed.
package enum Credentials: Hashable, Sendable {
  /// RFC 7617.
  case basic(user: String, password: String)
  /// RFC 6750.
  case bearer(token: String)
  /// Fields of the publisher's own making, such as an API key.
  case fields([HeaderField])

  /// The fields to send; `nil` when a value cannot stand on the wire.
  var headerFields: [HeaderField]? {
    let fields: [HeaderField] =
      switch self {
      case .basic(let user, let password):
        [HeaderField("Authorization", "Basic \(Base64.text(Array("\(user):\(password)".utf8)))")]
      case .bearer(let token): [HeaderField("Authorization", "Bearer \(token)")]
      case .fields(let fields): fields
      }
    if case .basic(let user, _) = self, user.utf8.contains(UInt8(ascii: ":")) { return nil }
    return fields.allSatisfy(\.isSendable) ? fields : nil
  }
}

extension Credentials {
  /// Whether what is sent to one URL may be sent to another: scheme, host and port are the same.
  package static func mayGo(from: String, to: String) -> Bool {
    guard let first = WebURL(text: from), let second = WebURL(text: to) else { return false }
    return first.origin == second.origin
  }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String {
    switch self {
    case .basic: "basic credentials (hidden)"
    case .bearer: "bearer token (hidden)"
    case .fields(let fields): "\(fields.count) secret fields (hidden)"
    }
  }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// RFC 4648, 4.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = (0..<3).reduce(0) {
        $0 << 8 | (start + $1 < bytes.count ? Int(bytes[start + $1]) : 0)
      }
      for place in 0..<4 {
        out.append(
          place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
