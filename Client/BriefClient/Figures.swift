public import BriefModel
internal import BriefStore

/// A figure with who said it and when: a point of a topic's series.
public struct StatedFigure: Hashable, Sendable {
  public var figure: Figure
  /// The day of publication, or for an edit the day that it was seen.
  public var said: CalendarDate
  public var publication: PublicationReference
  public var version: Int
}

extension ArchiveSnapshot {
  /// The figures that newest versions attach to topics, in the order in which they were said.
  ///
  /// - Parameter topics: empty for all.
  public func figures(
    topics: Set<TopicID> = [], since: CalendarDate? = nil
  ) throws(ArchiveError) -> [StatedFigure] {
    try query { store in
      try store.figures(topics: topics, since: since, until: past?.revision).map {
        StatedFigure(
          figure: $0.figure, said: $0.said, publication: $0.publication, version: $0.version)
      }
    }
  }
}
