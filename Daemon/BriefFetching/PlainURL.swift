/// A URL that every reader reads alike: what libcurl would make of it is the text itself. Most
/// addresses of feeds are such, and reading them by libcurl costs as much as the request does.
enum PlainURL {
  /// `nil` for a text that has anything in it that could be read in two ways, which says nothing
  /// against it. Plain are `http` or `https` in lower case, a host in lower case whose last label
  /// begins with a letter (or four numbers of an IPv4 address as they are usually spelled), a port
  /// that is not the scheme's own, a path of unreserved characters and slashes without dots behind
  /// them, a query of the same with `=` and `&`.
  static func read(_ text: String) -> WebURL? {
    var text = text
    return text.withUTF8 { bytes in
      var place = 0
      func eat(_ letters: StaticString) -> Bool {
        let count = letters.utf8CodeUnitCount
        guard bytes.count - place >= count else { return false }
        for offset in 0..<count where bytes[place + offset] != letters.utf8Start[offset] {
          return false
        }
        place += count
        return true
      }
      func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
      }
      guard bytes.count <= URLRule.longestURL, eat("http") else { return nil }
      let isSecure = eat("s")
      guard eat("://") else { return nil }
      let hostStart = place
      guard let hostEnd = host(bytes, from: place) else { return nil }
      place = hostEnd
      var port = isSecure ? 443 : 80
      if place < bytes.count, bytes[place] == UInt8(ascii: ":") {
        guard let (number, end) = Self.port(bytes, from: place + 1), number != port else {
          return nil
        }
        (port, place) = (number, end)
      }
      // Without a path libcurl puts a slash there.
      guard place < bytes.count, bytes[place] == UInt8(ascii: "/"), isPath(bytes[place...]) else {
        return nil
      }
      return WebURL(
        scheme: isSecure ? "https" : "http", host: text(hostStart..<hostEnd),
        port: UInt16(clamping: port), text: String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Where the host ends. Its last label must begin with a letter and be no `0x`: what is no name
  /// may be a number, and numbers have many spellings.
  private static func host(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var (place, label) = (start, start)
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-") where place > label: break
      case UInt8(ascii: ".") where place > label: label = place + 1
      case UInt8(ascii: ":"), UInt8(ascii: "/"):
        return label < place && isLetter(bytes[label]) || isQuad(bytes[start..<place])
          ? place : nil
      default: return nil
      }
      // `xn--`: libcurl checks the form of names of other scripts.
      if place - label == 3, bytes[place] == UInt8(ascii: "-"),
        bytes[place - 1] == UInt8(ascii: "-")
      {
        return nil
      }
      place += 1
    }
    return nil
  }

  /// `192.0.2.1`: four numbers up to 255 without a zero in front.
  private static func isQuad(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var (parts, number, digits) = (1, 0, 0)
    for byte in bytes {
      if byte == UInt8(ascii: "."), digits > 0 {
        (parts, number, digits) = (parts + 1, 0, 0)
      } else if isDigit(byte), digits == 0 || number > 0 {
        number = number * 10 + Int(byte - 0x30)
        digits += 1
        guard number <= 255 else { return false }
      } else {
        return false
      }
    }
    return parts == 4 && digits > 0
  }

  /// One to five digits without a zero in front.
  private static func port(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (Int, Int)? {
    var (number, place) = (0, start)
    while place < bytes.count, place - start < 6, isDigit(bytes[place]) {
      number = number * 10 + Int(bytes[place] - 0x30)
      place += 1
    }
    guard place > start, bytes[start] != 0x30, (1...65_535).contains(number) else { return nil }
    return (number, place)
  }

  private static func isPath(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var before = UInt8(ascii: "/")
    var isQuery = false
    for byte in bytes {
      switch byte {
      case _ where isLetter(byte) || isDigit(byte): break
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        break
      // `/.` and `/..` are resolved.
      case UInt8(ascii: ".") where isQuery || before != UInt8(ascii: "/"): break
      case UInt8(ascii: "?") where !isQuery: isQuery = true
      case UInt8(ascii: "="), UInt8(ascii: "&"): guard isQuery else { return false }
      default: return false
      }
      before = byte
    }
    return before != UInt8(ascii: "?")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
