// Compares two text files in words, and prints what it cost.
//
//   diff_words OLD NEW [REPEATS]
//
// Prints CPU milliseconds for one comparison (the mean of the repeats; reading the files is not
// counted), and how many words of either text are marked, counted as white space parts them.
// `diff_compare` runs it beside git.

import BriefModel
import Foundation

@main
enum DiffWords {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else {
      print("usage: diff_words OLD NEW [REPEATS]")
      return
    }
    let old = try String(contentsOfFile: arguments[1], encoding: .utf8)
    let new = try String(contentsOfFile: arguments[2], encoding: .utf8)
    let repeats = arguments.count > 3 ? max(1, Int(arguments[3]) ?? 1) : 1
    var spans: [DiffSpan] = []
    let script = cpuMilliseconds(repeats) { spans = TextDiff.script(from: old, to: new) }
    var differences: [Difference] = []
    let classed = cpuMilliseconds(repeats) {
      differences = TextDiff.differences(from: old, to: new, field: .text)
    }
    let removed = markedWords(Array(old.utf8), spans.filter { $0.kind == .removed }.map(\.old))
    let added = markedWords(Array(new.utf8), spans.filter { $0.kind == .added }.map(\.new))
    print(
      "script_ms \(script) differences_ms \(classed) removed_words \(removed) added_words \(added)",
      "differences \(differences.count)")
  }

  private static func cpuMilliseconds(_ repeats: Int, _ body: () -> Void) -> Double {
    let start = clock()
    for _ in 0..<repeats { body() }
    return Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000 / Double(repeats)
  }

  /// Words of which at least one byte is marked.
  private static func markedWords(_ text: [UInt8], _ ranges: [Range<Int>]) -> Int {
    var words = 0
    var lastWordEnd = 0
    for range in ranges {
      var index = max(range.lowerBound, lastWordEnd)
      while index < range.upperBound {
        while index < range.upperBound, text[index] <= 0x20 { index += 1 }
        guard index < range.upperBound else { break }
        words += 1
        while index < text.count, text[index] > 0x20 { index += 1 }
        lastWordEnd = index
      }
    }
    return words
  }
}
