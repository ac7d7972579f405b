import BriefModel
import Testing

@testable import BriefDaemon

/// When a source is silent for longer than its rhythm explains.
@Suite struct SilenceTests {
  private static let day: Int64 = 86_400
  private static let start: Int64 = 1_700_000_000
  private static let shared = RhythmComponent.usual.map { $0 / 100 }

  /// A source that published `count` times, `gap` seconds apart, and nothing in the sixty days after.
  private func silence(count: Int64, gap: Int64) -> UsualSilence? {
    var rhythm = Rhythm()
    let moments = (0..<count).map { Self.start + $0 * gap }
    let last = moments.last ?? Self.start
    _ = rhythm.observe(moments, since: nil, at: last, shared: Self.shared)
    let before = rhythm.usualSilence
    _ = rhythm.observe([], since: last, at: last + 60 * Self.day, shared: Self.shared)
    #expect(rhythm.usualSilence == before, "a silence made itself usual")
    return before
  }

  @Test func `silence is measured by the mean gap up to the newest publication`() throws {
    let usual = try #require(silence(count: 30, gap: 2 * Self.day))
    #expect(usual.since.seconds == Self.start + 29 * 2 * Self.day)
    #expect((usual.gap - 2 * Self.day).magnitude < Self.day)
    #expect(usual.longest == 6 * usual.gap)
    #expect(!usual.isOver(at: usual.since.advanced(by: usual.longest)))
    #expect(usual.isOver(at: usual.since.advanced(by: usual.longest + 1)))
  }

  @Test func `a busy source may rest over a long weekend`() throws {
    #expect(try #require(silence(count: 300, gap: 3_600)).longest == 5 * Self.day)
  }

  @Test func `a source of which little is known has no usual silence`() {
    #expect(silence(count: 7, gap: Self.day) == nil)
  }
}
