/// A URL by its parts (RFC 3986, 3), read as browsers read what people write.
package struct WebAddress: Hashable, Sendable {
  /// In lower case, without colon.
  package var scheme: String
  /// `[user@]host[:port]` with the host in lower case; `nil` for `mailto:` and the like.
  package var authority: String?
  package var path: String
  /// Without the question mark.
  package var query: String?
  /// Without the hash.
  package var fragment: String?

  /// Reads an absolute URL; `nil` when there is no scheme.
  package init?(_ text: some StringProtocol) {
    let bytes = Self.cleaned(text)
    guard let colon = Self.schemeEnd(bytes) else { return nil }
    scheme = String(decoding: bytes[..<colon].map(\.asciiLowercased), as: UTF8.self)
    let parts = ReferenceParts(bytes[(colon + 1)...])
    authority = parts.authority.map(Self.lowercasedHost)
    (path, query, fragment) = (parts.path, parts.query, parts.fragment)
  }

  package var isWeb: Bool {
    (scheme == "http" || scheme == "https") && !(host ?? "").isEmpty
  }

  /// Lower case; brackets kept around an IPv6 address.
  package var host: String? {
    guard let authority else { return nil }
    let afterUser = Self.afterUser(authority)
    guard afterUser.first == UInt8(ascii: "[") else {
      return String(decoding: afterUser.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
    }
    guard let bracket = afterUser.firstIndex(of: UInt8(ascii: "]")) else { return nil }
    return String(decoding: afterUser[...bracket], as: UTF8.self)
  }

  /// As stated; `nil` when the scheme's own is meant.
  package var port: Int? {
    guard let authority else { return nil }
    let afterUser = Self.afterUser(authority)
    guard let colon = afterUser.lastIndex(of: UInt8(ascii: ":")),
      !afterUser[colon...].contains(UInt8(ascii: "]"))
    else { return nil }
    return Int(String(decoding: afterUser[(colon + 1)...], as: UTF8.self))
  }

  private static func afterUser(_ authority: String) -> ArraySlice<UInt8> {
    let bytes = Array(authority.utf8)
    return bytes.lastIndex(of: UInt8(ascii: "@")).map { bytes[($0 + 1)...] } ?? bytes[...]
  }

  package var text: String {
    var text = scheme + ":"
    if let authority { text += "//" + authority }
    text += path
    if let query { text += "?" + query }
    if let fragment { text += "#" + fragment }
    return text
  }

  /// The URL that `reference` means in a document at this address (RFC 3986, 5.2).
  package func resolving(_ reference: some StringProtocol) -> WebAddress {
    let bytes = Self.cleaned(reference)
    if let absolute = WebAddress(reference) { return absolute }
    let parts = ReferenceParts(bytes[...])
    var target = self
    target.fragment = parts.fragment
    if let authority = parts.authority {
      target.authority = Self.lowercasedHost(authority)
      (target.path, target.query) = (Self.withoutDotSegments(parts.path), parts.query)
    } else if parts.path.isEmpty {
      if parts.query != nil { target.query = parts.query }
    } else {
      target.query = parts.query
      target.path = Self.withoutDotSegments(
        parts.path.utf8.first == UInt8(ascii: "/") ? parts.path : merged(with: parts.path))
    }
    return target
  }

  /// An http or https URL, absolute, for a reference in a document at `base`; `nil` when it has
  /// another scheme, or is relative and there is no base. An absolute one stays as the publisher
  /// wrote it.
  package static func resolve(_ reference: some StringProtocol, base: WebAddress?) -> String? {
    let bytes = cleaned(reference)
    guard !bytes.isEmpty else { return nil }
    if isPlainlyWeb(bytes) { return String(decoding: bytes, as: UTF8.self) }
    if schemeEnd(bytes) != nil {
      guard let address = WebAddress(reference), address.isWeb else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
    guard let base, base.isWeb else { return nil }
    let address = base.resolving(reference)
    return address.isWeb ? address.text : nil
  }

  /// A relative reference in a document that has no address of its own; `nil` when it has, or the
  /// reference is absolute.
  static func relative(_ reference: some StringProtocol, base: WebAddress?) -> String? {
    guard base == nil else { return nil }
    let bytes = cleaned(reference)
    guard !bytes.isEmpty, schemeEnd(bytes) == nil else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the bytes are an absolute web address at first sight: `http://` or `https://` and a
  /// letter or digit of the host.
  private static func isPlainlyWeb(_ bytes: [UInt8]) -> Bool {
    for scheme in ["https://", "http://"] as [StaticString]
    where bytes.hasASCII(scheme, at: 0, before: bytes.count) {
      return bytes.count > scheme.utf8CodeUnitCount
        && bytes[scheme.utf8CodeUnitCount].isASCIILetterOrDigit
    }
    return false
  }

  // MARK: Parts

  /// Without surrounding white space and without control characters, which browsers drop (WHATWG
  /// URL, 4.4) and attackers hide schemes behind.
  static func cleaned(_ text: some StringProtocol) -> [UInt8] {
    var bytes = VisibleText.filtered(Array(text.utf8))
    while bytes.last == 0x20 { bytes.removeLast() }
    let leading = bytes.prefix { $0 == 0x20 }.count
    if leading > 0 { bytes.removeFirst(leading) }
    return bytes
  }

  /// The place of the colon after a scheme (RFC 3986, 3.1).
  static func schemeEnd(_ bytes: [UInt8]) -> Int? {
    guard let first = bytes.first, first.isASCIILetter else { return nil }
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: ":") { return index }
      let isPart =
        byte.isASCIILetterOrDigit || byte == 0x2B || byte == 0x2D || byte == 0x2E
      if !isPart { return nil }
    }
    return nil
  }

  private static func lowercasedHost(_ authority: String) -> String {
    let bytes = Array(authority.utf8)
    let start = bytes.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? 0
    return String(decoding: bytes[..<start], as: UTF8.self)
      + String(decoding: bytes[start...].map(\.asciiLowercased), as: UTF8.self)
  }

  private func merged(with relative: String) -> String {
    if authority != nil, path.isEmpty { return "/" + relative }
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return relative }
    return String(decoding: path.utf8[...slash], as: UTF8.self) + relative
  }

  /// RFC 3986, 5.2.4.
  static func withoutDotSegments(_ path: String) -> String {
    let slash = UInt8(ascii: "/")
    guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
    var output: [Substring.UTF8View] = []
    let segments = path.utf8.split(separator: slash, omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      if segment.elementsEqual(".".utf8) {
        if isLast { output.append(Substring("").utf8) }
      } else if segment.elementsEqual("..".utf8) {
        if output.count > 1 { output.removeLast() }
        if isLast { output.append(Substring("").utf8) }
      } else {
        output.append(segment)
      }
    }
    let joined = Array(output.joined(separator: [slash]))
    let isAbsolute = path.utf8.first == slash && joined.first != slash
    return (isAbsolute ? "/" : "") + String(decoding: joined, as: UTF8.self)
  }
}

/// What stands after the scheme.
private struct ReferenceParts {
  var authority: String?
  var path: String
  var query: String?
  var fragment: String?

  init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = String(decoding: rest[(hash + 1)...], as: UTF8.self)
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = String(decoding: rest[(mark + 1)...], as: UTF8.self)
      rest = rest[..<mark]
    }
    if rest.starts(with: [0x2F, 0x2F]) {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      authority = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[end...]
    }
    path = String(decoding: rest, as: UTF8.self)
  }
}
