import BriefModel
import BriefStore
import Foundation
import Testing

@testable import BriefDaemon

/// What is written by hand is what the encoder writes.
struct PollStateTextTests {
  static let full: PollState = {
    var state = PollState()
    let now = Timestamp(seconds: 1_700_000_000)
    (state.lastPoll, state.lastSuccess, state.lastChange) = (now, now, now.advanced(by: -9))
    (state.nextPoll, state.failingSince, state.retiredAt) = (now.advanced(by: 60), now, now)
    (state.polls, state.notModified, state.failures) = (17, 4, 3)
    state.failure = .timeOut
    state.isPaused = true
    state.manners = FeedManners(
      ttl: 3_600, updatePeriod: 86_400, skipHours: [0, 23], skipDays: [6, 7],
      hub: "https://hub.example/\"a\\b\u{1}/ü")
    state.leadsTo = "b.example:443"
    (state.freshFor, state.window) = (300, 20)
    state.trust = ConditionalTrust()
    state.trust.whole(wasConditional: false, changed: true, at: now)
    (state.trust.refusals, state.trust.plainLeft) = (2, 5)
    state.redirect = RedirectAdoption.after(nil, target: "https://b.example/", at: now)
    state.planned = PlannedPoll(wait: 900, price: 0.000_759_548_611)
    state.reasons = [
      PollReason(.learned, seconds: 900, count: 2),
      PollReason(.hostAsked, until: now, detail: "b.example:443"),
    ]
    return state
  }()

  @Test(arguments: [PollState(), full])
  func `the text says what the encoder says`(_ state: PollState) throws {
    #expect(try state.text == StoreJSON.text(state))
    #expect(try StoreJSON.value(PollState.self, state.text) == state)
  }

  @Test func `a text is read without a decoder as with one`() throws {
    var state = Self.full
    state.manners.hub = "https://hub.example/"
    #expect(PollState(text: PollState().text) == PollState())
    #expect(PollState(text: state.text) == state)
  }

  @Test(arguments: [
    "", "{", "{}x", #"{"polls":1"#, #"{"polls":1.5}"#, #"{"polls":-1}"#, #"{"polls":"1"}"#,
    #"{ "polls":1}"#, #"{"unknown":1}"#, #"{"lastPoll":"2024-02-30T00:00:00Z"}"#,
    #"{"lastPoll":"2024-02-03"}"#, #"{"failure":"none-of-ours"}"#, #"{"reasons":[{}]}"#,
    #"{"manners":{"hub":"\u0041"}}"#, #"{"redirect":{"polls":1}}"#, #"{"isPaused":1}"#,
    #"{"polls":99999999999999999999}"#, #"{"planned":{"price":1e999}}"#,
  ]) func `a text of another shape is left to the decoder`(_ text: String) {
    #expect(PollState(text: text) == nil)
  }

  @Test func `a rhythm is read without a decoder as with one`() throws {
    var rhythm = Rhythm()
    try #expect(Rhythm(text: StoreJSON.text(rhythm)) == rhythm)
    let now: Int64 = 1_700_000_000
    _ = rhythm.observe(
      [now - 90_000, now - 4_000, now - 10], since: nil, at: now,
      shared: [Double](repeating: 1, count: RhythmComponent.count))
    let text = try StoreJSON.text(rhythm)
    #expect(Rhythm(text: text) == rhythm)
    #expect(try StoreJSON.value(Rhythm.self, text) == rhythm)
    #expect(Rhythm(text: String(text.dropLast())) == nil)
    #expect(Rhythm(text: #"{"asOf":1,"slow":1}"#) == nil)
  }

  @Test(arguments: [1, 5, 40, 400, 4_000])
  func `a habit counts the same however it lies in memory`(publications: Int) throws {
    var habit = Habit()
    var counted = [UInt16](repeating: 0, count: Habit.hours + Habit.tens + Habit.fives)
    var generator = SplitMix(state: 9)
    for _ in 0..<publications {
      // All at the weight of the first: within a moment of it, in any hour.
      let moment = Int64(generator.next() % 604_800)
      var one = Habit()
      one.add(moment)
      for (place, count) in one.counts.enumerated() where count > 0 { counted[place] += 1 }
      habit.add(moment)
    }
    let filled = habit.counts.map { $0 > 0 }
    #expect(filled == counted.map { $0 > 0 })
    #expect(try StoreJSON.value(Habit.self, StoreJSON.text(habit)) == habit)
  }

  @Test func `a habit is stored by the places that count`() throws {
    var habit = Habit()
    for day in 0..<3 { habit.add(1_700_000_000 + Int64(day) * 86_400) }
    let text = try StoreJSON.text(habit)
    #expect(text.utf8.count < 200)
    #expect(try StoreJSON.value(Habit.self, text) == habit)
    #expect(try StoreJSON.value(Habit.self, StoreJSON.text(Habit())) == Habit())
    let odd = #"{"counts":[60000,5,3,7],"epoch":1,"total":2}"#
    #expect(try StoreJSON.value(Habit.self, odd).counts.count { $0 > 0 } == 1)
  }
}
