/// The bytes of a string, read without it.
package enum UnicodeBytes {
  /// The scalar that begins at `place`, and its length in bytes.
  ///
  /// - Parameter bytes: well-formed UTF-8, of a string; `place` is where a scalar begins.
  package static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    let first = bytes[place]
    guard first >= 0x80 else { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard place + length <= bytes.count else { return ("\u{FFFD}", bytes.count - place) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for index in place + 1..<place + length { value = value << 6 | UInt32(bytes[index] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
