// The topic matcher on a text of many documents (a form feed between them), in megabytes per CPU
// second, for `topics_floor.c` to be measured against in the same run.
//
//   topics_bench TEXT [ROUNDS] [topics.json]     the shipped catalogue, or another
//   topics_bench --stems [topics.json]           the words and stems of its patterns, for the floor
//   topics_bench --claims TEXT [ROUNDS]          with the dated claims
//   topics_bench --grow N                        a catalogue of N topics, to standard output
import BriefModel
import BriefTopics
import Foundation

func catalogue(_ path: String?) throws -> TopicCatalogue {
  guard let path else { return try TopicCatalogue.shipped() }
  let bytes = Array(try Data(contentsOf: URL(filePath: path)))
  return try TopicCatalogue().adding(bytes, named: path)
}

func documents(_ path: String) throws -> [String] {
  try String(contentsOfFile: path, encoding: .utf8).split(separator: "\u{0C}").map(String.init)
}

/// The shipped catalogue's topics repeated under new ids, every stem with a letter put before its
/// end, so that the words are as long and as many as real ones.
func grown(to count: Int) throws -> String {
  let topics = try TopicCatalogue.shipped().topics.filter { !$0.patterns.isEmpty }
  var entries: [String] = []
  for number in 0..<count {
    let topic = topics[number % topics.count]
    let round = number / topics.count
    let patterns = topic.patterns.sorted { $0.key < $1.key }.flatMap { $0.value.map(\.text) }
    let list = patterns.map { pattern in
      let words = pattern.split(separator: " ").map { word -> String in
        guard round > 0, !"/>{".contains(word.first ?? " ") else { return String(word) }
        let letter = ["q", "x", "w", "v", "j", "z", "y"][(round - 1) % 7]
        return word.hasSuffix("*") ? word.dropLast() + letter + "*" : word + letter
      }
      return "\"\(words.joined(separator: " "))\""
    }
    entries.append(
      "{\"id\":\"t\(number)\",\"labels\":{\"en\":\"t\"},\"patterns\":{\"en\":[\(list.joined(separator: ","))]}}"
    )
  }
  return "{\"topics\":[\(entries.joined(separator: ","))]}"
}

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "--stems":
  let matcher = TopicMatcher(try catalogue(arguments.dropFirst().first))
  print(matcher.words.joined(separator: "\n"))
case "--grow": print(try grown(to: Int(arguments.last ?? "") ?? 50))
case let first?:
  let withClaims = first == "--claims"
  let rest = withClaims ? Array(arguments.dropFirst()) : arguments
  let texts = try documents(rest.first ?? "")
  let rounds = rest.count > 1 ? Int(rest[1]) ?? 1 : 1
  let matcher = TopicMatcher(try catalogue(rest.count > 2 ? rest[2] : nil))
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
    "{\"topics\": \(matcher.catalogue.topics.count), \"found\": \(tagged), \"documents\": \(texts.count), \"mb_per_cpu_second\": \(bytes / 1e6 / seconds)}"
  )
default: print("usage: topics_bench [--stems | --grow | --claims] …")
}
