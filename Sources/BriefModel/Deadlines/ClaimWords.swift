/// What a claim's sentence is about, as a small set of word stems, so that two sentences can be held
/// against each other without reading them again.
package struct ClaimWords: Hashable, Sendable {
  /// Ascending, each once: 16-bit hashes of the first letters of the sentence's longer words.
  package let stems: [UInt16]

  /// Letters of a word that count: endings carry case and number, not subject.
  private static let letters = 4
  /// Words of fewer letters are mostly articles and prepositions.
  private static let shortest = 4
  /// Of a sentence that is longer than any sentence, the first so many stems.
  private static let most = 32

  package init(stems: [UInt16]) { self.stems = stems }

  /// - Parameters:
  ///   - passage: the sentence.
  ///   - date: the words that state the date, which are left out: another date is what is looked for.
  package init(passage: String, date: String) {
    let text = date.isEmpty ? passage : Self.removing(date, from: passage)
    var found: Set<UInt16> = []
    var hash: UInt32 = 0x811C_9DC5
    var length = 0
    func close() {
      if length >= Self.shortest, found.count < Self.most {
        found.insert(UInt16(truncatingIfNeeded: hash ^ (hash >> 16)))
      }
      hash = 0x811C_9DC5
      length = 0
    }
    for scalar in text.unicodeScalars {
      guard scalar.properties.isAlphabetic else {
        close()
        continue
      }
      length += 1
      guard length <= Self.letters else { continue }
      for letter in scalar.properties.lowercaseMapping.unicodeScalars {
        hash = (hash ^ letter.value) &* 0x0100_0193
      }
    }
    close()
    stems = found.sorted()
  }

  /// Two bytes a stem, most significant first.
  package init?(bytes: [UInt8]) {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    stems = stride(from: 0, to: bytes.count, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
  }

  package var bytes: [UInt8] { stems.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } }

  /// How many stems both have, and which share of the smaller set that is, 0 to 1.
  package func overlap(with other: ClaimWords) -> (common: Int, share: Double) {
    var (left, right, common) = (0, 0, 0)
    while left < stems.count, right < other.stems.count {
      if stems[left] == other.stems[right] {
        (left, right, common) = (left + 1, right + 1, common + 1)
      } else if stems[left] < other.stems[right] {
        left += 1
      } else {
        right += 1
      }
    }
    let smaller = min(stems.count, other.stems.count)
    return (common, smaller == 0 ? 0 : Double(common) / Double(smaller))
  }

  private static func removing(_ date: String, from passage: String) -> String {
    let (bytes, wanted) = (Array(passage.utf8), Array(date.utf8))
    guard wanted.count <= bytes.count else { return passage }
    for start in 0...(bytes.count - wanted.count)
    where bytes[start] == wanted[0] && bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
      return String(decoding: bytes[..<start], as: UTF8.self) + " "
        + String(decoding: bytes[(start + wanted.count)...], as: UTF8.self)
    }
    return passage
  }
}
