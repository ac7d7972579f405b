import BriefModel
import Testing

/// Moments at the ends of what there is: every one is printed, none traps.
struct TimestampTests {
  @Test(arguments: [
    (Int64.min, "0001-01-01T08:29:52Z"), (.min + 1, "0001-01-01T08:29:53Z"),
    (-86_400, "1969-12-31T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (0, "1970-01-01T00:00:00Z"),
    (86_399, "1970-01-01T23:59:59Z"), (.max, "9999-12-31T15:30:07Z"),
  ])
  func `a moment is printed with the time of its day, however far it is`(
    seconds: Int64, text: String
  ) {
    #expect(Timestamp(seconds: seconds).rfc3339 == text)
  }

  @Test func `a moment that would lie beyond the last one is the last one`() {
    #expect(Timestamp(seconds: .max).advanced(by: 1) == Timestamp(seconds: .max))
    #expect(Timestamp(seconds: .min).advanced(by: -1).rfc3339 == "0001-01-01T08:29:52Z")
  }
}
