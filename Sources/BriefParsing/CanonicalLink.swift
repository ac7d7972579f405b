import BriefModel

/// The form in which two links to the same page are equal.
///
/// The scheme and the fragment are left away (`//host/path?query`), the host is in lower case
/// without a default port or a trailing dot, dot segments are gone, percent-encoding is uniform,
/// tracking parameters and an empty query are dropped, and so are slashes at the end of the
/// path: publishers serve both forms as the same page. Order and case of path and
/// parameters stay. `nil` when the link is no http or https URL.
package func canonicalLink(_ link: some StringProtocol) -> String? {
  guard let address = WebAddress(link), address.isWeb, var host = address.host else { return nil }
  while host.hasSuffix("."), host.utf8.count > 1 { host.removeLast() }
  // The scheme is not compared, so the default port of either is none.
  if let port = address.port, port != 80, port != 443 { host += ":\(port)" }
  // In this order: an encoded dot is a dot.
  var path = WebAddress.withoutDotSegments(uniformlyEncoded(address.path))
  while path.hasSuffix("/") { path.removeLast() }
  if path.isEmpty { path = "/" }
  let query = address.query.flatMap(withoutTracking).map { "?" + uniformlyEncoded($0) } ?? ""
  return "//" + host + path + query
}

/// The link as the publisher gives it, less the parameters that only count readers.
package func withoutTrackingParameters(_ link: String) -> String {
  guard link.utf8.contains(UInt8(ascii: "?")), var address = WebAddress(link),
    let query = address.query
  else { return link }
  address.query = withoutTracking(query)
  return address.query == query ? link : address.text
}

/// `nil` when nothing is left.
private func withoutTracking(_ query: String) -> String? {
  let ampersand = UInt8(ascii: "&")
  // Bytes, not characters: an ampersand before a combining mark is an ampersand.
  let kept = query.utf8.split(separator: ampersand).filter { parameter in
    // Encoded alike, for a mark over the last letter of a name is a byte of its own once it is encoded.
    let name = String(decoding: parameter.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
    return !ContentNormalisation.isTracking(Substring(uniformlyEncoded(name)))
  }
  return kept.isEmpty
    ? nil : String(decoding: Array(kept.joined(separator: [ampersand])), as: UTF8.self)
}

/// Unreserved characters bare, everything else that is not ASCII or is a blank encoded, hexadecimal
/// digits in upper case (RFC 3986, 6.2.2).
private func uniformlyEncoded(_ text: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  let bytes = Array(text.utf8)
  var encoded: [UInt8] = []
  encoded.reserveCapacity(bytes.count)
  var index = 0
  while index < bytes.count {
    var byte = bytes[index]
    var isEncoded = false
    if byte == UInt8(ascii: "%"), index + 2 < bytes.count,
      let high = bytes[index + 1].hexadecimalValue, let low = bytes[index + 2].hexadecimalValue
    {
      byte = high << 4 | low
      isEncoded = true
      index += 2
    }
    index += 1
    let isUnreserved =
      byte.isASCIILetterOrDigit || byte == 0x2D || byte == 0x2E || byte == 0x5F || byte == 0x7E
    // A percent sign that encodes nothing is encoded, or it would with what follows it once that is
    // decoded.
    if isUnreserved || (!isEncoded && byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "%")) {
      encoded.append(byte)
    } else {
      encoded.append(UInt8(ascii: "%"))
      encoded.append(digits[Int(byte >> 4)])
      encoded.append(digits[Int(byte & 15)])
    }
  }
  return String(decoding: encoded, as: UTF8.self)
}
