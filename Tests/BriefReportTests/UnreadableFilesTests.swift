import BriefModel
import Testing

@testable import BriefReport

/// A folder's file that cannot be read is seen by whoever looks, once in each place.
struct UnreadableFilesTests {
  private static let warning = "1 file not read: scan.txt: document holds no text."
  private static let style = TextStyle(layout: .screen(columns: 200), now: Timestamp(seconds: 0))

  private static func source(_ oddities: [SourceOddity]) -> SourceState {
    var source = SourceState(id: SourceID("desk"), url: "/srv/briefs", kind: .folder, state: .ok)
    source.oddities = oddities
    return source
  }

  @Test func `status calls it a problem and leads to the file's name`() {
    #expect(StatusReport.unreadableFiles(Self.source([.emptied])) == nil)
    #expect(
      StatusReport.unreadableFiles(Self.source([.unreadableFiles]))
        == Problem(
          what: "Some files cannot be read; nothing is taken for withdrawn meanwhile.",
          source: SourceID("desk"), nextCommand: "brief-sync explain desk"))
  }

  @Test func `explain names the file, and says of the rest what is odd`() {
    let source = Self.source([.unreadableFiles, .emptied])
    let named = PollingText.lines(
      SourcePolling(state: source, warning: Self.warning), style: Self.style)
    #expect(named.contains("  warning       \(Self.warning)"))
    let emptied = "The feed came back empty; nothing was taken for withdrawn."
    #expect(named.filter { $0.hasPrefix("  odd") } == ["  odd           \(emptied)"])
    #expect(!named.contains { $0.contains("Some files cannot be read") })
    // Where the log has no name any more the oddity stands for it.
    let unnamed = PollingText.lines(SourcePolling(state: source), style: Self.style)
    #expect(unnamed.contains { $0.contains("Some files cannot be read") })
  }
}
