/// What a claim's sentence is about, as a small set of word stems, so that two sentences can be held
/// against each other without reading them again.
package struct ClaimWords: Hashable, Sendable {
  /// Ascending, each once: 16-bit hashes of the first letters of the sentence's longer words. None is 0; up
  /// to ``lastStage`` they are no words but an ``UndertakingStage``.
  package let stems: [UInt16]
  /// Ascending, each once: hashes of its numbers of three digits or more, years among them. They tell
  /// what comes every year apart: Zapad-2025 from Zapad-2027, one year's price from the next.
  package let numbers: [UInt16]

  /// Letters of a word that count: endings carry case and number, not subject.
  private static let letters = 4
  /// Words of fewer letters are mostly articles and prepositions.
  private static let shortest = 4
  /// Of a sentence that is longer than any sentence, the first so many stems.
  private static let most = 32
  /// Shorter numbers are days, counts and clauses, which one report has and another has not.
  private static let fewestDigits = 3
  private static let mostNumbers = 8
  private static let lastStage: UInt16 = 15

  package init(stems: [UInt16], numbers: [UInt16] = []) {
    (self.stems, self.numbers) = (stems, numbers)
  }

  /// - Parameters:
  ///   - passage: the sentence.
  ///   - date: the words that state the date, which are left out: another date is what is looked for.
  package init(passage: String, date: String) {
    let text = date.isEmpty ? passage : Self.removing(date, from: passage)
    var (found, numbers): (Set<UInt16>, Set<UInt16>) = ([], [])
    var hash: UInt32 = 0x811C_9DC5
    var (length, digits) = (0, 0)
    func close() {
      let name = max(Self.lastStage + 1, UInt16(truncatingIfNeeded: hash ^ (hash >> 16)))
      if length >= Self.shortest, found.count < Self.most { found.insert(name) }
      if digits >= Self.fewestDigits, numbers.count < Self.mostNumbers { numbers.insert(name) }
      hash = 0x811C_9DC5
      (length, digits) = (0, 0)
    }
    for scalar in text.unicodeScalars {
      if ("0"..."9").contains(scalar), length == 0 {
        digits += 1
        hash = (hash ^ scalar.value) &* 0x0100_0193
        continue
      }
      guard scalar.properties.isAlphabetic else {
        close()
        continue
      }
      if digits > 0 { close() }
      length += 1
      guard length <= Self.letters else { continue }
      for letter in scalar.properties.lowercaseMapping.unicodeScalars {
        hash = (hash ^ letter.value) &* 0x0100_0193
      }
    }
    close()
    found.formUnion(UndertakingStage.all(in: passage).map(\.rawValue))
    (stems, self.numbers) = (found.sorted(), numbers.sorted())
  }

  /// Two bytes a stem, most significant first; then, where there are numbers, a 0 and those.
  package init?(bytes: [UInt8]) {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let all = stride(from: 0, to: bytes.count, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    let end = all.firstIndex(of: 0) ?? all.endIndex
    (stems, numbers) = (Array(all[..<end]), Array(all[end...].dropFirst()))
  }

  package var bytes: [UInt8] {
    (stems + (numbers.isEmpty ? [] : [0] + numbers)).flatMap {
      [UInt8($0 >> 8), UInt8($0 & 0xFF)]
    }
  }

  /// True where each has a number that the other has not: sentences about different years or sums.
  package func differsInNumbers(from other: ClaimWords) -> Bool {
    !numbers.allSatisfy(other.numbers.contains) && !other.numbers.allSatisfy(numbers.contains)
  }

  private var stages: ArraySlice<UInt16> { stems.prefix { $0 <= Self.lastStage } }

  /// True unless the other sentence is about a step on the way that this one does not name.
  package func hasStages(of other: ClaimWords) -> Bool { other.stages.allSatisfy(stages.contains) }

  /// How many stems both have, and which share of the smaller set that is, 0 to 1.
  package func overlap(with other: ClaimWords) -> (common: Int, share: Double) {
    var (left, right, common) = (stages.count, other.stages.count, 0)
    while left < stems.count, right < other.stems.count {
      if stems[left] == other.stems[right] {
        (left, right, common) = (left + 1, right + 1, common + 1)
      } else if stems[left] < other.stems[right] {
        left += 1
      } else {
        right += 1
      }
    }
    let smaller = min(stems.count - stages.count, other.stems.count - other.stages.count)
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
