import BriefModel
import BriefWriting
import Testing

@testable import BriefDaemon

@Suite struct RecordingLoadTests {
  private func poll(_ observation: Observation, bytes: Int) -> PollRecord {
    PollRecord(
      source: SourceID("s"), time: Timestamp(seconds: 0), observation: observation,
      outcome: "document", bytes: bytes)
  }

  @Test func `it is full by polls or by bytes, and has room again when they are in the store`() {
    let small = poll(.unchanged, bytes: 200)
    var load = RecordingLoad()
    for _ in 0..<511 { load.began(small) }
    #expect(!load.isFull)
    load.began(small)
    #expect(load.isFull)
    load.ended(small)
    #expect(!load.isFull)
    // One that is larger than all may be together comes in, and then nothing until it is through.
    let large = poll(.snapshot(IdentifiedSnapshot(entries: [])), bytes: 16 << 20)
    load.began(large)
    #expect(load.isFull)
    load.ended(large)
    #expect(!load.isFull)
  }

  @Test func `bytes of what brought no document do not count`() {
    let refused = poll(.trouble(PollTrouble(code: "too-large", sentence: "")), bytes: 16 << 20)
    var load = RecordingLoad()
    for _ in 0..<8 { load.began(refused) }
    #expect(!load.isFull)
  }
}
