import BriefModel
import BriefTopics
import Foundation
import Testing

/// How one language alone states a date, and what it counts without stating one.
struct IdiomTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var language: String
    var published: String
    /// Each is right; none where there is no claim.
    var intervals: [String]
    var kinds: [String]
    var text: String

    var testDescription: String { "\(language): \(text)" }
  }

  private static let rows: [Row] = {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/topics/idioms.txt")
    guard let table = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    return table.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let fields = line.split(separator: "|", maxSplits: 3, omittingEmptySubsequences: false)
      guard fields.count == 4 else { return nil }
      let claim = fields[2].split(separator: " ")
      return Row(
        language: String(fields[0]), published: String(fields[1]),
        intervals: claim.first.map { $0.split(separator: ";").map(String.init) } ?? [],
        kinds: claim.last.map { $0.split(separator: "/").map(String.init) } ?? [],
        text: String(fields[3]))
    }
  }()

  @Test func `each language has its idioms`() {
    let counts = Dictionary(grouping: Self.rows, by: \.language).mapValues(\.count)
    #expect(counts.count == 7)
    #expect(counts.values.allSatisfy { $0 >= 10 }, "\(counts)")
  }

  @Test(arguments: rows)
  func `an idiom is read as its language means it`(row: Row) {
    let claims = ClaimFinder().claims(
      title: nil, text: row.text, published: CalendarDate(iso: row.published),
      language: row.language, topics: [])
    let found = claims.map { "\($0.start?.description ?? "")..\($0.end?.description ?? "")" }
    guard !row.intervals.isEmpty else {
      #expect(found == [])
      return
    }
    #expect(found.count == 1 && row.intervals.contains(found[0]), "\(found)")
    #expect(claims.allSatisfy { row.kinds.contains($0.kind.rawValue) }, "\(claims.map(\.kind))")
  }
}
