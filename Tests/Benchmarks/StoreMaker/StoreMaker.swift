// Makes a store of any size, the way the daemon does: through its writer, tagged with its catalogue.
//
//   StoreMaker FOLDER PUBLICATIONS [SOURCES [VERSIONS [CHARACTERS]]]
//
// SOURCES (100) share the publications evenly; each gets VERSIONS (1) polls, every one of which
// edits all of them; a text has about CHARACTERS (500). The same numbers make the same texts.
// Prints what was recorded and how long that took.
//
//   StoreMaker --upgrade reading|own|five|rules FOLDER
//
// Brings such a store to another catalogue. Prints versions tagged anew and kept, CPU and wall seconds.

import BriefDaemon
import BriefModel
import BriefStore
import BriefTopics
import BriefWriting
import Foundation

@main
enum StoreMaker {
  static func main() async throws {
    let arguments = CommandLine.arguments
    if arguments.count == 4, arguments[1] == "--upgrade",
      let change = Upgrading(rawValue: arguments[2])
    {
      return try await change.run(arguments[3])
    }
    guard arguments.count >= 3, let publications = Int(arguments[2]), publications > 0 else {
      print("usage: StoreMaker FOLDER PUBLICATIONS [SOURCES [VERSIONS [CHARACTERS]]]")
      exit(2)
    }
    func number(_ place: Int, else value: Int) -> Int {
      arguments.count > place ? max(1, Int(arguments[place]) ?? value) : value
    }
    let plan = StorePlan(
      publications: publications, sources: min(number(3, else: 100), publications),
      versions: number(4, else: 1), characters: number(5, else: 500))
    let start = Date()
    try await plan.make(in: StoreLocation(folder: arguments[1]))
    let seconds = Date().timeIntervalSince(start)
    let versions = publications * plan.versions
    print(
      "\(publications) publications, \(versions) versions, \(plan.sources) sources: \(Int(seconds)) s, \(Int(Double(versions) / seconds)) versions a second"
    )
  }
}

/// How large a store, and what stands in it.
struct StorePlan {
  var publications: Int
  var sources: Int
  var versions: Int
  /// Of a text, about.
  var characters: Int

  /// Entries of which the polls of one commit consist at most: what is tagged stays small.
  private static let batch = 2_000
  /// Of the last poll, two days after all others and of a source of its own: what a reader who comes
  /// back finds, however large the store is.
  private static let latest = 50
  /// 2024-01-01: the first poll of the first source.
  private static let beginning = Timestamp(seconds: 1_704_067_200)

  func make(in location: StoreLocation) async throws {
    let writer = try StoreWriter(
      location, holder: "StoreMaker", newID: StoreID(rawValue: UUID().uuidString.lowercased()),
      now: Self.beginning)
    let followed = (0...sources).map {
      Source(id: SourceID("source-\($0)"), url: "https://example.org/feed/\($0)")
    }
    try await writer.configure(followed)
    let catalogue = try TopicCatalogue.shipped()
    let tagger = Tagger(catalogue)
    var context = RecordingContext(
      catalogue: tagger.catalogueVersion, topics: tagger.topics, tag: { tagger.tagging(of: $0) },
      body: { _, _, _ in AlertBody(type: "change", text: "{}") })
    context.catalogueRecord = { tagger.record }
    try await writer.begin(context)
    for version in 0..<versions {
      var polls: [PollRecord] = []
      var waiting = 0
      for source in 0..<sources {
        polls.append(
          poll(
            of: followed[source].id,
            Array(stride(from: source, to: publications, by: sources)), version: version,
            at: moment(of: source, version: version)))
        waiting += publications / sources
        if waiting >= Self.batch || source == sources - 1 {
          let recorded = try await writer.record(polls, context: context)
          if let trouble = recorded.compactMap(\.trouble).first { throw trouble }
          (polls, waiting) = ([], 0)
        }
      }
    }
    let latest = poll(
      of: followed[sources].id, Array(publications..<publications + Self.latest), version: 0,
      at: moment(of: sources, version: versions).advanced(by: 2 * 86_400))
    if let trouble = try await writer.record([latest], context: context).first?.trouble {
      throw trouble
    }
    try await writer.checkpoint()
  }

  private func moment(of source: Int, version: Int) -> Timestamp {
    Self.beginning.advanced(by: Int64(version * sources + source) * 60)
  }

  private func poll(
    of source: SourceID, _ publications: [Int], version: Int, at time: Timestamp
  ) -> PollRecord {
    let entries = publications.map { publication in
      let entry = PlannedText(publication: publication, characters: characters)
        .entry(version: version)
      return IdentifiedEntry(
        entry: entry, canonicalLink: entry.link,
        publication: Fingerprint.publication(source: source, identity: entry.identity),
        versionID: Fingerprint.version(entry.content))
    }
    return PollRecord(
      source: source, time: time, observation: .snapshot(IdentifiedSnapshot(entries: entries)),
      rawDigest: Fingerprint.sha256(Array("\(source) \(version)".utf8)),
      facts: HTTPFacts(status: 200), outcome: "document", nextPoll: time.advanced(by: 86_400))
  }
}
