import BriefModel
import Testing

/// What comes in bulk is one summary, and news is not lost in it.
struct PollBulkTests {
  private static let channel = ChannelID("desk")
  private static let newest = Timestamp(seconds: 1_700_000_000)

  /// Changes of one poll, each published so many days before the newest known publication.
  private static func owed(
    _ kind: Change.Kind, daysBefore: [Int64?], bulk: PollBulk
  ) throws -> [Int] {
    var details: [PublicationID: ChangeDetails] = [:]
    let model = try AlertScene.change(kind: kind)
    let changes = try daysBefore.enumerated().map { ordinal, days in
      let digits = String(ordinal + 16, radix: 16)
      let id = try #require(
        PublicationID(hexadecimal: digits + String(repeating: "0", count: 32 - digits.count)))
      details[id] = ChangeDetails(published: days.map { newest.advanced(by: -$0 * 86_400) })
      let reference = PublicationReference(
        id: id, source: SourceID("pism"), title: "T", link: nil)
      return Change(
        revision: model.revision, ordinal: ordinal, time: model.time, kind: kind,
        publication: reference, version: 1, isSilent: model.isSilent,
        differences: model.differences, topics: [])
    }
    let rules = [AlertRule(name: "r", channels: [channel])]
    // For each message how many changes it tells.
    return Alert.owed(
      for: changes, rules: rules, source: SourceID("pism"), bulk: bulk, details: details
    ).map(\.changes.count)
  }

  private static func bulk(_ listed: Int, round: Timestamp? = nil) -> PollBulk {
    PollBulk(isFirstPoll: false, listed: listed, firstRound: round, newest: newest)
  }

  @Test func `forty old entries at once are one summary, and the new one beside them is told`()
    throws
  {
    let old = [Int64?](repeating: 2_000, count: 40)
    #expect(try Self.owed(.added, daysBefore: old, bulk: Self.bulk(400)) == [40])
    #expect(try Self.owed(.added, daysBefore: old + [-1], bulk: Self.bulk(400)) == [40, 1])
  }

  @Test func `a few old entries and a dozen new ones are told one by one`() throws {
    #expect(try Self.owed(.added, daysBefore: [2_000, 2_000], bulk: Self.bulk(40)) == [1, 1])
    let news = [Int64?](repeating: -1, count: 12)
    let ones = [Int](repeating: 1, count: 12)
    #expect(try Self.owed(.added, daysBefore: news, bulk: Self.bulk(15)) == ones)
    let undated = [Int64?](repeating: nil, count: 12)
    #expect(try Self.owed(.added, daysBefore: undated, bulk: Self.bulk(15)) == ones)
  }

  @Test func `most of a long listing new at once is one summary, whatever the dates`() throws {
    let undated = [Int64?](repeating: nil, count: 40)
    #expect(try Self.owed(.added, daysBefore: undated, bulk: Self.bulk(70)) == [40])
    #expect(try Self.owed(.added, daysBefore: undated, bulk: Self.bulk(100)).count == 40)
  }

  @Test func `while the first pages are read, what is older than the first poll is gathered`()
    throws
  {
    let round = Self.bulk(45, round: Self.newest)
    #expect(try Self.owed(.added, daysBefore: [3, nil, -1, 9], bulk: round) == [3, 1])
    #expect(try Self.owed(.revised, daysBefore: [3, 4], bulk: round) == [1, 1])
  }

  @Test func `many edits at once are one summary as before`() throws {
    let edits = [Int64?](repeating: 3, count: 30)
    #expect(try Self.owed(.revised, daysBefore: edits, bulk: Self.bulk(40)) == [30])
    #expect(try Self.owed(.revised, daysBefore: [3, 4], bulk: Self.bulk(2)) == [1, 1])
  }
}
