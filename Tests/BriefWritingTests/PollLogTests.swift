import BriefModel
import BriefStore
import BriefWriting
import GRDB
import Testing

/// What the log keeps of each poll is what the source's own row said right after it.
struct PollLogTests {
  private static let columns =
    "state, trouble_since, last_success, next_poll, failures, oddities, moved_to, silent_since"

  private struct Step {
    var observation: Observation = .unchanged
    var movedTo: String?
    var silence: UsualSilence?
    var isPaused: Bool?
  }

  private static let trouble = Observation.trouble(
    PollTrouble(code: "http-500", sentence: "The server has trouble."))
  private static let gone = Observation.trouble(
    PollTrouble(code: "gone", sentence: "It is gone.", isFinal: true))

  private static let steps: [Step] = [
    Step(), Step(observation: trouble), Step(observation: trouble), Step(),
    Step(movedTo: "https://example.org/moved"), Step(observation: gone), Step(observation: trouble),
    Step(),
    Step(isPaused: true), Step(observation: trouble), Step(isPaused: false), Step(),
    Step(silence: UsualSilence(since: Timestamp(seconds: 1_600_000_000), gap: 60, longest: 600)),
    Step(silence: UsualSilence(since: Timestamp(seconds: 1_600_000_000), gap: 60, longest: 600)),
    Step(),
  ]

  @Test func `a poll is logged with the state that it left behind, once round the ring and again`()
    async throws
  {
    let desk = try Desk()
    let writer = try desk.open()
    var time = desk.now
    for round in 0..<9 {
      for (number, step) in Self.steps.enumerated() {
        if let isPaused = step.isPaused {
          _ = try await writer.setPaused(SourceID("s"), isPaused, at: time)
        }
        time = time.advanced(by: 3_600)
        var poll = PollRecord(
          source: SourceID("s"), time: time, observation: step.observation,
          facts: HTTPFacts(status: 304), outcome: "step-\(number)",
          nextPoll: time.advanced(by: 1_800))
        (poll.movedTo, poll.silence) = (step.movedTo, step.silence)
        let recorded = try await writer.record([poll], context: desk.context)
        #expect(recorded.map(\.trouble) == [nil])
        let (seconds, name) = (time.seconds, "round \(round), step \(number)")
        try await writer.write { db in
          let logged = try Row.fetchAll(
            db, sql: "SELECT \(Self.columns) FROM poll WHERE time = ?", arguments: [seconds])
          let kept = try Row.fetchAll(db, sql: "SELECT \(Self.columns) FROM poll_state")
          #expect(logged == kept, "\(name)")
        }
      }
    }
    let count = try await writer.write { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM poll")
    }
    #expect(count == 48)
  }
}
