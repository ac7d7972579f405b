import BriefClient
import BriefModel

/// `brief --json`.
extension DeskBrief: Encodable {
  private enum Keys: String, CodingKey {
    case since, today, counts, added, silent, announced, withdrawn, restored, moved, overdue, topics
    case problems
    case sinceTime = "since_time"
    case movedCount = "moved_count"
    case overdueCount = "overdue_count"
    case blindSpots = "blind_spots"
    case unknown = "quiet_but_unknown"
    case nextCursor = "next_cursor"
  }

  private enum CountKeys: String, CodingKey {
    case added, revised, silent, withdrawn, restored
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(since.text, forKey: .since)
    try container.encode(sinceTime, forKey: .sinceTime)
    try container.encode(today, forKey: .today)
    var sums = container.nestedContainer(keyedBy: CountKeys.self, forKey: .counts)
    try sums.encode(counts.kinds[.added] ?? 0, forKey: .added)
    try sums.encode(counts.kinds[.revised] ?? 0, forKey: .revised)
    try sums.encode(counts.silentEdits, forKey: .silent)
    try sums.encode(counts.kinds[.withdrawn] ?? 0, forKey: .withdrawn)
    try sums.encode(counts.kinds[.restored] ?? 0, forKey: .restored)
    try container.encode(added, forKey: .added)
    try container.encode(silent, forKey: .silent)
    try container.encode(announced, forKey: .announced)
    try container.encode(withdrawn, forKey: .withdrawn)
    try container.encode(restored, forKey: .restored)
    try container.encode(moved, forKey: .moved)
    try container.encode(movedCount, forKey: .movedCount)
    try container.encode(overdue, forKey: .overdue)
    try container.encode(overdueCount, forKey: .overdueCount)
    try container.encode(topics, forKey: .topics)
    try container.encode(blindSpots, forKey: .blindSpots)
    try container.encode(unknown, forKey: .unknown)
    try container.encode(problems, forKey: .problems)
    try container.encode(here.text, forKey: .nextCursor)
  }
}
