import BriefModel
import BriefStore
import Testing

@testable import BriefDaemon

struct MetricsTextTests {
  @Test func `a store that cannot be read is told as such, and what stands in it is left out`() {
    let text = MetricsText.text(
      ServiceCounts.Counts(), nil, started: Timestamp(seconds: 1_700_000_000))
    #expect(text.contains("\nbrief_sync_store_readable 0\n"))
    #expect(!text.contains("brief_sync_alerts"))
  }
}
