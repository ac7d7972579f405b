import BriefModel
import Foundation
import Testing

@testable import BriefExtraction

/// Scores on pages that are not ours: read where they are, never copied.
@Suite(.enabled(if: Shared.has("corpus/articles"), "the shared folder is not beside this checkout"))
struct CorpusTests {
  private struct Row: Decodable {
    var path: String
    var expected: String
    var kind: String
    var url: String
    var links: [String]?
  }

  private static func rows() throws -> [Row] {
    try Shared.bytes("corpus/articles/manifest.jsonl").split(separator: 0x0A).map {
      try JSONDecoder().decode(Row.self, from: Data($0))
    }
  }

  @Test func `the main text agrees with the expected one word by word`() throws {
    var scores: [(Double, String)] = []
    for row in try Self.rows() where row.kind == "article" {
      let page = try PageReader.page(
        bytes: Shared.bytes("corpus/articles/\(row.path)"), address: row.url)
      let wanted = try Shared.bytes("corpus/articles/\(row.expected)")
      scores.append(
        (Self.agreement(String(decoding: wanted, as: UTF8.self), page.body.text), row.path))
    }
    let mean = scores.reduce(0) { $0 + $1.0 } / Double(max(1, scores.count))
    #expect(mean >= 0.96)
    #expect(scores.filter { $0.0 < 0.6 }.map(\.1) == [])
  }

  @Test func `listing pages give their articles`() throws {
    for row in try Self.rows() where row.kind == "listing" {
      let found = try PageReader.listing(
        bytes: Shared.bytes("corpus/articles/\(row.path)"), address: row.url)
      let (got, wanted) = (
        Set(found.map { Self.bare($0.url) }), Set((row.links ?? []).map(Self.bare))
      )
      let shared = Double(got.intersection(wanted).count)
      #expect(shared >= 0.95 * Double(wanted.count), "\(row.path)")
      #expect(shared >= 0.9 * Double(got.count), "\(row.path)")
    }
  }

  private static func bare(_ url: String) -> String {
    String(url.drop { $0 != ":" }.prefix { $0 != "#" })
  }

  /// Harmonic mean of precision and recall of words, counted as often as they stand there.
  private static func agreement(_ wanted: String, _ found: String) -> Double {
    var left = Dictionary(words(wanted).map { ($0, 1) }, uniquingKeysWith: +)
    let (all, got) = (left.values.reduce(0, +), words(found))
    var shared = 0
    for word in got where left[word, default: 0] > 0 {
      left[word, default: 0] -= 1
      shared += 1
    }
    return Double(2 * shared) / Double(max(1, all + got.count))
  }

  private static func words(_ text: String) -> [String] {
    text.folded.split(separator: " ").flatMap { word in
      word.unicodeScalars.contains { (0x3040...0xD7AF).contains($0.value) }
        ? word.map(String.init) : [String(word)]
    }
  }
}
