/// Text without what a reader cannot see and a terminal would act on.
enum VisibleText {
  /// Without control characters (C0, DEL, C1), bidirectional embeddings, overrides and isolates,
  /// zero-width spaces and byte order marks, and with no more combining marks in a row than
  /// ``MarkRuns`` allows: what is dropped may have kept them apart.
  static func filtered(_ bytes: [UInt8]) -> [UInt8] {
    var runs = MarkRuns()
    guard bytes.contains(where: needsLook) else {
      var bytes = bytes
      runs.bound(&bytes)
      return bytes
    }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let length = invisibleLength(bytes, at: index)
      if length == 0 {
        kept.append(bytes[index])
        index += 1
      } else {
        index += length
      }
    }
    runs.bound(&kept)
    return kept
  }

  static func filtered(_ text: String) -> String {
    guard text.utf8.contains(where: needsLook) else { return MarkRuns.bounded(text) }
    return String(decoding: filtered(Array(text.utf8)), as: UTF8.self)
  }

  private static func needsLook(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
  }

  private static func invisibleLength(_ bytes: [UInt8], at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x20 || byte == 0x7F { return 1 }
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch (byte, second, third) {
    case (0xC2, 0x80...0x9F, _): return 2
    case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xAF): return 3
    case (0xEF, 0xBB, 0xBF): return 3
    default: return 0
    }
  }
}
