/// Parameters of an address in a text that say where its reader came from: `?utm_source=rss`. They
/// are no content, in a text as little as in a link.
struct TrackingParameters {
  /// The question mark, where other parameters follow it.
  private(set) var mark: Int?
  /// Behind the last of them.
  private(set) var end: Int

  /// `nil` where none begins at `index`.
  init?(_ bytes: [UInt8], at index: Int, before limit: Int) {
    let first = bytes[index]
    guard first == UInt8(ascii: "?") || first == UInt8(ascii: "&"), index > 0,
      !Self.isSpace(bytes[index - 1])
    else { return nil }
    end = index
    while let next = Self.parameter(bytes, behind: end, before: limit) {
      end = next
      guard next < limit, bytes[next] == UInt8(ascii: "&") else { return }
    }
    guard end > index else { return nil }
    // Of "?utm_source=rss&id=5", the question mark stays, and the mark behind the parameter goes.
    if first == UInt8(ascii: "?") {
      mark = index
      end += 1
    }
  }

  /// Where the tracking parameter ends that stands behind a mark.
  private static func parameter(_ bytes: [UInt8], behind mark: Int, before limit: Int) -> Int? {
    var place = mark + 1
    let start = place
    while place < limit, isName(bytes[place]), place - start < longestName { place += 1 }
    guard place > start, place < limit, bytes[place] == UInt8(ascii: "="),
      ContentNormalisation.isTracking(
        Substring(String(decoding: bytes[start..<place], as: UTF8.self)))
    else { return nil }
    place += 1
    while place < limit, isValue(bytes[place]) { place += 1 }
    // A full stop ends the sentence, not the address.
    while isMark(bytes[place - 1]) { place -= 1 }
    return place
  }

  /// Bytes of the longest name that is known, and more.
  private static let longestName = 32

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private static func isValue(_ byte: UInt8) -> Bool {
    byte >= 0x80 ? false : isName(byte) || isMark(byte) || "%~+|*$!/=".utf8.contains(byte)
  }

  private static func isMark(_ byte: UInt8) -> Bool { ".,:;!".utf8.contains(byte) }
}
