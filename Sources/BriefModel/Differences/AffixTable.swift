/// Beginnings or endings of words, one behind the other in one array: each word of a text that
/// differs is asked for hundreds of them.
struct AffixTable {
  /// All affixes, those of a bucket side by side.
  private var bytes: [UInt8] = []
  /// Where each affix begins in `bytes`, and one past the last.
  private var starts: [UInt32] = []
  /// The first affix of each bucket, and one past the last.
  private var buckets: [UInt16] = []

  /// Buckets; one byte tells one.
  private static let count = 256

  /// - Parameters:
  ///   - affixes: more than 65,535 are cut off.
  ///   - bucket: of an affix, as of the words that have it.
  init(_ affixes: [ArraySlice<UInt8>], bucket: (ArraySlice<UInt8>) -> UInt8) {
    var parted = [[ArraySlice<UInt8>]](repeating: [], count: Self.count)
    for affix in affixes.prefix(Int(UInt16.max)) { parted[Int(bucket(affix))].append(affix) }
    bytes.reserveCapacity(affixes.reduce(0) { $0 + $1.count })
    for affixes in parted {
      buckets.append(UInt16(starts.count))
      for affix in affixes {
        starts.append(UInt32(bytes.count))
        bytes.append(contentsOf: affix)
      }
    }
    buckets.append(UInt16(starts.count))
    starts.append(UInt32(bytes.count))
  }

  /// The affixes of a bucket, as places of ``count(of:)`` and ``stands(_:in:at:)``.
  func affixes(in bucket: UInt8) -> Range<Int> {
    Int(buckets[Int(bucket)])..<Int(buckets[Int(bucket) + 1])
  }

  /// Bytes of an affix.
  func count(of affix: Int) -> Int { Int(starts[affix + 1] - starts[affix]) }

  /// Whether an affix stands in `word` from the byte at `place`, behind which there is room for it.
  func stands(_ affix: Int, in word: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    let (start, end) = (Int(starts[affix]), Int(starts[affix + 1]))
    for index in start..<end where bytes[index] != word[place + index - start] { return false }
    return true
  }

  /// The bytes of words that ASCII white space parts.
  static func words(_ list: String) -> [ArraySlice<UInt8>] {
    Array(list.utf8).split { $0 <= 0x20 }
  }
}

/// Beginnings of words.
struct WordBeginnings {
  private let table: AffixTable

  /// - Parameter list: beginnings of two bytes or more, parted by white space.
  init(_ list: String) { self.init([list]) }

  /// Those of all lists.
  init(_ lists: [String]) {
    table = AffixTable(lists.flatMap(AffixTable.words).filter { $0.count >= 2 }) { beginning in
      Self.bucket(beginning[beginning.startIndex], beginning[beginning.startIndex + 1])
    }
  }

  /// True when the word begins as one of them.
  func fit(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { bytes in
      guard bytes.count >= 2 else { return false }
      for beginning in table.affixes(in: Self.bucket(bytes[0], bytes[1]))
      where table.count(of: beginning) <= bytes.count && table.stands(beginning, in: bytes, at: 0) {
        return true
      }
      return false
    }
  }

  /// Of Cyrillic letters the first byte says little.
  private static func bucket(_ first: UInt8, _ second: UInt8) -> UInt8 { first &* 31 &+ second }
}

/// Endings of words.
struct WordEndings {
  private let table: AffixTable

  /// - Parameter list: endings, parted by white space.
  init(_ list: String) {
    table = AffixTable(AffixTable.words(list)) { $0.last ?? 0 }
  }

  /// True when the word ends as one of them.
  func fit(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { bytes in
      guard let last = bytes.last else { return false }
      for ending in table.affixes(in: last) {
        let place = bytes.count - table.count(of: ending)
        if place >= 0, table.stands(ending, in: bytes, at: place) { return true }
      }
      return false
    }
  }
}
