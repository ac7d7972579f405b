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
    (state.freshFor, state.window) = (300, 20)
    state.trust = ConditionalTrust()
    state.trust.whole(wasConditional: false, changed: true, at: now)
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
