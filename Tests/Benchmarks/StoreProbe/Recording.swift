import BriefClient
import BriefModel
import BriefStore
import BriefWriting
import Foundation
import GRDB

/// Records through the daemon's writer, without topics: what is measured is the store.
struct Recording {
  let folder: String
  private static let beginning = Timestamp(seconds: 1_704_067_200)
  static let context = RecordingContext(body: { _, _, _ in AlertBody(type: "change", text: "{}") })

  func writer() throws -> StoreWriter {
    try StoreWriter(
      StoreLocation(folder: folder), holder: "StoreProbe",
      newID: StoreID(rawValue: UUID().uuidString.lowercased()), now: Self.beginning)
  }

  /// Each file is the whole listing at one moment; each thousand of its lines is a source's.
  func take(_ files: [String]) async throws {
    let writer = try writer()
    for (hour, file) in files.enumerated() {
      let lines = try PlainLines(file)
      if hour == 0 {
        try await writer.configure(
          (0..<Self.sourcesOfFile).map {
            Source(id: SourceID("s\($0)"), url: "https://example.org/\($0)")
          })
      }
      for number in 0..<Self.sourcesOfFile {
        let source = "s\(number)"
        let entries = lines.next(Self.entriesOfSource).compactMap { line -> IdentifiedEntry? in
          let parts = line.split(separator: "\t", maxSplits: 1)
          return parts.count == 2
            ? Self.entry(String(parts[0]), String(parts[1]), source: source) : nil
        }
        guard !entries.isEmpty else { break }
        try await record([Self.poll(entries, source: source, hour: hour)], by: writer)
      }
    }
    try await writer.checkpoint()
  }

  /// A thousand entries a source, two thousand a commit, as under load. Prints CPU and wall
  /// seconds.
  func record(_ count: Int) async throws {
    let writer = try writer()
    let sources = (0..<max(1, count / Self.entriesOfSource)).map { "s\($0)" }
    try await writer.configure(
      sources.map { Source(id: SourceID($0), url: "https://example.org/\($0)") })
    for (hour, phase) in ["new", "unchanged", "edited"].enumerated() {
      let version = phase == "edited" ? 1 : 0
      let polls = sources.map { source in
        let entries = (0..<Self.entriesOfSource).map { number in
          Self.entry("\(number)", PlannedWords.text(source, number, version), source: source)
        }
        return Self.poll(entries, source: source, hour: hour)
      }
      let (cpu, wall) = (cpuMilliseconds(), Date())
      for start in stride(from: 0, to: polls.count, by: 2) {
        try await record(Array(polls[start..<min(start + 2, polls.count)]), by: writer)
      }
      print(
        "\(phase) \(sources.count * Self.entriesOfSource)",
        (cpuMilliseconds() - cpu) / 1000, Date().timeIntervalSince(wall))
    }
  }

  static let entriesOfSource = 1_000
  /// Files have at most so many thousands of lines.
  private static let sourcesOfFile = 10

  /// Forgets by which number the index was made, and lets an upgrade make it. Topics stay.
  func index() async throws {
    let writer = try writer()
    let catalogue = try await writer.write { db in
      try db.execute(sql: "UPDATE derivation SET number = 0 WHERE kind = 'search'")
      return try Int.fetchOne(db, sql: "SELECT number FROM derivation WHERE kind = 'tags'") ?? 0
    }
    let context = RecordingContext(
      catalogue: catalogue, body: { _, _, _ in AlertBody(type: "change", text: "{}") })
    let (cpu, wall) = (cpuMilliseconds(), Date())
    let report = try await writer.upgrade(context)
    print(
      "indexed \(report.indexed ?? 0)", (cpuMilliseconds() - cpu) / 1000,
      Date().timeIntervalSince(wall))
    try await writer.checkpoint()
  }

  func record(_ polls: [PollRecord], by writer: StoreWriter) async throws {
    let recorded = try await writer.record(polls, context: Self.context)
    if let trouble = recorded.compactMap(\.trouble).first { throw trouble }
  }

  static func entry(_ name: String, _ text: String, source: String) -> IdentifiedEntry {
    let link = "https://example.org/\(source)/\(name)"
    let entry = Entry(
      identity: Identity(kind: .entryID, value: link), link: link,
      content: Content(
        title: "Brief \(name)", authors: ["A. Author"], published: beginning,
        body: Body(text: text)),
      language: "en")
    return IdentifiedEntry(
      entry: entry, canonicalLink: link,
      publication: Fingerprint.publication(source: SourceID(source), identity: entry.identity),
      versionID: Fingerprint.version(entry.content))
  }

  static func poll(_ entries: [IdentifiedEntry], source: String, hour: Int) -> PollRecord {
    let time = beginning.advanced(by: Int64(hour) * 3600)
    return PollRecord(
      source: SourceID(source), time: time,
      observation: .snapshot(IdentifiedSnapshot(entries: entries)),
      rawDigest: Fingerprint.sha256(Array("\(source) \(hour)".utf8)),
      facts: HTTPFacts(status: 200), outcome: "document", nextPoll: time.advanced(by: 3600))
  }
}

/// Texts of about 500 letters, the same on every run; a version differs by one number.
enum PlannedWords {
  private static let syllables = ["ba", "re", "mi", "no", "ta", "lu", "ki", "so", "ve", "dar"]

  static func text(_ source: String, _ number: Int, _ version: Int) -> String {
    var state = UInt64(number) &* 0x9e37_79b9_7f4a_7c15
    for byte in source.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var words: [String] = []
    for _ in 0..<70 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var draw = Int(state >> 40)
      var word = ""
      for _ in 0..<(1 + draw % 4) {
        draw /= 3
        word += syllables[draw % syllables.count]
      }
      words.append(word)
    }
    return words.joined(separator: " ") + ". Item \(version + 1) of \(number)."
  }
}
