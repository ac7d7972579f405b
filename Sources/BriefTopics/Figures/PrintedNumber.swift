/// A number as it is printed: `128.52`, `1 234,5`, `1.500.000`.
struct PrintedNumber: Equatable {
  var value: Double
  /// Bytes from its first digit.
  var length: Int
  /// Digits before any mark, for telling years from amounts.
  var isPlain: Bool

  /// Longer rows of digits are account numbers and keys.
  private static let mostDigits = 15

  /// The number that begins at a digit; `nil` when there is none, or what is there only looks like one.
  ///
  /// - Parameter isEnglish: a comma groups and a full stop is decimal; else the other way round.
  init?(_ bytes: Span<UInt8>, at start: Int, isEnglish: Bool) {
    var position = start
    var whole = 0.0
    var digits = 0
    var groups = 0
    while position < bytes.count, let digit = Self.digit(bytes, position) {
      whole = whole * 10 + digit
      digits += 1
      position += 1
    }
    guard digits > 0 else { return nil }
    let lead = digits
    while lead <= 3, let mark = Self.groupMark(bytes, at: position, isEnglish: isEnglish),
      let group = Self.threeDigits(bytes, at: position + mark), !(whole == 0)
    {
      whole = whole * 1000 + group
      position += mark + 3
      digits += 3
      groups += 1
    }
    guard digits <= Self.mostDigits else { return nil }
    var fraction = 0.0
    var scale = 1.0
    if let mark = position < bytes.count ? bytes[position] : nil,
      mark == UInt8(ascii: ".") || (mark == UInt8(ascii: ",") && !isEnglish),
      Self.digit(bytes, position + 1) != nil
    {
      var next = position + 1
      while let digit = Self.digit(bytes, next), scale < 1e9 {
        fraction = fraction * 10 + digit
        scale *= 10
        next += 1
      }
      // `1.2.2024` and `10.0.0.1` are no numbers.
      if next < bytes.count, bytes[next] == UInt8(ascii: "."), Self.digit(bytes, next + 1) != nil {
        return nil
      }
      position = next
    }
    value = whole + fraction / scale
    length = position - start
    isPlain = groups == 0 && scale == 1
  }

  static func digit(_ bytes: Span<UInt8>, _ position: Int) -> Double? {
    guard position < bytes.count, (0x30...0x39).contains(bytes[position]) else { return nil }
    return Double(bytes[position] - 0x30)
  }

  /// Exactly three digits.
  private static func threeDigits(_ bytes: Span<UInt8>, at position: Int) -> Double? {
    guard let a = digit(bytes, position), let b = digit(bytes, position + 1),
      let c = digit(bytes, position + 2), digit(bytes, position + 3) == nil
    else { return nil }
    return a * 100 + b * 10 + c
  }

  /// Bytes of a mark that groups thousands.
  private static func groupMark(
    _ bytes: Span<UInt8>, at position: Int, isEnglish: Bool
  ) -> Int? {
    guard position + 1 < bytes.count else { return nil }
    switch bytes[position] {
    case UInt8(ascii: ","): return isEnglish ? 1 : nil
    case UInt8(ascii: "."): return isEnglish ? nil : 1
    case 0x20, UInt8(ascii: "'"): return 1
    // No-break space U+00A0; thin U+2009 and narrow no-break U+202F.
    case 0xC2: return bytes[position + 1] == 0xA0 ? 2 : nil
    case 0xE2:
      guard position + 2 < bytes.count, bytes[position + 1] == 0x80 else { return nil }
      return bytes[position + 2] == 0x89 || bytes[position + 2] == 0xAF ? 3 : nil
    default: return nil
    }
  }
}
