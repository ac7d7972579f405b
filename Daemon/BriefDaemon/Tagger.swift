import BriefModel
import BriefTopics
import BriefWriting

/// Finds the topics and dated claims of an entry.
struct Tagger: Sendable {
  let catalogueVersion: Int
  let tag: @Sendable (Entry) -> Tagging

  func tagging(of entry: Entry) -> Tagging { tag(entry) }
}
