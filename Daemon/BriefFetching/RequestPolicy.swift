/// Every option, limit and time-out of one request, with its reason.
package struct RequestPolicy: Hashable, Sendable {
  // Time, in milliseconds.

  /// Until name lookup, connection and TLS are done. Three SYN retries (1, 3, 7 s) fit in.
  package var connectTimeout: Int64 = 15_000
  /// From the connection to the end of the header section. Feeds are often built on demand by slow
  /// machines; half a minute is what browsers' users would bear.
  package var answerTimeout: Int64 = 30_000
  /// The whole poll with its redirects. A minute less a margin, so that a poll never outlives the
  /// shortest interval.
  package var totalTimeout: Int64 = 50_000
  /// The body must bring `slowestRate` bytes a second on average over each period this long; a
  /// server that trickles holds a place that others wait for.
  package var ratePeriod: Int64 = 10_000
  /// Bytes a second: a modem of 1985 is faster.
  package var slowestRate = 100

  // Size, in bytes.

  /// Body as it arrives, still encoded.
  package var largestTransfer = 16 << 20
  /// Body after decoding. The largest honest feeds seen have a few megabytes.
  package var largestBody = 16 << 20
  /// Body of an answer that is no document (an error page). Read to its end it leaves the
  /// connection usable; beyond this a new connection is cheaper.
  package var largestDiscarded = 64 << 10
  /// All header sections of an answer, interim ones too. Floods of cookies reach 70 kB in honest
  /// answers; libcurl's own stop is 300 kB.
  package var largestHeader = 256 << 10
  /// One field value that we keep. Servers themselves refuse request lines over 8 kB.
  package var longestValue = 8 << 10
  /// An ETag or Last-Modified that we keep and send back.
  package var longestValidator = 1 << 10

  // Manners.

  /// Redirects followed in one poll. Honest chains (http to https to www to slash) have up to four.
  package var redirects = 5
  /// The longest wait that we accept from Retry-After, in seconds: a server that says "a year" by
  /// mistake is asked again tomorrow.
  package var longestRetryAfter: Int64 = 86_400
  /// Names the program and, where configured, a contact, so that a publisher can write to us.
  package var userAgent = "brief-sync/1"
  package var accept =
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
    + "text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.5"
  /// The encodings that `ContentDecoding` reads.
  package var acceptEncoding = "gzip, deflate, br, zstd"

  package init() {}

  /// The policy of an installation that names a contact: an address or a page.
  package init(version: String, contact: String?) {
    userAgent = "brief-sync/\(version)" + (contact.map { " (+\($0))" } ?? "")
  }
}
