import BriefModel
import Testing

/// Texts with what their scripts must hold together.
private let pairs: [(old: String, new: String)] = [
  ("", ""),
  ("", "One sentence."),
  ("One sentence.", ""),
  ("28 programmes were signed.", "31 programmes were signed."),
  ("Anna wrote. Maria read.", "Maria read. Anna wrote."),
  ("Подписано 28 программ.", "Подписано 31 программ в Минске."),
  ("a b a b a b", "b a b a b a"),
  ("  leading and trailing  ", "leading, trailing"),
]

@Suite struct TextDiffScriptTests {
  @Test(arguments: pairs)
  func `the spans of a script make up both texts`(old: String, new: String) {
    let (oldBytes, newBytes) = (Array(old.utf8), Array(new.utf8))
    var (rebuiltOld, rebuiltNew): ([UInt8], [UInt8]) = ([], [])
    for span in TextDiff.script(from: old, to: new) {
      if span.kind != .added { rebuiltOld += oldBytes[span.old] }
      if span.kind != .removed { rebuiltNew += newBytes[span.new] }
      #expect(span.kind == .kept || span.old.isEmpty || span.new.isEmpty)
    }
    #expect(rebuiltOld == oldBytes)
    #expect(rebuiltNew == newBytes)
  }

  @Test func `equal texts are kept whole`() {
    #expect(
      TextDiff.script(from: "Same.", to: "Same.") == [DiffSpan(kind: .kept, old: 0..<5, new: 0..<5)]
    )
  }
}
