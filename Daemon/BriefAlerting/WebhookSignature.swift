import BriefModel
import Crypto
import Foundation

/// The signing secret of a webhook, by the Standard Webhooks convention: `whsec_` and base64, or
/// any other text as it is. Never printed.
package struct WebhookSecret: Sendable, CustomStringConvertible, CustomReflectable {
  private let key: SymmetricKey

  /// `nil` for an empty secret, or a `whsec_` one whose rest is no base64.
  package init?(_ text: String) {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    let prefix = "whsec_"
    if text.hasPrefix(prefix) {
      guard let bytes = Data(base64Encoded: String(text.dropFirst(prefix.count))), !bytes.isEmpty
      else { return nil }
      key = SymmetricKey(data: bytes)
    } else {
      guard !text.isEmpty else { return nil }
      key = SymmetricKey(data: Data(text.utf8))
    }
  }

  /// `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`.
  func signature(id: String, timestamp: Timestamp, body: String) -> String {
    let signed = Data("\(id).\(timestamp.seconds).\(body)".utf8)
    let code = HMAC<SHA256>.authenticationCode(for: signed, using: key)
    return "v1,\(Data(code).base64EncodedString())"
  }

  package var description: String { "secret (hidden)" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
