/// Beginnings of words, found by their first two bytes: each word of a text that differs is asked
/// for hundreds of them.
struct WordBeginnings {
  /// What follows the two.
  private let table: [UInt16: [[UInt8]]]

  /// - Parameter list: beginnings of two bytes or more, parted by white space.
  init(_ list: String) {
    var table: [UInt16: [[UInt8]]] = [:]
    for beginning in words(list) {
      let bytes = Array(beginning.utf8)
      guard let key = Self.key(bytes[...]) else { continue }
      table[key, default: []].append(Array(bytes.dropFirst(2)))
    }
    self.table = table
  }

  /// Those of all.
  init(_ others: [WordBeginnings]) {
    table = others.reduce(into: [:]) { $0.merge($1.table, uniquingKeysWith: +) }
  }

  /// True when the word begins as one of them.
  func fit(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { bytes in
      guard bytes.count >= 2, let rests = table[UInt16(bytes[0]) << 8 | UInt16(bytes[1])] else {
        return false
      }
      let rest = bytes[2...]
      return rests.contains { beginning in
        beginning.count <= rest.count
          && zip(beginning, rest).allSatisfy { mine, theirs in mine == theirs }
      }
    }
  }

  private static func key(_ bytes: ArraySlice<UInt8>) -> UInt16? {
    guard let first = bytes.first, let second = bytes.dropFirst().first else { return nil }
    return UInt16(first) << 8 | UInt16(second)
  }
}
