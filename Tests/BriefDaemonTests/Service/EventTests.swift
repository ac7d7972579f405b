import Testing

@testable import BriefDaemon

/// What people filter a journal for.
struct EventTests {
  @Test func `each event that is filtered for has an id of its own, as the journal wants it`() {
    let ids = EventID.all.values
    #expect(EventID.all.count >= 10)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.count == 32 && $0.allSatisfy { "0123456789abcdef".contains($0) } })
  }

  @Test func `a value from outside cannot make a field of its own`() {
    let datagram = EventJournal.datagram(
      "changed source=a", id: "00", priority: 5,
      fields: [("reason", "x\nMESSAGE_ID=evil\u{1b}[31m"), ("source", "a")])
    #expect(
      String(decoding: datagram, as: UTF8.self) == """
        MESSAGE=changed source=a
        MESSAGE_ID=00
        PRIORITY=5
        SYSLOG_IDENTIFIER=brief-syncd
        BRIEF_SYNC_REASON="x\\u{a}MESSAGE_ID=evil\\u{1b}[31m"
        BRIEF_SYNC_SOURCE=a

        """)
  }
}
