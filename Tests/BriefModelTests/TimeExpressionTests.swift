import BriefModel
import Testing

struct TimeExpressionTests {
  /// 2023-11-14T22:13:20Z
  private let now = Timestamp(seconds: 1_700_000_000)

  @Test(arguments: [
    ("now", "2023-11-14T22:13:20Z"), ("today", "2023-11-14T00:00:00Z"),
    ("yesterday", "2023-11-13T00:00:00Z"), ("7d", "2023-11-07T22:13:20Z"),
    ("2 weeks ago", "2023-10-31T22:13:20Z"), ("90m", "2023-11-14T20:43:20Z"),
    ("an hour ago", "2023-11-14T21:13:20Z"), ("3 Days", "2023-11-11T22:13:20Z"),
    ("2021-11-08", "2021-11-08T00:00:00Z"), ("2021-11-08T10:00:00+02:00", "2021-11-08T08:00:00Z"),
    ("2021-11-08t10:00:00z", "2021-11-08T10:00:00Z"),
  ])
  func `what is accepted means one moment`(_ text: String, _ moment: String) {
    #expect(TimeExpression.moment(text, now: now)?.rfc3339 == moment)
  }

  @Test func `a day that ends something is taken whole`() {
    #expect(
      TimeExpression.moment("2021-11-08", now: now, isEnd: true)?.rfc3339 == "2021-11-08T23:59:59Z")
  }

  @Test(arguments: [
    "", "soon", "7", "7x", "-7d", "d", "2021-13-01", "2 weeks hence", "99999999999999999999d",
    "9223372036854775807y", "ago", "2021-11-08T25:00:00Z",
  ])
  func `what is not accepted means none`(_ text: String) {
    #expect(TimeExpression.moment(text, now: now) == nil)
  }
}
