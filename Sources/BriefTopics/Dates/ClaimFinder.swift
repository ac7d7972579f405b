package import BriefModel

/// Finds the dates that a text attaches to its topics.
package struct ClaimFinder: Sendable {
  package init() {}

  package func claims(
    title: String?, text: String, published: CalendarDate?, language: String?,
    topics: [TopicExplanation]
  ) -> [DatedClaim] { [] }
}
