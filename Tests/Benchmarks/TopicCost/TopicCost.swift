// The topic matcher on a text of many documents (a form feed between them), in megabytes per CPU
// second, for `topics_floor.c` to be measured against in the same run (topic_bench.py).
//
//   TopicCost TEXT [ROUNDS] [CATALOGUE]     the shipped catalogue, or another
//   TopicCost --stems [CATALOGUE]           the words and stems of its patterns, for the floor
//   TopicCost --claims TEXT [ROUNDS]        with the dated claims
//   TopicCost --grow N                      a catalogue of N topics, to standard output

import BriefModel
import BriefTopics
import Foundation

@main
enum TopicCost {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "--stems"?:
      let matcher = TopicMatcher(try catalogue(arguments.dropFirst().first))
      print(matcher.words.joined(separator: "\n"))
    case "--grow"?: print(try grown(to: Int(arguments.last ?? "") ?? 50))
    case "--claims"?: try measure(Array(arguments.dropFirst()), withClaims: true)
    case .some: try measure(arguments, withClaims: false)
    case nil: print("usage: TopicCost [--stems | --grow | --claims] …")
    }
  }

  private static func catalogue(_ path: String?) throws -> TopicCatalogue {
    guard let path else { return try TopicCatalogue.shipped() }
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    return try TopicCatalogue().adding(bytes, named: path)
  }

  private static func measure(_ arguments: [String], withClaims: Bool) throws {
    let texts = try String(contentsOfFile: arguments.first ?? "", encoding: .utf8)
      .split(separator: "\u{0C}").map(String.init)
    let rounds = arguments.count > 1 ? Int(arguments[1]) ?? 1 : 1
    let matcher = TopicMatcher(try catalogue(arguments.count > 2 ? arguments[2] : nil))
    let finder = ClaimFinder()
    let published = CalendarDate(year: 2024, month: 5, day: 6)
    var tagged = 0
    let start = clock()
    for _ in 0..<rounds {
      for text in texts {
        let explanations = matcher.explanations(title: nil, text: text, withVoided: false)
        tagged += explanations.count
        if withClaims {
          tagged +=
            finder.claims(
              title: nil, text: text, published: published, language: nil, topics: explanations
            ).count
        }
      }
    }
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    let bytes = Double(rounds * texts.reduce(0) { $0 + $1.utf8.count })
    print(
      "{\"topics\": \(matcher.catalogue.topics.count), \"words\": \(matcher.words.count), "
        + "\"found\": \(tagged), \"mb_per_cpu_second\": \(bytes / 1e6 / seconds)}")
  }

  /// Fifty of the shipped catalogue's topics, repeated under new ids with a letter more at the end
  /// of every word and stem: as long and as many as real ones, and the texts hold no more of them.
  private static func grown(to count: Int) throws -> String {
    let topics = try TopicCatalogue.shipped().topics.filter { !$0.patterns.isEmpty }.prefix(50)
    guard !topics.isEmpty else { return "{\"topics\":[]}" }
    let entries = (0..<count).map { number in
      let round = number / topics.count
      let topic = topics[number % topics.count]
      let patterns = [topic.patterns, topic.loosePatterns].flatMap { byLanguage in
        byLanguage.sorted { $0.key < $1.key }.flatMap(\.value)
      }.map { "\"\(changed($0.text, in: round))\"" }
      return "{\"id\":\"t\(number)\",\"labels\":{\"en\":\"t\"},\"patterns\":{\"en\":["
        + patterns.joined(separator: ",") + "]}}"
    }
    return "{\"topics\":[\(entries.joined(separator: ","))]}"
  }

  private static func changed(_ pattern: String, in round: Int) -> String {
    guard round > 0 else { return pattern }
    let letter = ["q", "x", "w", "v", "j", "z", "y"][(round - 1) % 7]
    return pattern.split(separator: " ").map { term -> String in
      if let first = term.first, "/>".contains(first) { return String(term) }
      let words = term.trimmingCharacters(in: ["{", "}"]).split(separator: "|").map { word in
        word.hasSuffix("*") ? word.dropLast() + letter + "*" : word + letter
      }
      return words.count == 1 ? words.joined() : "{\(words.joined(separator: "|"))}"
    }.joined(separator: " ")
  }
}
