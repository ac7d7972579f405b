import BriefModel
import BriefTopics
import Foundation
import Testing

/// A passage with the topics and dated claims that a reader gave it, one JSON object a line.
struct LabelledPassage: Decodable, Sendable, CustomTestStringConvertible {
  struct Claim: Decodable, Sendable {
    struct Interval: Decodable, Sendable, Hashable {
      var start: CalendarDate?
      var end: CalendarDate?
    }
    var text: String
    var start: CalendarDate?
    var end: CalendarDate?
    var kind: DatedClaim.Kind
    var alsoKind: [DatedClaim.Kind]?
    var alsoAccept: [Interval]?

    enum CodingKeys: String, CodingKey {
      case text, start, end, kind
      case alsoKind = "also_kind"
      case alsoAccept = "also_accept"
    }

    func accepts(_ claim: DatedClaim) -> Bool {
      let intervals = [Interval(start: start, end: end)] + (alsoAccept ?? [])
      return intervals.contains(Interval(start: claim.start, end: claim.end))
        && ([kind] + (alsoKind ?? [])).contains(claim.kind)
    }
  }

  var id: String
  var lang: String
  var published: String
  var title: String
  var text: String
  /// `nil` where only the claims are labelled.
  var topics: [String]?
  /// Neither right nor wrong.
  var optionalTopics: [String]?
  var claims: [Claim]

  enum CodingKeys: String, CodingKey {
    case id, lang, published, title, text, topics, claims
    case optionalTopics = "topics_optional"
  }

  var testDescription: String { "\(id) (\(lang)): \(text.prefix(60))" }

  /// The passages of a file of lines; none where there is no such file.
  static func lines(of url: URL) -> [LabelledPassage] {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").compactMap {
      try? JSONDecoder().decode(LabelledPassage.self, from: Data($0.utf8))
    }
  }

  static let ours = fixture("passages.jsonl")
  /// Labelled before the rules were held against them, in four batches (dated claims 0.91, 0.90, 0.87
  /// and 0.91 then); the rules were worked on with them since.
  static let harder = fixture("harder.jsonl")

  /// Labelled before the rules were held against them, in five rounds (topics 0.88, 0.89, 0.82, 0.83
  /// and 0.95, dated claims 0.91, 0.80, 0.91, 0.88 and 0.89 then); the rules were worked on with them since.
  static let rounds = fixture("rounds.jsonl")

  /// Labelled before the rules were held against them by authors who had not seen the rules; those that
  /// were misread at first (over all of theirs topics 0.83, dated claims 0.91 then, and 0.95 and 0.96
  /// over four later sets). The rules were worked on with them since.
  static let blind = fixture("blind.jsonl")

  private static func fixture(_ name: String) -> [LabelledPassage] {
    lines(
      of: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/topics/\(name)"))
  }
}

/// Right, wrong and missed answers.
struct Score: CustomStringConvertible {
  var right = 0
  var wrong = 0
  var missed = 0

  var f1: Double {
    right == 0 ? 0 : 2 * Double(right) / Double(2 * right + wrong + missed)
  }
  var description: String { "right \(right) wrong \(wrong) missed \(missed) F1 \(f1)" }
}

/// What the catalogue and the grammar make of a passage.
struct Reading {
  static let matcher: TopicMatcher? = try? SharedCatalogue.matcher

  var topics: Set<String> = []
  var claims: [DatedClaim] = []

  init(_ passage: LabelledPassage) {
    guard let matcher = Self.matcher else { return }
    let explanations = matcher.explanations(title: passage.title, text: passage.text)
    topics = Set(explanations.filter { $0.verdict == .tagged }.map(\.topic.rawValue))
    claims = ClaimFinder().claims(
      title: passage.title, text: passage.text, published: CalendarDate(iso: passage.published),
      language: passage.lang, topics: explanations)
  }

  /// Adds the topics and claims of a passage to the scores.
  func count(_ passage: LabelledPassage, topics score: inout Score, claims: inout Score) {
    if let wanted = passage.topics.map(Set.init), !wanted.isEmpty {
      let found = topics.subtracting(passage.optionalTopics ?? [])
      score.right += found.intersection(wanted).count
      score.wrong += found.subtracting(wanted).count
      score.missed += wanted.subtracting(found).count
    }
    guard passage.topics?.isEmpty != true else { return }
    var left = self.claims
    for wanted in passage.claims {
      if let index = left.firstIndex(where: wanted.accepts) {
        left.remove(at: index)
        claims.right += 1
      } else {
        claims.missed += 1
      }
    }
    claims.wrong += left.count
  }
}
