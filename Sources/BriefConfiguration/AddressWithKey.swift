import BriefModel
import Foundation

/// An address as people copy it from a browser, with what opens it in front of the host:
/// `https://user:password@host/`. From here on the two go apart: the address is shown everywhere, and
/// the key nowhere.
package struct AddressWithKey {
  /// Without user and password.
  package var address: String
  /// `nil` when there was none.
  var key: SourceKey?

  package init(_ text: String) {
    address = text
    guard let scheme = text.firstRange(of: "://") else { return }
    let rest = text[scheme.upperBound...]
    let authority = rest[..<(rest.firstIndex { "/?#\\".contains($0) } ?? rest.endIndex)]
    guard let at = authority.lastIndex(of: "@") else { return }
    address = String(text[..<scheme.upperBound] + text[text.index(after: at)...])
    let parts = authority[..<at].split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let words = parts.map { $0.removingPercentEncoding ?? String($0) }
    key = SourceKey(
      kind: .basic, name: words.first ?? "", place: .written(words.count > 1 ? words[1] : ""))
  }
}
