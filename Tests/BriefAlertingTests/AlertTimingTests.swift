import BriefAlerting
import BriefConfiguration
import BriefModel
import Testing

@Suite struct AlertTimingTests {
  /// Timing, moment owed, alerts in the hour before, moment due (`nil`: at once).
  static let rows: [(AlertTiming, String, Int, String?)] = [
    (AlertTiming(), "2026-11-25T12:00:00Z", 900, nil),
    (AlertTiming(digest: .hourly), "2026-11-25T12:00:00Z", 0, "2026-11-25T13:00:00Z"),
    (
      AlertTiming(digest: .hourly, zone: "Asia/Kolkata"), "2026-11-25T12:00:00Z", 0,
      "2026-11-25T12:30:00Z"
    ),
    (
      AlertTiming(digest: .daily(minute: 480), zone: "Europe/Warsaw"), "2026-11-25T06:59:59Z", 0,
      "2026-11-25T07:00:00Z"
    ),
    (
      AlertTiming(digest: .daily(minute: 480), zone: "Europe/Warsaw"), "2026-11-25T07:00:00Z", 0,
      "2026-11-26T07:00:00Z"
    ),
    // Clocks go forward on 28 March 2027 and back on 25 October 2026.
    (
      AlertTiming(digest: .daily(minute: 480), zone: "Europe/Warsaw"), "2027-03-27T20:00:00Z", 0,
      "2027-03-28T06:00:00Z"
    ),
    (
      AlertTiming(digest: .daily(minute: 480), zone: "Europe/Warsaw"), "2026-10-24T20:00:00Z", 0,
      "2026-10-25T07:00:00Z"
    ),
    // At half past two clocks show half past three on that night.
    (
      AlertTiming(digest: .daily(minute: 150), zone: "Europe/Warsaw"), "2027-03-27T20:00:00Z", 0,
      "2027-03-28T01:30:00Z"
    ),
    // The first of two.
    (
      AlertTiming(digest: .daily(minute: 150), zone: "Europe/Warsaw"), "2026-10-24T20:00:00Z", 0,
      "2026-10-25T00:30:00Z"
    ),
    // 2026-11-25 is a Wednesday.
    (
      AlertTiming(digest: .weekly(day: 1, minute: 540)), "2026-11-25T12:00:00Z", 0,
      "2026-11-30T09:00:00Z"
    ),
    (
      AlertTiming(digest: .weekly(day: 3, minute: 0)), "2026-11-25T00:00:00Z", 0,
      "2026-12-02T00:00:00Z"
    ),
    (AlertTiming(quietHours: .init(from: 1_320, to: 420)), "2026-11-25T21:59:59Z", 0, nil),
    (
      AlertTiming(quietHours: .init(from: 1_320, to: 420)), "2026-11-25T22:00:00Z", 0,
      "2026-11-26T07:00:00Z"
    ),
    (
      AlertTiming(quietHours: .init(from: 1_320, to: 420)), "2026-11-26T06:59:59Z", 0,
      "2026-11-26T07:00:00Z"
    ),
    (
      AlertTiming(quietHours: .init(from: 720, to: 780), zone: "Europe/Warsaw"),
      "2026-11-25T11:30:00Z", 0, "2026-11-25T12:00:00Z"
    ),
    // A digest that would come in quiet hours comes at their end.
    (
      AlertTiming(digest: .daily(minute: 0), quietHours: .init(from: 1_320, to: 420)),
      "2026-11-25T12:00:00Z", 0, "2026-11-26T07:00:00Z"
    ),
    (AlertTiming(hourlyCap: 10), "2026-11-25T12:20:00Z", 9, nil),
    (AlertTiming(hourlyCap: 10), "2026-11-25T12:20:00Z", 10, "2026-11-25T13:00:00Z"),
    (
      AlertTiming(digest: .weekly(day: 9, minute: 0)), "2026-11-25T12:00:00Z", 0,
      "2026-11-26T12:00:00Z"
    ),
  ]

  @Test(arguments: rows)
  func `an alert is due when its rule says`(
    timing: AlertTiming, now: String, owed: Int, due: String?
  ) throws {
    let now = try #require(Timestamp(rfc3339: now))
    let result = timing.due(at: now, owedLastHour: owed) { ZoneOffsets.offset(timing.zone, $0) }
    #expect(result?.rfc3339 == due)
  }
}
