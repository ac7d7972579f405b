/// Words that mean the same, a line each; looked for by their stems.
struct SpellingTable {
  /// The stems of each line, a blank behind each.
  private let lines: [[UInt8]]

  /// - Parameter text: lines of words with blanks between them.
  init(_ text: String) {
    lines = text.split(separator: "\n").map { SearchFold.indexedBytes(String($0)) }
  }

  /// The stems of all lines that have one of these; `nil` when none has.
  func stems(ofAny sought: [String]) -> [String]? {
    let sought = sought.map { Array($0.utf8) }
    let found = lines.filter { line in sought.contains { Self.line(line, has: $0) } }
    guard !found.isEmpty else { return nil }
    return found.flatMap { line in
      line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  private static func line(_ line: [UInt8], has stem: [UInt8]) -> Bool {
    var same = 0
    var isSame = true
    for byte in line {
      if byte == 0x20 {
        if isSame, same == stem.count { return true }
        (same, isSame) = (0, true)
      } else if isSame {
        isSame = same < stem.count && stem[same] == byte
        same += 1
      }
    }
    return false
  }
}
