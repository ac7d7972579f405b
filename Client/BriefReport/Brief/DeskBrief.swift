package import BriefClient
package import BriefModel

/// What one page says of a time: what is new, edited, withdrawn; which dates moved or passed; where
/// nobody has looked.
package struct DeskBrief: Sendable {
  /// A topic that no source has covered for long, though sources that speak of it are known
  /// complete.
  package struct BlindSpot: Hashable, Sendable, Encodable {
    package var topic: TopicID
    package var label: String
    package var last: CalendarDate
    /// That are known complete for the whole time.
    package var watched: [SourceID]

    private enum CodingKeys: String, CodingKey {
      case topic, label, last
      case watched = "known_complete"
    }
  }

  package struct Busy: Hashable, Sendable, Encodable {
    package var topic: TopicID
    package var label: String
    package var changes: Int
  }

  /// Changes after this cursor count.
  package var since: Cursor
  /// The moment that was asked for; `nil` when it was the last time.
  package var sinceTime: Timestamp?
  package var here: Cursor
  package var today: CalendarDate
  package var counts: ChangeCounts
  /// The newest first, as many as a page has room for.
  package var added: [Change]
  package var silent: [Change]
  package var announced: [Change]
  package var withdrawn: [Change]
  package var restored: [Change]
  /// That were moved by what was recorded since, the move that was said last first, as many as a page has
  /// room for.
  package var moved: [Deadline]
  package var movedCount: Int
  /// The newest first, as many as a page has room for.
  package var overdue: [Deadline]
  package var overdueCount: Int
  package var topics: [Busy]
  package var blindSpots: [BlindSpot]
  /// Topics as quiet, of which no source is known complete for so long: nothing can be said.
  package var unknown: Int
  package var problems: [Problem]
}

/// How much a brief has room for.
package enum DeskBriefLimits {
  /// Changes of one kind: what a person reads in a few minutes.
  package static let changes = 40
  package static let deadlines = 20
  package static let topics = 15
  /// Days without a word that make a blind spot.
  package static let quietDays = 30
}

extension DeskBrief {
  /// Draws it up from one moment of the store.
  ///
  /// - Parameters:
  ///   - since: what was recorded after it is told.
  ///   - label: what people call a topic.
  package init(
    _ snapshot: ArchiveSnapshot, since: Cursor, sinceTime: Timestamp?, now: Timestamp,
    label: (TopicID) -> String
  ) throws(ArchiveError) {
    func changes(_ kind: Change.Kind) throws(ArchiveError) -> [Change] {
      try snapshot.newestChanges(
        ChangeQuestion(kinds: [kind], limit: DeskBriefLimits.changes), after: since)
    }
    let counts = try snapshot.changeCounts(since: since)
    let revised = try changes(.revised)
    let (moved, overdue) = try snapshot.deadlines(movedAfter: since, today: now.day)
    let quiet = Self.quiet(
      try snapshot.topicActivity(), try snapshot.coverage(), now: now, label: label)
    let report = StatusReport(
      status: try snapshot.status(), sources: try snapshot.sources(), now: now)
    self.init(
      since: since, sinceTime: sinceTime, here: try snapshot.cursor(), today: now.day,
      counts: counts, added: try changes(.added), silent: revised.filter { $0.isSilent == true },
      announced: revised.filter { $0.isSilent != true }, withdrawn: try changes(.withdrawn),
      restored: try changes(.restored),
      moved: Array(
        moved.sorted { $0.shown.said > $1.shown.said }.prefix(DeskBriefLimits.deadlines)),
      movedCount: moved.count,
      overdue: Array(overdue.sorted { $0.due > $1.due }.prefix(DeskBriefLimits.deadlines)),
      overdueCount: overdue.count,
      topics: counts.topics.prefix(DeskBriefLimits.topics).map {
        Busy(topic: $0.topic, label: label($0.topic), changes: $0.changes)
      }, blindSpots: quiet.spots, unknown: quiet.unknown, problems: report.problems)
  }

  /// The longest without a word first.
  static func quiet(
    _ activity: [TopicActivity], _ coverage: [Coverage], now: Timestamp,
    label: (TopicID) -> String
  ) -> (spots: [BlindSpot], unknown: Int) {
    let start = now.advanced(by: -Int64(DeskBriefLimits.quietDays) * 86_400)
    let complete = Set(
      coverage.filter { source in
        // The last poll may be hours ago; a day without one is a gap.
        source.intervals.contains {
          $0.isOpen && $0.first <= start && $0.last >= now.advanced(by: -86_400)
        }
      }.map(\.source))
    var spots: [BlindSpot] = []
    var unknown = 0
    for (topic, rows) in Dictionary(grouping: activity, by: \.topic) {
      guard let latest = rows.map(\.latest).max(), latest < start else { continue }
      let watched = rows.map(\.source).filter(complete.contains).sorted()
      if watched.isEmpty {
        unknown += 1
      } else {
        spots.append(
          BlindSpot(topic: topic, label: label(topic), last: latest.day, watched: watched))
      }
    }
    return (spots.sorted { ($0.last, $0.topic) < ($1.last, $1.topic) }, unknown)
  }
}
