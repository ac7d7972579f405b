/// One field of a request or an answer (RFC 9110, 5).
package struct HeaderField: Hashable, Sendable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// False when name or value could not stand on the wire as they are: an empty or odd name, a
  /// line break or another control character.
  package var isSendable: Bool {
    !name.isEmpty && name.utf8.allSatisfy(Self.isTokenByte)
      && value.utf8.allSatisfy { $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) }
  }

  /// RFC 9110, 5.6.2.
  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default:
      byte == 0x2D || "!#$%&'*+.^_`|~".utf8.contains(byte)
    }
  }
}

/// The fields of an answer that we have a use for, by lower-case name. Others, cookies above all,
/// are counted and dropped. Values are text without control characters.
package struct HeaderFields: Hashable, Sendable {
  private struct Kept: Hashable, Sendable {
    var name: Name
    var value: String
  }

  /// By name: a handful, for which a dictionary is dear.
  private var kept: [Kept] = []

  package init() {}

  /// The fields that are kept.
  package enum Name: UInt8, Hashable, Sendable, CaseIterable {
    case age, cacheControl, contentEncoding, contentType, date, etag, expires, lastModified, link
    case location, retryAfter
  }

  package subscript(name: Name) -> String? {
    get { kept.first { $0.name == name }?.value }
    set {
      let place = kept.firstIndex { $0.name.rawValue >= name.rawValue } ?? kept.count
      let isThere = place < kept.count && kept[place].name == name
      switch newValue {
      case let value? where isThere: kept[place].value = value
      case let value?: kept.insert(Kept(name: name, value: value), at: place)
      case nil: if isThere { kept.remove(at: place) }
      }
    }
  }

  /// Adds a field line; lines of one name are joined by a comma (RFC 9110, 5.3). A value that is
  /// too long is left out, and so is a validator with a control character in it: that one would
  /// have to be sent back as it is.
  mutating func add(line: UnsafeRawBufferPointer, limits: RequestPolicy) {
    guard let colon = line.prefix(Name.longest + 1).firstIndex(of: UInt8(ascii: ":")),
      let name = Name.named(by: line[..<colon])
    else { return }
    let isValidator = name == .etag || name == .lastModified
    let longest = isValidator ? limits.longestValidator : limits.longestValue
    let raw = Self.trimmed(line[(colon + 1)...])
    let present = self[name]
    guard raw.count + (present?.utf8.count ?? 0) <= longest else {
      self[name] = nil
      return
    }
    guard !isValidator || raw.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return }
    let value = Self.text(raw)
    if let present, name.isList {
      self[name] = present + ", " + value
    } else if present == nil {
      self[name] = value
    }
  }

  private static func trimmed(_ bytes: Slice<UnsafeRawBufferPointer>)
    -> Slice<UnsafeRawBufferPointer>
  {
    var rest = bytes
    while let last = rest.last, [0x20, 0x09, 0x0D, 0x0A].contains(last) { rest = rest.dropLast() }
    return rest.drop { $0 == 0x20 || $0 == 0x09 }
  }

  /// UTF-8 where it is valid, else Latin-1 (the old meaning of bytes over 127); a control character
  /// becomes U+FFFD.
  private static func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
    let whole = String(validating: bytes, as: UTF8.self)
    if let whole, bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return whole }
    let scalars = whole.map { Array($0.unicodeScalars) } ?? bytes.map { Unicode.Scalar($0) }
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      text.append(isControl && scalar != "\t" ? "\u{FFFD}" : scalar)
    }
    return String(text)
  }
}

extension HeaderFields.Name {
  /// Bytes of the longest name.
  fileprivate static let longest = 16

  private var letters: StaticString {
    switch self {
    case .age: "age"
    case .cacheControl: "cache-control"
    case .contentEncoding: "content-encoding"
    case .contentType: "content-type"
    case .date: "date"
    case .etag: "etag"
    case .expires: "expires"
    case .lastModified: "last-modified"
    case .link: "link"
    case .location: "location"
    case .retryAfter: "retry-after"
    }
  }

  /// Without a copy: most lines of an answer are of no use to us.
  fileprivate static func named(by bytes: Slice<UnsafeRawBufferPointer>) -> Self? {
    allCases.first { $0.isSpelled(bytes) }
  }

  private func isSpelled(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    let letters = letters
    guard letters.utf8CodeUnitCount == bytes.count else { return false }
    for place in 0..<bytes.count {
      let (letter, byte) = (letters.utf8Start[place], bytes[bytes.startIndex + place])
      guard letter == byte || (byte >= 0x41 && byte <= 0x5A && letter == byte | 0x20) else {
        return false
      }
    }
    return true
  }

  /// Whether several lines mean one list.
  fileprivate var isList: Bool {
    switch self {
    case .cacheControl, .contentEncoding, .link: true
    case .age, .contentType, .date, .etag, .expires, .lastModified, .location, .retryAfter: false
    }
  }
}
