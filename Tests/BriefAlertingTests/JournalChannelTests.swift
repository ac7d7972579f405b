import BriefAlerting
import BriefModel
import Glibc
import Synchronization
import Testing

@Suite struct JournalChannelTests {
  private func line(_ alert: OutgoingAlert, withPriority: Bool = false) async -> String {
    let lines = Mutex("")
    let channel = JournalChannel(id: ChannelID("log"), withPriority: withPriority) { line in
      lines.withLock { $0 += line }
      return true
    }
    #expect(await channel.deliver(alert) == .delivered())
    return lines.withLock { $0 }
  }

  @Test func `a change is one line of fields`() async throws {
    let alert = try AlertScene.outgoing(AlertScene.alert(try AlertScene.change(), channel: "log"))
    #expect(
      await line(alert, withPriority: true) == """
        <5>pism revised (date) silently: Gas market of the union state, Spotlight 83/2021 \
        alert=00000000-0000-4000-8000-000000000001.r7.c2.log rule=everything channel=log \
        type=change kind=revised source=pism publication=000102030405060708090a0b0c0d0e0f \
        revision=7 version=2 silent=true classes=date topics=gas \
        title="Gas market of the union state" link=https://example.org/83

        """)
  }

  @Test func `a summary is one line as well`() async throws {
    let alert = Alert(
      rule: "all", channel: ChannelID("log"),
      subject: .summary(
        source: SourceID("pism"), reason: .flood,
        changes: Array(repeating: try AlertScene.change(), count: 9)))
    #expect(
      await line(try AlertScene.outgoing(alert)) == """
        pism: 9 publications changed at once \
        alert=00000000-0000-4000-8000-000000000001.r7.summary.log rule=all channel=log \
        type=summary source=pism reason=flood count=9

        """)
  }

  @Test func `a line that cannot be written is tried again`() async throws {
    let channel = JournalChannel(id: ChannelID("log"), withPriority: false) { _ in false }
    let alert = try AlertScene.outgoing(AlertScene.alert(try AlertScene.change()))
    #expect(await channel.deliver(alert) == .retry(answer: "the line could not be written"))
  }
}
