import BriefModel
package import BriefTopics
import FoundationEssentials

/// `brief-sync topics match --jsonl`: one JSON object a line in, one a line out, in order.
///
/// In: `{"id", "lang", "published", "title", "text"}`; members may be missing or `null`, others are
/// passed over. Out: `{"id", "topics": [id], "claims": [{"start", "end", "kind", "topic", "text"}]}`.
package struct TopicsMatch: Sendable {
  private let matcher: TopicMatcher
  private let claims: ClaimFinder

  package init(_ catalogue: TopicCatalogue) {
    matcher = TopicMatcher(catalogue)
    claims = ClaimFinder()
  }

  /// A line that is no such object.
  package struct Trouble: Error, Hashable, Sendable, CustomStringConvertible {
    /// Counted from 1.
    package var line: Int
    package var reason: String
    package var description: String { "line \(line): \(reason)" }
  }

  private struct Question: Decodable {
    var id: String
    var lang: String?
    var published: String?
    var title: String?
    var text: String?
  }

  /// The answer to one line, without a line feed; `nil` for a blank line.
  package func answer(_ line: [UInt8], number: Int) throws(Trouble) -> String? {
    guard line.contains(where: { $0 > 0x20 }) else { return nil }
    let question: Question
    do {
      question = try JSONDecoder().decode(Question.self, from: Data(line))
    } catch {
      throw Trouble(line: number, reason: "no JSON object with a text “id”: \(error)")
    }
    let explanations = matcher.explanations(title: question.title, text: question.text ?? "")
    let topics = explanations.filter { $0.verdict == .tagged }.map(\.topic)
    let found = claims.claims(
      title: question.title, text: question.text ?? "",
      published: question.published.flatMap { Timestamp(rfc3339: $0)?.day },
      language: question.lang, topics: explanations)
    // What is called off in a sentence without a date is no date.
    let list = found.filter { $0.callingOff == nil || $0.due != nil }.map(Self.json)
      .joined(separator: ",")
    let ids = topics.map { JSONQuotation.quoted($0.rawValue) }.joined(separator: ",")
    return "{\"id\":\(JSONQuotation.quoted(question.id)),\"topics\":[\(ids)],\"claims\":[\(list)]}"
  }

  private static func json(_ claim: DatedClaim) -> String {
    let members = [
      "\"start\":" + (claim.start.map { JSONQuotation.quoted($0.description) } ?? "null"),
      "\"end\":" + (claim.end.map { JSONQuotation.quoted($0.description) } ?? "null"),
      "\"kind\":" + JSONQuotation.quoted(claim.kind.rawValue),
      "\"topic\":" + (claim.topic.map { JSONQuotation.quoted($0.rawValue) } ?? "null"),
      "\"text\":" + JSONQuotation.quoted(claim.text),
    ]
    return "{" + members.joined(separator: ",") + "}"
  }
}
