import BriefDaemon
import BriefModel
import BriefStore
import BriefTopics
import BriefWriting
import Foundation
import GRDB
import Synchronization
import Testing

/// A store whose tags are made anew only where a new catalogue may change them has the rows of one
/// whose every version is tagged anew.
struct RetaggingTests {
  /// Two stores with the same polls.
  private final class Pair {
    let sparing: Store
    let thorough: Store
    private let catalogues = Catalogues()
    private var dice: Dice
    private(set) var number = 0
    private var published = 0

    init(seed: UInt64) throws {
      dice = Dice(state: seed &* 77 &+ 5)
      sparing = try Store()
      thorough = try Store()
    }

    /// What a daemon does that starts with a catalogue.
    func begin(_ catalogue: TopicCatalogue) async throws {
      number += 1
      let context = catalogues.context(number, catalogue)
      try await sparing.begin(context)
      var all = context
      all.changedTexts = { _ in nil }
      try await thorough.begin(all)
    }

    func poll(_ edited: Int, new: Int) async throws {
      var entries = (0..<edited).map { _ in entry(dice.below(max(1, published))) }
      entries += (0..<new).map { entry(published + $0) }
      published += new
      try await sparing.poll(entries)
      try await thorough.poll(entries)
    }

    private func entry(_ name: Int) -> Entry {
      RandomText.entry(name, &dice)
    }
  }

  /// Catalogues by number; the record of one is its number.
  private final class Catalogues: Sendable {
    private let byNumber = Mutex<[Int: TopicCatalogue]>([:])

    func context(_ number: Int, _ catalogue: TopicCatalogue) -> RecordingContext {
      byNumber.withLock { $0[number] = catalogue }
      let tagger = Tagger(catalogue)
      var context = RecordingContext(
        catalogue: number, tag: { tagger.tagging(of: $0) },
        body: { _, _, _ in AlertBody(type: "change", text: "{}") })
      context.catalogueRecord = { Array("\(number)".utf8) }
      context.changedTexts = { [self] records in
        let others = records.compactMap { record in
          Int(String(decoding: record, as: UTF8.self)).flatMap { number in
            byNumber.withLock { $0[number] }
          }
        }
        guard others.count == records.count,
          let changed = ChangedTexts(from: others, to: catalogue)
        else { return nil }
        return {
          changed.mayHold(title: $0.content.title, text: $0.content.body?.text ?? "")
        }
      }
      return context
    }
  }

  @Test(arguments: 1...2)
  func `what a new catalogue leaves alone has the tags that it would give`(_ seed: Int) async throws
  {
    var random = RandomCatalogue(seed: UInt64(seed))
    let pair = try Pair(seed: UInt64(seed))
    try await pair.begin(random.catalogue())
    for part in 0..<5 { try await pair.poll(part * 10, new: 12) }
    var (kept, tagged) = (0, 0)
    for round in 0..<10 {
      random.edit()
      try await pair.begin(random.catalogue())
      // Now and then a catalogue tags a poll, and no upgrade follows before the next one.
      if round % 4 == 3 {
        try await pair.poll(4, new: 2)
        continue
      }
      let report: UpgradeReport
      if round % 5 == 2 {
        report = try await pair.sparing.upgradeCutShort()
      } else {
        report = try await pair.sparing.upgrade()
      }
      _ = try await pair.thorough.upgrade()
      kept += report.kept ?? 0
      tagged += report.tagged ?? 0
      let (rows, expected) = (try await pair.sparing.rows(), try await pair.thorough.rows())
      for table in expected.keys.sorted() {
        #expect(rows[table] == expected[table], "\(table), round \(round)")
      }
    }
    // Otherwise the comparison says nothing.
    #expect(kept > 50 && tagged > 50, "\(kept) kept, \(tagged) tagged")
  }

  @Test func `a record of a catalogue gives the catalogue back, and other rules none`() throws {
    let own = #"{"topics":[{"id":"sugar","labels":{"en":"Sugar"},"patterns":{"en":["sugar"]}}]}"#
    let catalogue = try TopicCatalogue.loading(
      userFiles: [("b.json", Array(own.utf8)), ("a.json", Array("{".utf8))]
    ).catalogue
    let record = CatalogueRecord.of(catalogue)
    let read = try #require(CatalogueRecord.catalogue(record))
    #expect(read.topics.map(\.id) == catalogue.topics.map(\.id))
    #expect(read.topics.map(\.patterns) == catalogue.topics.map(\.patterns))
    #expect(read.groups == catalogue.groups)
    let shipped = try #require(CatalogueRecord.catalogue(CatalogueRecord.ofShipped()))
    let changed = try #require(ChangedTexts(from: [shipped], to: catalogue))
    #expect(changed.mayHold(title: "On sugar", text: ""))
    #expect(!changed.mayHold(title: "On gas", text: "The market of 1 May 2024."))
    let other = String(decoding: record, as: UTF8.self)
      .replacing("{\"rules\":\(TaggingRules.number),", with: "{\"rules\":0,", maxReplacements: 1)
    #expect(CatalogueRecord.catalogue(Array(other.utf8)) == nil)
    #expect(CatalogueRecord.catalogue([]) == nil)
  }
}
