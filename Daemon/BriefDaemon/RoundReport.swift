import BriefStore
import BriefWriting

/// All polls of one round.
package struct RoundReport: Sendable, Encodable {
  var sources: [PolledLine] = []
  var delivered = 0
  var seconds = 0.0

  package var failed: Int { sources.count(where: \.isFailure) }

  package var text: String {
    let counts = totals
    let time = (seconds * 1000).rounded() / 1000
    return
      "polled \(polled), unchanged \(unchanged), added \(counts.added), revised \(counts.revised), withdrawn \(counts.withdrawn), restored \(counts.restored), failed \(failed), delivered \(delivered), seconds \(time)"
  }

  /// Without those that were not asked.
  private var polled: Int { sources.count(where: \.wasPolled) }
  private var unchanged: Int {
    sources.count { $0.wasPolled && !$0.isFailure && $0.counts.all == 0 }
  }

  private var totals: ChangeCounts {
    sources.reduce(into: ChangeCounts()) { sum, line in
      sum.added += line.counts.added
      sum.revised += line.counts.revised
      sum.withdrawn += line.counts.withdrawn
      sum.restored += line.counts.restored
    }
  }

  private enum CodingKeys: String, CodingKey {
    case schema, sources, polled, unchanged, added, revised, withdrawn, restored, failed, delivered
    case seconds
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("brief-sync/once/1", forKey: .schema)
    try container.encode(sources, forKey: .sources)
    try container.encode(polled, forKey: .polled)
    try container.encode(unchanged, forKey: .unchanged)
    try container.encode(totals.added, forKey: .added)
    try container.encode(totals.revised, forKey: .revised)
    try container.encode(totals.withdrawn, forKey: .withdrawn)
    try container.encode(totals.restored, forKey: .restored)
    try container.encode(failed, forKey: .failed)
    try container.encode(delivered, forKey: .delivered)
    try container.encode(seconds, forKey: .seconds)
  }

  /// One JSON document.
  package func json() throws -> String { try StoreJSON.text(self) }
}
