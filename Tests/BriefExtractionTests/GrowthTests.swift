import BriefModel
import TestSupport
import Testing

@testable import BriefExtraction

/// Pages and documents that took time with the square of their length.
struct GrowthTests {
  /// Accents above and below by turns, which whoever compares texts sorts.
  private static func marks(_ count: Int) -> String {
    String(repeating: "\u{0301}\u{0316}", count: count)
  }

  private static let marked: [(name: String, make: @Sendable (_ marks: String) -> String)] = [
    (
      "a.html",
      { "<title>a\($0)</title><h1>a\($0)</h1><p>a\($0) is a sentence of a few words.</p>" }
    ),
    ("a.html", { "<p class='a\($0)' \($0)=1>A sentence of a few words.</p><a\($0)>x</a\($0)>" }),
    (
      "a.html",
      {
        let pieces = $0.unicodeScalars.map { "<b>&#\($0.value);</b>" }.joined()
        return "<h1>a\(pieces)</h1><p>a\(pieces) is a sentence of a few words.</p>"
      }
    ),
    (
      "a.html",
      {
        let escapes = $0.unicodeScalars.map { "\\u0" + String($0.value, radix: 16) }.joined()
        return
          "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"a\(escapes)\","
          + "\"\(escapes)\":1}</script><p>A sentence of a few words.</p>"
      }
    ),
    ("a.txt", { "a\($0)\n\nA sentence of a few words and \($0)\n" }),
    ("a.md", { "# a\($0)\n\nA sentence of a few words and \($0)\n" }),
  ]

  @Test(arguments: marked.indices)
  func `marks behind one letter are bounded wherever they stand`(index: Int) throws {
    let (name, make) = Self.marked[index]
    let page = try DocumentReader.page(bytes: Array(make(Self.marks(100)).utf8), fileName: name)
    for text in [page.title ?? "", page.body.text] {
      #expect(text.unicodeScalars.count < 200)
    }
    try expectGrowth(of: [2_000, 8_000]) {
      _ = try DocumentReader.page(bytes: Array(make(Self.marks($0)).utf8), fileName: name)
    }
  }

  @Test func `a title of many separators takes time with its length`() throws {
    try expectGrowth(of: [1_000, 4_000]) { count in
      let parts = (0..<count).map { "w\($0) x" }.joined(separator: " - ")
      let headings = (0..<count / 10).map { "<h2>Part \($0) of it</h2>" }.joined()
      let page = "<title>\(parts)</title>\(headings)<p>A sentence of a few words.</p>"
      let read = try PageReader.page(bytes: Array(page.utf8))
      #expect(read.title == parts)
    }
  }

  @Test func `a title of many separators is known from its heading`() throws {
    let parts = (0..<200).map { "part \($0)" }.joined(separator: " - ")
    let page = "<title>\(parts)</title><h1>Part 7</h1><p>A sentence of a few words.</p>"
    #expect(try PageReader.page(bytes: Array(page.utf8)).title == "Part 7")
  }

  /// Compared with a pass over the same lines, for that is what both have to grow with.
  @Test func `a line of a text costs little more than to be folded`() throws {
    let lines = (0..<4_000).map { "Line \($0) is here" }
    let bytes = Array(lines.joined(separator: "\n\n").utf8)
    let folding = cpuSeconds { for line in lines { _ = line.folded.collapsed.words } }
    let reading = try cpuSeconds { _ = try DocumentReader.page(bytes: bytes, fileName: "a.txt") }
    #expect(reading < 60 * folding)
  }

  @Test(arguments: [
    ("all rights reserved", "rights", true), ("rights", "rights", true), ("right", "rights", false),
    ("", "a", false), ("a", "", true), ("aab", "ab", true), ("все права защищены", "прав", true),
    ("aaaa", "aab", false),
  ])
  func `words are found in a text`(text: String, words: String, isFound: Bool) {
    #expect(text.holds(words) == isFound)
  }

  /// Four times the input must not take more than nine times as long: with the square of it, it
  /// would take sixteen times.
  private func expectGrowth(of sizes: [Int], _ work: (Int) throws -> Void) throws {
    let seconds = try sizes.map { size in try cpuSeconds { try work(size) } }
    #expect(seconds[1] < 9 * seconds[0] + 0.02)
  }
}
