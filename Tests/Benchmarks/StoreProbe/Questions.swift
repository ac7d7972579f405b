import BriefClient
import BriefModel
import BriefStore
import Foundation

/// User and system time of this process since it began, in milliseconds.
func cpuMilliseconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) * 1000 }

/// Asks a store through the client library.
struct Questions {
  let folder: String

  /// For each question: CPU milliseconds of one answer, how many results, and the same question as
  /// FTS5 reads it. The first answer, which opens the index, is not counted.
  func search(_ questions: ArraySlice<String>, repeats: Int) throws {
    let archive = try Archive(at: folder)
    for question in questions {
      let results = try archive.search(question).results.count
      let start = cpuMilliseconds()
      for _ in 0..<repeats { _ = try archive.search(question) }
      let spent = (cpuMilliseconds() - start) / Double(repeats)
      print([question, String(spent), String(results), match(question)].joined(separator: "\t"))
    }
  }

  /// Plain words and phrases alone; conditions (`topic:`) are left to the driver.
  private func match(_ question: String) -> String {
    var terms: [SearchExpression] = []
    for (index, part) in question.components(separatedBy: "\"").enumerated() {
      let texts = index.isMultiple(of: 2) ? part.components(separatedBy: " ") : [part]
      for text in texts where !text.contains(":") {
        let words = SearchFold.sought(text)
        if !words.isEmpty { terms.append(.words(words, field: nil)) }
      }
    }
    return terms.count == 1 ? terms[0].match : SearchExpression.all(terms).match
  }

  /// CPU milliseconds of the slowest, the oldest and the newest version of the publication that has
  /// the most.
  func read(repeats: Int) throws {
    let store = try StoreReader(StoreLocation(folder: folder))
    let spent = try store.read { snapshot throws -> [Double] in
      let longest = try snapshot.publications(PublicationFilter()).max { $0.versions < $1.versions }
      guard let longest, let row = try snapshot.row(of: longest.reference.id) else { return [] }
      return try (1...longest.versions).map { version in
        let start = cpuMilliseconds()
        for _ in 0..<repeats { _ = try snapshot.content(publication: row, number: version) }
        return (cpuMilliseconds() - start) / Double(repeats)
      }
    }
    print(
      "versions \(spent.count) slowest_ms \(spent.max() ?? 0) oldest_ms \(spent.first ?? 0)",
      "newest_ms \(spent.last ?? 0)")
  }
}
