/// Which URLs may be asked for, decided from their text alone.
///
/// The address that a name leads to is judged later, where the connection is made; here falls what
/// can be known before: scheme, spelling, ports, names and addresses of this machine and network.
package enum URLRule {
  package enum Verdict: Hashable, Sendable {
    case allowed
    case refused(Reason)
  }

  package enum Reason: Hashable, Sendable {
    /// Not http or https, or no scheme at all.
    case scheme
    /// Longer than a server would take.
    case length
    /// A control character or a line break.
    case controlCharacter
    /// A blank in front or at the end, left from copying.
    case blank
    /// Not `scheme://host...`, a backslash, a host that is none, a port that is none.
    case malformed
    /// A user or password in the URL.
    case userInformation
    /// A port that belongs to another protocol.
    case port
    /// A name that only this machine or network knows.
    case localName
    case address(AddressRule.Kind)
  }

  /// Bytes; the longest request line that common servers take.
  static let longestURL = 8 << 10

  package static func verdict(url text: String, allowsPrivate: Bool = false) -> Verdict {
    switch read(text, allowsPrivate: allowsPrivate) {
    case .success: .allowed
    case .failure(let refusal): .refused(refusal.reason)
    }
  }

  /// The address as it is asked for, with its port: two texts that give the same lead to one document.
  /// `nil` of what is no web address.
  package static func asked(_ text: String) -> String? {
    guard let url = WebURL(text: text) else { return nil }
    let rest = url.text.dropFirst(url.scheme.count + "://".count)
    return url.origin + rest.drop { $0 != "/" && $0 != "?" }
  }

  struct Refusal: Error, Hashable {
    var reason: Reason
  }

  /// Why no request would be made; `nil` when one may be.
  package static func refusal(of text: String, allowsPrivate: Bool) -> Reason? {
    guard case .failure(let refusal) = read(text, allowsPrivate: allowsPrivate) else { return nil }
    return refusal.reason
  }

  static func read(_ text: String, allowsPrivate: Bool) -> Result<WebURL, Refusal> {
    let plain = PlainURL.read(text)
    if plain == nil, let reason = spelling(Array(text.utf8)) {
      return .failure(Refusal(reason: reason))
    }
    guard let url = plain ?? WebURL(byLibcurl: text), url.port != 0 else {
      return .failure(Refusal(reason: .malformed))
    }
    guard let reason = host(url.host, allowsPrivate: allowsPrivate) ?? port(url.port, allowsPrivate)
    else { return .success(url) }
    return .failure(Refusal(reason: reason))
  }

  /// What is wrong with the text before anything is parsed: readers of URLs differ most where the
  /// text is odd, so odd texts are refused.
  private static func spelling(_ bytes: [UInt8]) -> Reason? {
    guard bytes.count <= longestURL else { return .length }
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return .controlCharacter }
    guard bytes.first != 0x20, bytes.last != 0x20 else { return .blank }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return .scheme }
    let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
    guard scheme == "http" || scheme == "https" else { return .scheme }
    let rest = bytes[(colon + 1)...]
    guard rest.starts(with: "//".utf8) else { return .malformed }
    let afterSlashes = rest.dropFirst(2)
    let authority = afterSlashes.prefix { !"/?#".utf8.contains($0) }
    let path = afterSlashes.prefix { !"?#".utf8.contains($0) }
    guard !authority.isEmpty, !path.contains(UInt8(ascii: "\\")) else { return .malformed }
    return authority.contains(UInt8(ascii: "@")) ? .userInformation : nil
  }

  /// `host` in ASCII and lower case.
  private static func host(_ host: String, allowsPrivate: Bool) -> Reason? {
    let bare =
      host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    if let address = IPAddressBytes(text: bare) {
      switch AddressRule.verdict(for: address, allowsPrivate: allowsPrivate) {
      case .allowed: return nil
      case .refused(let kind): return .address(kind)
      }
    }
    guard bare == host else { return .malformed }
    var labels = host.split(separator: ".", omittingEmptySubsequences: false)
    if labels.last?.isEmpty == true { labels.removeLast() }
    guard let last = labels.last, labels.allSatisfy(isLabel), host.utf8.count <= 254,
      !endsInNumber(last)
    else { return .malformed }
    return !allowsPrivate && isLocal(labels) ? .localName : nil
  }

  private static func isLabel(_ label: Substring) -> Bool {
    (1...63).contains(label.utf8.count)
      && label.utf8.allSatisfy {
        ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D || $0 == 0x5F
      }
  }

  /// A last label that is a number makes the host an IPv4 address, and one that was not understood
  /// (the URL standard's "ends in a number").
  private static func endsInNumber(_ label: Substring) -> Bool {
    label.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      || (label.hasPrefix("0x") && label.dropFirst(2).allSatisfy(\.isHexDigit))
  }

  /// RFC 6761, RFC 6762, RFC 8375, and what Debian's `/etc/hosts` has; a name without a dot is
  /// looked up in the network's own domain.
  private static func isLocal(_ labels: [Substring]) -> Bool {
    guard labels.count > 1 else { return true }
    switch labels.last {
    case "localhost", "localdomain", "local", "internal", "intranet", "lan", "home", "corp",
      "private", "localhost6", "localdomain6":
      return true
    case "arpa":
      return labels.suffix(2).first == "home"
    default:
      return false
    }
  }

  /// Ports on which another protocol answers, to which a request could mean something (the fetch
  /// standard's list). A source on a private network may use them.
  private static func port(_ port: UInt16, _ allowsPrivate: Bool) -> Reason? {
    !allowsPrivate && foreignPorts.contains(port) ? .port : nil
  }

  private static let foreignPorts: Set<UInt16> = [
    1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102,
    103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465,
    512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993,
    995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6379, 6566, 6665, 6666, 6667,
    6668, 6669, 6679, 6697, 10_080, 11_211,
  ]
}

extension URLRule.Reason {
  /// A short name for exit messages and filters.
  package var name: String {
    switch self {
    case .scheme: "scheme"
    case .length: "length"
    case .controlCharacter: "control-character"
    case .blank: "blank"
    case .malformed: "malformed"
    case .userInformation: "user-information"
    case .port: "port"
    case .localName: "local-name"
    case .address(let kind): "address-\(kind.rawValue)"
    }
  }

  /// What is wrong, for people, as the rest of a sentence that begins with the URL.
  package var clause: String {
    switch self {
    case .scheme: "is neither http nor https"
    case .length: "is longer than \(URLRule.longestURL) bytes"
    case .controlCharacter: "has a control character or line break in it"
    case .blank: "begins or ends with a blank"
    case .malformed: "is no well-formed URL"
    case .userInformation:
      "has a user name in it: give the source credentials instead"
    case .port: "names a port of another protocol"
    case .localName: "names a host of this machine or network"
    case .address(let kind): "leads to an address of the kind \(kind.rawValue)"
    }
  }
}
