import BriefModel
import BriefStore
import Testing

@testable import BriefDaemon

/// Numbers of a schedule that nobody of ours wrote: a store may be damaged, and still no start may trap.
struct ForeignNumbersTests {
  private static func rhythm(_ slow: String, recent: String = "1") -> String {
    let recent = Array(repeating: recent, count: 6).joined(separator: ",")
    return
      #"{"asOf":0,"credit":[],"habit":{"counts":[],"epoch":0,"total":0},"recent":[\#(recent)],"seen":1,"slow":\#(slow)}"#
  }

  @Test(arguments: ["3e38", "1e10", "-1"])
  func `a rhythm that no source can have is not taken`(number: String) throws {
    #expect(Rhythm(text: Self.rhythm(number)) == nil)
    #expect(Rhythm(text: Self.rhythm("1", recent: number)) == nil)
    let rhythm = try StoreJSON.value(Rhythm.self, Self.rhythm(number, recent: number))
    #expect(rhythm.slow == 0)
    #expect(rhythm.recent == [0, 0, 0, 0, 0, 0])
    #expect(Rhythm(text: Self.rhythm("1")) != nil)
  }

  @Test func `a poll is planned by the largest rhythm that is taken`() throws {
    let rhythm = try #require(Rhythm(text: Self.rhythm("1e9", recent: "1e9")))
    let (seconds, reason) = IntervalPolicy().wait(
      rhythm, window: .max, longest: 86_400, at: Timestamp(seconds: 0))
    #expect(seconds == 30)
    #expect(reason.count == 1_000_000_000)
  }

  static let members = [
    #""polls":9223372036854775807"#, #""notModified":9223372036854775807"#,
    #""failures":9223372036854775807"#, #""window":9223372036854775807"#,
    #""trust":{"suspicions":9223372036854775807,"unchangedInARow":9223372036854775807}"#,
    #""trust":{"suspicions":-5,"unchangedInARow":3}"#,
    #""planned":{"price":-1e300,"wait":9223372036854775807}"#,
    #""manners":{"skipDays":[],"skipHours":[],"ttl":9223372036854775807}"#,
    #""freshFor":9223372036854775807"#,
    #""redirect":{"firstSeen":"2020-01-01T00:00:00Z","polls":9223372036854775807,"target":"http://b.example/"}"#,
  ]

  @Test(arguments: members)
  func `a source goes on whatever its schedule says`(member: String) throws {
    let state = try StoreJSON.value(PollState.self, "{\(member)}")
    for report in [
      PollReport.notModified, PollReport.failed(.status),
      PollReport(.changed(moments: [], undated: 1), permanentTarget: "http://b.example/"),
    ] {
      var script = ScriptedQueue()
      script.add("a", state: state)
      script.handle(.syncRequested(SourceID("a")))
      script.finish("a", report)
      script.finish("a", report)
      #expect(script.wait("a") != nil)
    }
  }
}
