import CCurl

/// Whether and where to go on after an answer with a redirect status.
enum RedirectRule {
  enum Step: Hashable, Sendable {
    /// `carriesSecrets`: whether the credentials may be sent there.
    case follow(WebURL, carriesSecrets: Bool)
    case stop(RedirectTrouble)
  }

  /// - Parameters:
  ///   - location: the Location field; `nil` when the answer has none that we can use.
  ///   - visited: the URLs asked for so far, `from` among them.
  ///   - start: the URL of the source, to whose origin the credentials belong.
  static func step(
    from: WebURL, location: String?, visited: [String], start: WebURL, hasSecrets: Bool,
    allowsPrivate: Bool, limit: Int
  ) -> Step {
    guard visited.count <= limit else { return .stop(.tooMany) }
    guard let location, !location.isEmpty else { return .stop(.noTarget) }
    guard let absolute = resolve(location, against: from) else { return .stop(.badTarget) }
    switch URLRule.read(absolute, allowsPrivate: allowsPrivate) {
    case .failure(let refusal):
      return .stop(.refused(refusal.reason))
    case .success(let target):
      guard !visited.contains(target.text) else { return .stop(.loop) }
      guard !(hasSecrets && from.scheme == "https" && target.scheme == "http") else {
        return .stop(.downgrade)
      }
      return .follow(target, carriesSecrets: target.origin == start.origin)
    }
  }

  /// The reference resolved by RFC 3986, 5.2; `nil` when it cannot be. Whether the result is fit
  /// to be asked for is for ``URLRule`` to say.
  static func resolve(_ reference: String, against base: WebURL) -> String? {
    let bytes = Array(reference.utf8)
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
    if hasScheme(bytes) { return reference }
    // libcurl takes a backslash for a letter and three slashes for one; browsers do not.
    let path = bytes.prefix { !"?#".utf8.contains($0) }
    guard !path.contains(UInt8(ascii: "\\")) else { return nil }
    if bytes.starts(with: "//".utf8) { return "\(base.scheme):\(reference)" }
    guard let handle = curl_url() else { return nil }
    defer { curl_url_cleanup(handle) }
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_set(handle, CURLUPART_URL, base.text, 0) == CURLUE_OK,
      curl_url_set(handle, CURLUPART_URL, reference, UInt32(CURLU_URLENCODE)) == CURLUE_OK,
      curl_url_get(handle, CURLUPART_URL, &text, 0) == CURLUE_OK, let text
    else { return nil }
    defer { curl_free(text) }
    return String(validatingCString: text)
  }

  /// RFC 3986, 3.1: a letter, then letters, digits, `+`, `-`, `.`, then a colon.
  private static func hasScheme(_ bytes: [UInt8]) -> Bool {
    let name = bytes.prefix { $0 != UInt8(ascii: ":") }
    guard name.count < bytes.count, let first = name.first, isLetter(first) else { return false }
    return name.allSatisfy {
      isLetter($0) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

/// What is wrong with a redirect.
package enum RedirectTrouble: Hashable, Sendable {
  case tooMany
  case loop
  case noTarget
  case badTarget
  case refused(URLRule.Reason)
  /// From https to http, while the source has credentials.
  case downgrade

  package var name: String {
    switch self {
    case .tooMany: "too-many"
    case .loop: "loop"
    case .noTarget: "no-target"
    case .badTarget: "bad-target"
    case .refused(let reason): reason.name
    case .downgrade: "downgrade"
    }
  }

  /// The rest of a sentence that begins "The server redirects".
  var clause: String {
    switch self {
    case .tooMany: "too many times in a row"
    case .loop: "in a circle"
    case .noTarget: "without saying where to"
    case .badTarget: "to something that is no URL"
    case .refused(let reason): "to a URL that \(reason.clause)"
    case .downgrade: "from https to http, where credentials would travel in clear"
    }
  }
}
