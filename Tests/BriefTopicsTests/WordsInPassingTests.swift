import BriefModel
import BriefTopics
import Foundation
import Testing

/// Words of a topic that are said of something else, and topics that few words name.
struct WordsInPassingTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var isSaid: Bool
    /// `*` for any.
    var topic: String
    var text: String

    var testDescription: String { "\(isSaid ? "+" : "-")\(topic): \(text)" }
  }

  private static let rows: [Row] = {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/topics/passing.txt")
    guard let table = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    return table.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let fields = line.dropFirst().split(separator: "|", maxSplits: 1)
      guard fields.count == 2 else { return nil }
      return Row(
        isSaid: line.hasPrefix("+"), topic: String(fields[0]), text: String(fields[1]))
    }
  }()

  @Test func `there are sentences of both kinds`() {
    #expect(Self.rows.count { $0.isSaid } >= 120)
    #expect(Self.rows.count { !$0.isSaid } >= 350)
  }

  @Test(arguments: rows)
  func `a word gives its topic where it speaks of it, and nowhere else`(row: Row) throws {
    let tagged = try SharedCatalogue.matcher.explanations(title: nil, text: row.text)
      .contains {
        $0.verdict == .tagged && (row.topic == "*" || $0.topic.rawValue == row.topic)
      }
    #expect(tagged == row.isSaid)
  }
}
