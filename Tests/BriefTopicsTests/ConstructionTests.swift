import BriefModel
import BriefTopics
import Foundation
import Testing

/// Each way of stating a date that one language has stands in a table with the six others.
struct ConstructionTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var published: String
    /// Each a list of "start..end", sorted.
    var intervals: [[String]]
    /// Those that are right for each claim in order, or for all; empty for any.
    var kinds: [[String]]
    var language: String
    var text: String

    var testDescription: String { "\(name), \(language): \(text)" }
  }

  private static let rows: [Row] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/topics")
    let table = ["constructions.txt", "statements.txt"].compactMap {
      try? String(contentsOf: folder.appending(path: $0), encoding: .utf8)
    }.joined(separator: "\n")
    var rows: [Row] = []
    var head: [String] = []
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("@") {
        head = line.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
          .map(String.init)
      } else if head.count == 5, let colon = line.firstIndex(of: ":") {
        rows.append(
          Row(
            name: head[0], published: head[1], intervals: intervals(head[2], head[3]),
            kinds: kinds(head[4]),
            language: String(line[..<colon]),
            text: line[colon...].dropFirst().trimmingCharacters(in: .whitespaces)))
      }
    }
    return rows
  }()

  private static func kinds(_ text: String) -> [[String]] {
    if text == "*" { return [] }
    return text.split(separator: "&").map { $0.split(separator: "/").map(String.init) }
  }

  /// The shorter list is filled up with its last member.
  private static func intervals(_ starts: String, _ ends: String) -> [[String]] {
    let (starts, ends) = (alternatives(starts), alternatives(ends))
    return (0..<max(starts.count, ends.count)).map { index in
      let start = starts[min(index, starts.count - 1)]
      let end = ends[min(index, ends.count - 1)]
      return zip(start, end).map { "\($0)..\($1)" }.sorted()
    }
  }

  private static func alternatives(_ text: String) -> [[String]] {
    text.split(separator: ";", omittingEmptySubsequences: false).map {
      $0.split(separator: "&", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func `each construction stands in the table in seven languages`() {
    let byName = Dictionary(grouping: Self.rows, by: \.name).mapValues { Set($0.map(\.language)) }
    #expect(byName.count >= 140)
    #expect(byName.filter { $0.value.count != 7 }.isEmpty)
  }

  @Test(arguments: rows)
  func `a construction is read in each language`(row: Row) {
    let claims = ClaimFinder().claims(
      title: nil, text: row.text, published: CalendarDate(iso: row.published),
      language: row.language, topics: [])
    guard row.kinds != [["none"]] else {
      #expect(claims == [])
      return
    }
    let found = claims.map { "\($0.start?.description ?? "")..\($0.end?.description ?? "")" }
    #expect(row.intervals.contains(found.sorted()), "\(found)")
    guard !row.kinds.isEmpty else { return }
    for (number, claim) in claims.enumerated() {
      let right = row.kinds.count == 1 ? row.kinds[0] : row.kinds[min(number, row.kinds.count - 1)]
      #expect(right.contains(claim.kind.rawValue), "\(claim.text): \(claim.kind)")
    }
  }
}
