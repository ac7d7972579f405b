import BriefParsing
import Foundation
import Testing

/// What fuzzing found once is read again with every run of the tests.
struct FindingTests {
  static let findings: [URL] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fuzz/Findings").standardized
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.allObjects as? [URL] ?? []).filter { !$0.hasDirectoryPath }.sorted {
      $0.path < $1.path
    }
  }()

  @Test func `there are findings`() {
    #expect(Self.findings.count >= 10)
  }

  @Test(arguments: findings) func `a finding is read to its end, and twice the same`(file: URL)
    throws
  {
    let bytes = [UInt8](try Data(contentsOf: file))
    let text = String(decoding: bytes, as: UTF8.self)
    let first = try? FeedParser.parse(bytes, baseURL: "https://example.org/")
    let second = try? FeedParser.parse(bytes, baseURL: "https://example.org/")
    #expect(first?.entries == second?.entries)
    #expect(FeedDate(text)?.moment == FeedDate(text)?.moment)
    let link = canonicalLink(text)
    #expect(link == nil || link == canonicalLink("https:" + (link ?? "")))
    #expect((try? SitemapParser.parse(bytes))?.pages == (try? SitemapParser.parse(bytes))?.pages)
  }
}
