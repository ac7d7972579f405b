import Testing

@testable import BriefStore

@Suite struct ContentDictionaryTests {
  /// Texts of the same two thousand words.
  private func texts(_ count: Int) -> [[UInt8]] {
    let syllables = ["ba", "re", "mi", "no", "ta", "lu", "ki", "so", "ve", "da"]
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let words = (0..<2_000).map { _ in
      (0..<4).map { _ in syllables[next(syllables.count)] }.joined()
    }
    return (0..<count).map { _ in
      Array((0..<300).map { _ in words[next(words.count)] }.joined(separator: " ").utf8)
    }
  }

  @Test func `a text takes a fifth less room with a dictionary that was drawn from others`() throws
  {
    let texts = texts(200)
    let samples = Array(texts.prefix(ContentDictionary.samples))
    let drawn = try #require(ContentDictionary(learningFrom: samples))
    #expect(drawn.bytes.count <= ContentDictionary.limit)
    #expect(ContentDictionary(learningFrom: samples) == drawn)
    let (folding, unfolding) = (try FoldingDictionary(drawn), try UnfoldingDictionary(drawn))
    var (alone, together) = (0, 0)
    for text in texts.dropFirst(ContentDictionary.samples) {
      let folded = try Compression.compress(text, with: folding)
      #expect(try Compression.decompress(folded, with: unfolding) == text)
      together += folded.count
      alone += try Compression.compress(text).count
    }
    #expect(together * 5 < alone * 4, "\(together) of \(alone) bytes")
  }

  @Test func `nothing is learned from a few short texts`() {
    #expect(ContentDictionary(learningFrom: [Array("Gas and oil.".utf8)]) == nil)
    #expect(ContentDictionary(learningFrom: []) == nil)
  }
}
