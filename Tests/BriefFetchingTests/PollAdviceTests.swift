import BriefFetching
import BriefModel
import Testing

@Suite struct PollAdviceTests {
  /// 2026-01-01T00:00:00Z.
  let now = Timestamp(seconds: 1_767_225_600)

  static let table: [([HeaderFields.Name: String], fresh: Int64?, wait: Int64?)] = [
    ([:], nil, nil),
    ([.cacheControl: "max-age=600"], 600, nil),
    ([.cacheControl: "public, MAX-AGE = \"600\" , must-revalidate"], 600, nil),
    ([.cacheControl: "max-age=600, max-age=300"], 300, nil),
    ([.cacheControl: "s-maxage=600"], nil, nil),
    ([.cacheControl: "max-age=-1"], nil, nil),
    ([.cacheControl: "max-age=ten"], nil, nil),
    ([.cacheControl: "max-age=99999999999999999999"], 31_622_400, nil),
    ([.cacheControl: "no-cache, max-age=600"], 0, nil),
    ([.cacheControl: "no-cache=\"set-cookie\", max-age=600"], 600, nil),
    ([.cacheControl: "no-store"], 0, nil),
    ([.cacheControl: "max-age=600", .age: "100"], 500, nil),
    ([.cacheControl: "max-age=600", .age: "700"], 0, nil),
    ([.cacheControl: "max-age=600", .age: "x"], 600, nil),
    ([.cacheControl: "max-age=60", .expires: "Thu, 01 Jan 2026 01:00:00 GMT"], 60, nil),
    ([.expires: "Thu, 01 Jan 2026 01:00:00 GMT"], 3600, nil),
    (
      [
        .expires: "Thu, 01 Jan 2026 01:00:00 GMT", .date: "Thu, 01 Jan 2026 00:30:00 GMT",
        .age: "60",
      ], 1740, nil
    ),
    ([.expires: "Wed, 31 Dec 2025 00:00:00 GMT"], 0, nil),
    ([.expires: "0"], 0, nil), ([.expires: "-1"], 0, nil),
    ([.expires: "Fri, 31 Dec 9999 23:59:59 GMT"], 31_622_400, nil),
    ([.retryAfter: "120"], nil, 120), ([.retryAfter: "0"], nil, 0),
    ([.retryAfter: "99999999999999999999999"], nil, 86_400),
    ([.retryAfter: "-5"], nil, nil), ([.retryAfter: "1.5"], nil, nil),
    ([.retryAfter: ""], nil, nil),
    ([.retryAfter: "soon"], nil, nil),
    ([.retryAfter: "Thu, 01 Jan 2026 00:02:00 GMT"], nil, 120),
    ([.retryAfter: "Thursday, 01-Jan-26 00:02:00 GMT"], nil, 120),
    ([.retryAfter: "Thu Jan  1 00:02:00 2026"], nil, 120),
    ([.retryAfter: "Wed, 31 Dec 2025 00:00:00 GMT"], nil, 0),
    ([.retryAfter: "Fri, 01 Jan 2027 00:00:00 GMT"], nil, 86_400),
    (
      // Both clocks of the server: the difference counts, however wrong they are.
      [
        .retryAfter: "Sat, 01 Jan 2000 00:05:00 GMT", .date: "Sat, 01 Jan 2000 00:00:00 GMT",
      ], nil, 300
    ),
  ]

  @Test func `an answer says for how long it is fresh and how long to wait`() {
    for (values, fresh, wait) in Self.table {
      var fields = HeaderFields()
      for (name, value) in values { fields[name] = value }
      let advice = PollAdvice(fields: fields, now: now, longestRetryAfter: 86_400)
      #expect(advice == PollAdvice(freshFor: fresh, retryAfter: wait), "\(values)")
    }
  }

  @Test(arguments: [
    "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
    "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 nov 1994 08:49:37",
  ])
  func `the three forms of an HTTP date name one moment`(text: String) {
    #expect(HTTPDate.read(text) == Timestamp(seconds: 784_111_777))
  }

  @Test(arguments: [
    "", "0", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 28:49:37 GMT",
    "Sun, 06 Nov 19940 08:49:37 GMT", "Sun, 06 Nov -994 08:49:37 GMT",
    "Sun, xx Nov 1994 08:49:37 GMT",
    "Sun, 06 Xyz 1994 08:49:37 GMT", "Sun, 06 Nov 1994", "1994-11-06T08:49:37Z",
  ])
  func `what is no HTTP date is none`(text: String) {
    #expect(HTTPDate.read(text) == nil)
  }
}
