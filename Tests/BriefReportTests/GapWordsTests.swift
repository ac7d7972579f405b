import BriefModel
import Testing

@testable import BriefReport

/// What is said of a gap between two polls, and for how long it is a problem.
struct GapWordsTests {
  private static let found = Timestamp(seconds: 1_800_000_000)

  private static func source(_ ending: SourceGap.Ending?, documents: Int) -> SourceState {
    var source = SourceState(
      id: SourceID("pism"), url: "https://example.org/feed", kind: .feed, state: .ok)
    source.gap = SourceGap(
      after: found.advanced(by: -3600), found: found, documents: documents, ending: ending)
    return source
  }

  @Test(arguments: [
    (SourceGap.Ending?.none, 1, "is still being read: 1 older document so far"),
    (.notOffered, 0, "may be lost: it had left the newest document"),
    (.limit, 100, "is not all known: 100 older documents were read, as many as older_documents"),
    (.unreadable, 2, "is not all known: after 2 older documents the next one could not be had"),
    (.moved, 1, "is not all known: its address was changed after 1 older document."),
  ])
  func `a gap is told with its times and how far it was read`(
    _ ending: SourceGap.Ending?, _ documents: Int, _ words: String
  ) throws {
    let source = Self.source(ending, documents: documents)
    let sentence = GapWords.sentence(try #require(source.gap))
    #expect(
      sentence.hasPrefix(
        "What it published between two polls after 2027-01-15 07:00 UTC, up to 2027-01-15 08:00 UTC, "
          + words), "\(sentence)")
    // One that is being closed is no problem, and one of last year is none any more.
    let now = Self.found.advanced(by: 86_400)
    #expect((GapWords.problem(source, now: now) == nil) == (ending == nil))
    #expect(GapWords.problem(source, now: now.advanced(by: 30 * 86_400)) == nil)
  }
}
