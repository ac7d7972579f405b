import BriefAlerting
import BriefDaemon
import BriefModel
import BriefStore
import BriefWriting
import Testing

@Suite struct ParkingTests {
  private let scene = DeliveryScene()
  private let refusing = ScriptedChannel("desk") { _, _ in .park(reason: "HTTP 400: no") }

  @Test func `parked alerts are told of through another channel, in one word`() async throws {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, ["a", "b", "c"], channels: ["desk"])
    let bodies = Bodies()
    let wall = ScriptedChannel("wall") { alert, _ in
      await bodies.add(alert.body.text)
      return .delivered()
    }
    // Two rounds: the word may be owed after the other channel has looked for the last time.
    for _ in 0..<2 {
      try await scene.dispatcher(writer, [refusing, wall]).drain(seconds: 30)
    }
    let told = await bodies.all
    #expect(told.count >= 1)
    #expect(
      told.allSatisfy {
        $0.contains(#""rule":"parked","type":"channel""#)
          && $0.contains(#""channel":"desk","count":"#) && $0.contains(#""reason":"HTTP 400: no""#)
      })
    #expect(try await scene.counts(writer) == [0, 3, 0, 3])
  }

  @Test func `a parked notice is told of to nobody`() async throws {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, ["a"], channels: ["desk"])
    let wall = ScriptedChannel("wall") { _, _ in .park(reason: "HTTP 400") }
    for _ in 0..<4 { try await scene.dispatcher(writer, [refusing, wall]).drain(seconds: 30) }
    #expect(try await scene.counts(writer) == [0, 2, 0, 2])
  }

  @Test func `replay sends parked alerts again under their keys`() async throws {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, ["a", "b"], channels: ["desk", "other"])
    let others = ScriptedChannel("other") { _, _ in .park(reason: "no") }
    try await scene.dispatcher(writer, [refusing]).drain(seconds: 30)
    try await scene.dispatcher(writer, [others]).drain(seconds: 30)
    #expect(try await scene.counts(writer) == [0, 4, 0, 4])

    #expect(try await writer.replay(.channel(ChannelID("desk")), at: scene.clock.moment.wall) == 2)
    #expect(try await writer.replay(.key("nobody's"), at: scene.clock.moment.wall) == 0)
    let mended = ScriptedChannel("desk")
    try await scene.dispatcher(writer, [mended]).drain(seconds: 30)
    #expect(mended.attempts.sorted() == refusing.attempts.sorted())
    #expect(try await scene.counts(writer) == [0, 2, 0, 2])

    let key = try #require(mended.attempts.first)
    #expect(try await writer.replay(.key(key), at: scene.clock.moment.wall) == 1)
    #expect(try await writer.replay(.all, at: scene.clock.moment.wall) == 2)
    #expect(try await scene.counts(writer) == [3, 0, 3, 0])
  }

  @Test func `the store tells how the channels fare`() async throws {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, (0..<5).map { "p\($0)" }, channels: ["dead", "desk", "gone"])
    let began = scene.clock.moment.wall
    scene.clock.pass(seconds: 3)
    let dead = ScriptedChannel("dead") { _, _ in .retry(answer: "no connection") }
    let desk = ScriptedChannel("desk") { _, number in
      number == 0 ? .park(reason: "HTTP 400") : .delivered()
    }
    try await scene.dispatcher(writer, [dead, desk]).drain(seconds: 30)

    let now = scene.clock.moment.wall
    let reports = try await writer.read { try $0.channelReports() }
    var expected = ["dead", "desk", "gone"].map { ChannelReport(channel: ChannelID($0)) }
    expected[0].pending = 5
    expected[0].troubleSince = now
    expected[0].answer = "no connection"
    expected[0].nextTry = now.advanced(by: 60)
    expected[1].parked = 1
    expected[1].delivered = 4
    expected[1].lastDelivered = now
    expected[2].pending = 5
    expected[2].isOff = true
    expected[2].troubleSince = now
    expected[2].answer = "alerts wait for it, and the configuration does not have it"
    expected[2].nextTry = began
    // Word that one was parked, for the first of the other channels.
    expected[0].pending += 1
    #expect(reports == expected)
    let latency = try await writer.read { try $0.deliveryLatency(since: began) }
    #expect(latency == DeliveryLatency(count: 4, p50: 3, p95: 3))
    let parked = try await writer.read { try $0.outboxEntries(in: [.parked], limit: 10) }
    #expect(parked.map(\.answer) == ["HTTP 400"])
    #expect(parked.map(\.attempts) == [1])
  }
}

private actor Bodies {
  private(set) var all: [String] = []
  func add(_ body: String) { all.append(body) }
}
