import Testing

@testable import BriefDaemon

@Suite struct RecordingLoadTests {
  @Test func `it is full by polls or by bytes, and has room again when they are in the store`() {
    var load = RecordingLoad()
    for _ in 0..<511 { load.began(bytes: 200) }
    #expect(!load.isFull)
    load.began(bytes: 200)
    #expect(load.isFull)
    load.ended(bytes: 200)
    #expect(!load.isFull)
    // One that is larger than all may be together comes in, and then nothing until it is through.
    load.began(bytes: 16 << 20)
    #expect(load.isFull)
    load.ended(bytes: 16 << 20)
    #expect(!load.isFull)
  }
}
