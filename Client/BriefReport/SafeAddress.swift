/// Web addresses that strangers gave, fit to stand in a page, a citation or a feed.
enum SafeAddress {
  /// Only of the web, and in the letters that an address has (RFC 3986); others are percent-encoded.
  /// `nil` for any other scheme.
  static func of(_ link: String?) -> String? {
    guard let link, link.hasPrefix("http://") || link.hasPrefix("https://") else { return nil }
    let hexadecimal = Array("0123456789ABCDEF".utf8)
    let source = Array(link.utf8)
    var bytes: [UInt8] = []
    for (place, byte) in source.enumerated() {
      let isForeign = byte <= 0x20 || byte >= 0x7f || #""'<>[\]^`{|}"#.utf8.contains(byte)
      if isForeign || (byte == 0x25 && !isEscape(source[place...])) {
        bytes += [0x25, hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A percent sign with two hexadecimal digits behind it.
  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    let digits = bytes.dropFirst().prefix(2)
    return digits.count == 2
      && digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
  }
}
