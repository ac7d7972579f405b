/// Letters with their marks as one scalar where Unicode has one: what NFC does for the Latin,
/// Greek and Cyrillic blocks, from the standard library's canonical equivalence.
enum Composition {
  /// U+0041 to U+04FF and U+1E00 to U+1FFF hold every precomposed letter of the languages that we
  /// read. `String` compares by canonical equivalence, so a letter and its marks find theirs
  /// whatever the order of the marks.
  private static let precomposed: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [:]
    for block: ClosedRange<UInt32> in [0x41...0x2AF, 0x370...0x4FF, 0x1E00...0x1FFF] {
      for value in block {
        // The first wins: later scalars in the Greek block are duplicates of earlier ones.
        if let scalar = Unicode.Scalar(value), table[String(scalar)] == nil {
          table[String(scalar)] = scalar
        }
      }
    }
    return table
  }()

  /// Appends a letter and the marks behind it, composed as far as there are such letters.
  static func append(letter: UInt32, marks: [UInt32], to bytes: inout [UInt8]) {
    if let whole = composed([letter] + marks) {
      append(whole, to: &bytes)
      return
    }
    var letter = letter
    var rest: [UInt32] = []
    for mark in inCanonicalOrder(marks) {
      // A mark of the same class stands in between: the letter takes no further one of it.
      let isBlocked = rest.last.map { combiningClass($0) >= combiningClass(mark) } ?? false
      if !isBlocked, let next = composed([letter, mark]) {
        letter = next
      } else {
        rest.append(mark)
      }
    }
    append(letter, to: &bytes)
    for mark in rest { append(mark, to: &bytes) }
  }

  private static func composed(_ scalars: [UInt32]) -> UInt32? {
    var cluster = String.UnicodeScalarView()
    for value in scalars {
      guard let scalar = Unicode.Scalar(value) else { return nil }
      cluster.append(scalar)
    }
    return precomposed[String(cluster)]?.value
  }

  private static func inCanonicalOrder(_ marks: [UInt32]) -> [UInt32] {
    guard marks.count > 1 else { return marks }
    return marks.enumerated().sorted {
      (combiningClass($0.element), $0.offset) < (combiningClass($1.element), $1.offset)
    }.map(\.element)
  }

  private static func combiningClass(_ mark: UInt32) -> UInt8 {
    Unicode.Scalar(mark)?.properties.canonicalCombiningClass.rawValue ?? 0
  }

  /// Appends the UTF-8 form of a scalar.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case ..<0x80: bytes.append(UInt8(scalar))
    case ..<0x800:
      bytes.append(0xC0 | UInt8(scalar >> 6))
      bytes.append(0x80 | UInt8(scalar & 0x3F))
    case ..<0x1_0000:
      bytes.append(0xE0 | UInt8(scalar >> 12))
      bytes.append(0x80 | UInt8(scalar >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(scalar & 0x3F))
    default:
      bytes.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      bytes.append(0x80 | UInt8(scalar >> 12 & 0x3F))
      bytes.append(0x80 | UInt8(scalar >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(scalar & 0x3F))
    }
  }
}
