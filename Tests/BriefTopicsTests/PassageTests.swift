import BriefModel
import BriefTopics
import Foundation
import Testing

/// Passages that were written for these tests in the seven languages, and the labelled sample where
/// it is at hand.
struct PassageTests {
  @Test func `there are passages in each language`() {
    let languages = Dictionary(grouping: LabelledPassage.ours, by: \.lang).mapValues(\.count)
    #expect(languages.count == 7)
    #expect(languages.values.allSatisfy { $0 >= 6 }, "\(languages)")
  }

  @Test(arguments: LabelledPassage.ours.filter { $0.topics?.isEmpty == true })
  func `a passage that only looks like the subject has no topic`(passage: LabelledPassage) {
    #expect(Reading(passage).topics == [])
  }

  @Test(arguments: ["en", "pl", "ru", "be", "uk", "de", "lt"])
  func `our passages reach their scores in each language`(language: String) {
    let (topics, claims) = Self.scores(LabelledPassage.ours.filter { $0.lang == language })
    #expect(topics.f1 >= 0.95, "\(topics)")
    #expect(claims.f1 >= 0.92, "\(claims)")
  }

  @Test func `harder passages reach their scores over all languages`() {
    let (topics, claims) = Self.scores(LabelledPassage.harder)
    #expect(LabelledPassage.harder.count >= 120)
    #expect(topics.f1 >= 0.94, "\(topics)")
    #expect(claims.f1 >= 0.96, "\(claims)")
    for passage in LabelledPassage.harder where passage.topics?.isEmpty == true {
      #expect(Reading(passage).topics == [], "\(passage.id)")
    }
  }

  @Test func `the rounds of unseen passages reach their scores`() {
    let (topics, claims) = Self.scores(LabelledPassage.rounds)
    #expect(LabelledPassage.rounds.count >= 140)
    #expect(topics.f1 >= 0.97, "\(topics)")
    #expect(claims.f1 >= 0.96, "\(claims)")
    let alarms = LabelledPassage.rounds.filter {
      $0.topics?.isEmpty == true && !Reading($0).topics.isEmpty
    }
    #expect(alarms.count <= 1, "\(alarms.map(\.id))")
  }

  @Test func `passages that were misread at first reach their scores`() {
    let (topics, claims) = Self.scores(LabelledPassage.blind)
    #expect(LabelledPassage.blind.count >= 80)
    #expect(topics.f1 >= 0.97, "\(topics)")
    #expect(claims.f1 >= 0.96, "\(claims)")
    let alarms = LabelledPassage.blind.filter {
      $0.topics?.isEmpty == true && !Reading($0).topics.isEmpty
    }
    #expect(alarms.count <= 1, "\(alarms.map(\.id))")
  }

  private static let sample = LabelledPassage.lines(
    of: SharedFiles.folder.appending(path: "domain/labelled-sample.jsonl"))

  @Test(.enabled(if: !sample.isEmpty, "the labelled sample is not beside the checkout"))
  func `the labelled sample reaches its scores`() {
    let (topics, claims) = Self.scores(Self.sample)
    #expect(topics.f1 >= 0.96, "\(topics)")
    #expect(claims.f1 >= 0.92, "\(claims)")
    for passage in Self.sample where passage.topics?.isEmpty == true {
      #expect(Reading(passage).topics == [], "\(passage.id)")
    }
  }

  private struct Examples: Decodable { var examples: [LabelledPassage] }
  private static let examples: [LabelledPassage] = {
    let url = SharedFiles.folder.appending(path: "domain/dates.json")
    let file = (try? Data(contentsOf: url)).flatMap {
      try? JSONDecoder().decode(Examples.self, from: $0)
    }
    return file?.examples ?? []
  }()

  @Test(.enabled(if: !examples.isEmpty, "the worked examples of dates are not beside the checkout"))
  func `the worked examples of dates reach their score`() {
    let (_, claims) = Self.scores(Self.examples)
    #expect(claims.f1 >= 0.92, "\(claims)")
  }

  private static func scores(_ passages: [LabelledPassage]) -> (topics: Score, claims: Score) {
    var (topics, claims) = (Score(), Score())
    for passage in passages {
      Reading(passage).count(passage, topics: &topics, claims: &claims)
    }
    return (topics, claims)
  }
}
