// What each step from a document to its rows costs, apart from the network and the database.
//
//   StageCost [ROUNDS] DOCUMENT...     CPU milliseconds of each step over the documents' entries
//   StageCost --dump TEXTS [PLACE]     what the steps make of texts (a form feed between them), a line
//                                      each, so that two builds can be compared
//
// A step is run over all entries, ROUNDS (1) times, before the next one begins.

import BriefDaemon
import BriefExtraction
import BriefModel
import BriefParsing
import BriefStore
import BriefTopics
import Foundation

@main
enum StageCost {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "--dump"?: try Dump(texts: arguments.dropFirst().first ?? "").run()
    case let first?:
      let rounds = Int(first)
      try Stages(
        rounds: max(1, rounds ?? 1), documents: Array(arguments.dropFirst(rounds == nil ? 0 : 1))
      ).run()
    case nil: print("usage: StageCost [ROUNDS] DOCUMENT... | --dump TEXTS")
    }
  }
}

struct Stages {
  let rounds: Int
  let documents: [String]

  func run() throws {
    let documents = try self.documents.map { Array(try Data(contentsOf: URL(filePath: $0))) }
    let megabytes = Double(documents.reduce(0) { $0 + $1.count }) / 1e6
    let entries = documents.flatMap { document in
      (try? FeedParser.parse(document))?.snapshot().entries ?? []
    }
    let texts = entries.map { $0.content.body?.text ?? "" }
    let matcher = TopicMatcher(try TopicCatalogue.shipped())
    let tagger = try Tagger.shipped()
    print(
      "\(entries.count) entries, \(megabytes) MB; language \(texts.first.map(Self.language) ?? "")")
    measure("digest") { for document in documents { _ = Fingerprint.sha256(document) } }
    measure("parse") { for document in documents { _ = try? FeedParser.parse(document) } }
    let feeds = documents.compactMap { try? FeedParser.parse($0) }
    measure("snapshot") { for feed in feeds { _ = feed.snapshot() } }
    measure("language") { for text in texts { _ = Self.language(text) } }
    measure("link") { for entry in entries { _ = entry.link.flatMap { canonicalLink($0) } } }
    measure("comparable") { for entry in entries { _ = entry.content.comparable } }
    measure("version id") { for entry in entries { _ = Fingerprint.version(entry.content) } }
    measure("encode") { for entry in entries { _ = ContentCodec.encode(entry.content) } }
    let encoded = entries.map { ContentCodec.encode($0.content) }
    measure("compress") { for bytes in encoded { _ = try? Compression.compress(bytes) } }
    var stems = KnownStems()
    measure("fold") { for text in texts { _ = SearchFold.indexedBytes(text, &stems) } }
    measure("topics") {
      for text in texts { _ = matcher.explanations(title: nil, text: text, withVoided: false) }
    }
    let topics = texts.map { matcher.explanations(title: nil, text: $0) }
    measure("claims") {
      for (text, topics) in zip(texts, topics) {
        _ = ClaimFinder().claims(
          title: nil, text: text, published: nil, language: nil, topics: topics)
      }
    }
    measure("figures") {
      for (text, topics) in zip(texts, topics) {
        _ = FigureFinder().figures(title: nil, text: text, language: nil, topics: topics)
      }
    }
    measure("tagging") { for entry in entries { _ = tagger.tagging(of: entry) } }
  }

  static func language(_ text: String) -> String {
    LanguageGuess.language(of: String(decoding: text.utf8.prefix(2_000), as: UTF8.self)) ?? "-"
  }

  private func measure(_ stage: String, _ work: () -> Void) {
    let start = clock()
    for _ in 0..<rounds { work() }
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC) / Double(rounds)
    print("\(stage): \(Int(seconds * 100_000) / 100) ms")
  }
}
