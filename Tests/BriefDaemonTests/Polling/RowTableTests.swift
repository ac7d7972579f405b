import BriefModel
import Testing

@testable import BriefDaemon

@Suite struct RowTableTests {
  private func slot(_ id: SourceID, polls: Int64) -> PollQueue.Slot {
    var state = PollState()
    state.polls = polls
    return PollQueue.Slot(source: ScheduledSource(id: id, host: "h"), state: state)
  }

  @Test func `it holds what a dictionary would, whatever comes, changes and goes`() {
    var table = RowTable<PollQueue.Slot>()
    table.reserve(10)
    var model: [SourceID: Int64] = [:]
    var generator = SplitMix(state: 5)
    for step in 0..<3_000 {
      let id = SourceID("s\(generator.next() % 40)")
      switch generator.next() % 3 {
      case 0:
        table[id] = nil
        model[id] = nil
      case 1:
        table[id] = slot(id, polls: Int64(step))
        model[id] = Int64(step)
      default:
        table[id]?.state.polls += 1
        if let polls = model[id] { model[id] = polls + 1 }
      }
      #expect(table[id]?.state.polls == model[id])
      #expect(table.count == model.count)
    }
    #expect(table.keys.sorted() == model.keys.sorted())
    let listed = Dictionary(uniqueKeysWithValues: table.map { ($0.0, $0.1.state.polls) })
    #expect(listed == model)
  }
}
