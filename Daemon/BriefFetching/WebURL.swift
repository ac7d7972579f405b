import CCurl

#if canImport(Glibc)
  import Glibc
#endif

/// A URL as libcurl reads it, so that what is judged and what is connected to cannot differ.
///
/// The host is in lower case and ASCII (names of other scripts in their `xn--` form), numbers that
/// mean an IPv4 address are spelled as one, dots in the path are resolved, the fragment is gone.
struct WebURL: Hashable, Sendable {
  var scheme: String
  /// IPv6 addresses in brackets.
  var host: String
  var port: UInt16
  /// The whole, as it is given to libcurl.
  var text: String

  /// `https://host:port`, with the port always there.
  var origin: String { "\(scheme)://\(host):\(port)" }

  /// `nil` when libcurl cannot read it. Judges nothing: see ``URLRule``.
  init?(text: String) {
    if let plain = PlainURL.read(text) {
      self = plain
      return
    }
    self.init(byLibcurl: text)
  }

  /// The same for any text.
  init?(byLibcurl text: String) {
    guard let first = Self.read(text) else { return nil }
    // A name of another script may come out as digits: read again, so that those are numbers too.
    // None stands in ASCII without an escape.
    guard text.utf8.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "%") }) else {
      self = first
      return
    }
    guard let second = Self.read(first.text) else { return nil }
    self = second
  }

  init(scheme: String, host: String, port: UInt16, text: String) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.text = text
  }

  private static func read(_ text: String) -> WebURL? {
    guard let handle = curl_url() else { return nil }
    defer { curl_url_cleanup(handle) }
    let lenient = UInt32(CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME)
    guard curl_url_set(handle, CURLUPART_URL, text, lenient) == CURLUE_OK,
      curl_url_set(handle, CURLUPART_FRAGMENT, nil, 0) == CURLUE_OK,
      let scheme = part(handle, CURLUPART_SCHEME)?.lowercased(),
      let host = asciiHost(handle)?.lowercased(), !host.isEmpty,
      curl_url_set(handle, CURLUPART_HOST, host, 0) == CURLUE_OK,
      let port = part(handle, CURLUPART_PORT, UInt32(CURLU_DEFAULT_PORT)).flatMap({ UInt16($0) }),
      let whole = part(handle, CURLUPART_URL)
    else { return nil }
    return WebURL(scheme: scheme, host: host, port: port, text: escaped(whole))
  }

  /// Characters that RFC 3986 has no place for and libcurl sends as they are; some servers answer 400
  /// to them (RFC 9112, 3.2).
  private static func escaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    guard text.utf8.contains(where: isIllegal) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isIllegal(byte) {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isIllegal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "^"),
      UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
      true
    default: false
    }
  }

  private static func part(_ handle: OpaquePointer, _ which: CURLUPart, _ flags: UInt32 = 0)
    -> String?
  {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(handle, which, &text, flags) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(validatingCString: text)
  }

  /// libcurl's IDN library takes the host in the encoding of the thread's locale, and a daemon's is
  /// ASCII: one of UTF-8 is set for the call.
  private static func asciiHost(_ handle: OpaquePointer) -> String? {
    guard let utf8 else { return part(handle, CURLUPART_HOST) }
    let before = uselocale(utf8)
    defer { uselocale(before) }
    return part(handle, CURLUPART_HOST, UInt32(CURLU_PUNYCODE))
  }

  // Made once, never changed, never freed: any thread may use it.
  nonisolated(unsafe) private static let utf8 = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
}
