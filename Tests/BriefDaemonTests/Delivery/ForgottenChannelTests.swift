import BriefAlerting
import BriefDaemon
import BriefModel
import BriefStore
import BriefWriting
import Testing

/// Channels that the configuration does not have any more.
@Suite struct ForgottenChannelTests {
  private let scene = DeliveryScene()
  private let old = ChannelID("old")
  private let new = ChannelID("new")

  /// Two alerts given up and two that wait for `old`; one of them is owed to `new`, too.
  private func prepare(_ writer: StoreWriter) async throws {
    try await scene.begin(writer)
    try await scene.poll(writer, ["a", "b"], channels: ["old"])
    let refusing = ScriptedChannel("old") { _, _ in .park(reason: "HTTP 410: gone") }
    try await scene.dispatcher(writer, [refusing]).drain(seconds: 30)
    try await scene.poll(writer, ["c"], channels: ["old"])
    let busy = ScriptedChannel("old") { _, _ in .retry(after: 600, answer: "busy") }
    try await scene.dispatcher(writer, [busy]).drain(seconds: 30)
    try await scene.poll(writer, ["d"], channels: ["old", "new"])
    // The configuration has no such channel any more.
    try await scene.dispatcher(writer, []).drain(seconds: 30)
    #expect(try await scene.counts(writer) == [3, 2, 3, 2])
    let reports = try await writer.read { try $0.channelReports() }
    #expect(reports.filter(\.isGone).map(\.channel) == [new, old])
  }

  @Test func `its alerts go through another channel under their keys, each once`() async throws {
    let writer = try scene.open()
    try await prepare(writer)
    let now = scene.clock.moment.wall
    let rerouting = try await writer.reroute(old, to: new, isGone: true, at: now)
    #expect(rerouting.moved == 3)
    #expect(rerouting.discarded == 1)
    let desk = ScriptedChannel("new")
    try await scene.dispatcher(writer, [desk]).drain(seconds: 30)
    #expect(
      desk.attempts.sorted() == [
        "\(scene.store).r2.c0.old", "\(scene.store).r2.c1.old", "\(scene.store).r3.c0.old",
        "\(scene.store).r4.c0.new",
      ])
    #expect(try await scene.counts(writer) == [0, 0, 0, 0])
    // What was told already is on record, and nothing is left of the channel's trouble.
    let discarded = try await writer.read { try $0.discardedEntries(limit: 9) }
    #expect(discarded.map(\.key) == ["\(scene.store).r4.c0.old"])
    let reports = try await writer.read { try $0.channelReports() }
    #expect(reports.allSatisfy { !$0.isOff && $0.troubleSince == nil })
  }

  @Test func `its alerts are discarded with a record of each`() async throws {
    let writer = try scene.open()
    try await prepare(writer)
    #expect(try await writer.undelivered(of: old) == 4)
    scene.clock.pass(seconds: 60)
    let now = scene.clock.moment.wall
    #expect(try await writer.discard(old, isGone: true, at: now) == 4)
    #expect(try await scene.rows(writer) == ["new pending 0"])
    #expect(try await scene.counts(writer) == [1, 0, 1, 0])
    let entries = try await writer.read { try $0.discardedEntries(limit: 9) }
    #expect(entries.map(\.state) == [.discarded, .discarded, .discarded, .discarded])
    #expect(entries.map(\.answer) == [nil, "busy", "HTTP 410: gone", "HTTP 410: gone"])
    #expect(entries.allSatisfy { $0.finished == now && $0.channel == old })
    let report = try await writer.read { try $0.channelReports().first { $0.channel == self.old } }
    #expect(report?.discarded == 4)
    #expect(report?.isOff == false)
    #expect(report?.troubleSince == nil)
  }

  @Test func `one that nothing waits for is no trouble after the next start`() async throws {
    let writer = try scene.open()
    try await prepare(writer)
    // Parked alerts alone keep no channel off.
    _ = try await writer.discard(new, isGone: false, at: scene.clock.moment.wall)
    try await scene.dispatcher(writer, []).drain(seconds: 30)
    let reports = try await writer.read { try $0.channelReports() }
    #expect(reports.filter(\.isOff).map(\.channel) == [old])
  }

  @Test func `check-config names them with both ways out`() {
    var report = ChannelReport(channel: old)
    (report.pending, report.parked) = (2, 1)
    let sentences = Assembly.forgottenChannels(
      [report, ChannelReport(channel: new)], configured: [])
    #expect(
      sentences == [
        "3 alerts of channel old, which the configuration does not have, cannot be sent. Send them elsewhere: brief-syncd replay --channel old --to OTHER; or drop them: brief-syncd discard --channel old"
      ])
    #expect(Assembly.forgottenChannels([report], configured: [old]) == [])
  }
}
