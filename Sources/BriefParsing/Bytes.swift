import Glibc

extension UInt8 {
  /// Space, tab, CR, LF (XML 1.0, production 3).
  @inline(__always)
  var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }

  @inline(__always)
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

  @inline(__always)
  var isASCIIDigit: Bool { self &- 0x30 < 10 }

  @inline(__always)
  var isASCIILetterOrDigit: Bool { isASCIILetter || isASCIIDigit }

  @inline(__always)
  var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}

extension [UInt8] {
  /// Appends the UTF-8 of a character.
  @inline(__always)
  mutating func append(scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 {
      append(UInt8(value))
    } else if value < 0x800 {
      append(UInt8(0xC0 | value >> 6))
      append(UInt8(0x80 | value & 0x3F))
    } else if value < 0x1_0000 {
      append(UInt8(0xE0 | value >> 12))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    } else {
      append(UInt8(0xF0 | value >> 18))
      append(UInt8(0x80 | value >> 12 & 0x3F))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    }
  }

  /// Whether the bytes from `start` are `text`, ASCII letters compared without case.
  func hasASCII(_ text: StaticString, at start: Int, before end: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard start >= 0, end <= count, end - start >= length else { return false }
    return text.withUTF8Buffer { wanted in
      for offset in 0..<length
      where self[start + offset].asciiLowercased != wanted[offset].asciiLowercased {
        return false
      }
      return true
    }
  }

  /// Whether the bytes from `start` are `text`, exactly.
  func hasASCIIExactly(_ text: StaticString, at start: Int, before end: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard start >= 0, end <= count, end - start >= length else { return false }
    return text.withUTF8Buffer { wanted in
      for offset in 0..<length where self[start + offset] != wanted[offset] { return false }
      return true
    }
  }

  /// The first place of `byte` in `start..<end`, else `end`. Most bytes of a document are only
  /// passed over by this.
  @inline(__always)
  func firstIndex(of byte: UInt8, from start: Int, before end: Int) -> Int {
    let end = Swift.min(end, count)
    guard start >= 0, start < end else { return end }
    return withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = memchr(base + start, Int32(byte), end - start)
      else { return end }
      return UnsafeRawPointer(found) - base
    }
  }
}
