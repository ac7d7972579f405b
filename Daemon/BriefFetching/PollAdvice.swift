package import BriefModel

/// What an answer says about when to ask again.
package struct PollAdvice: Hashable, Sendable {
  /// Seconds for which the answer is fresh (RFC 9111, 4.2.1), its age taken off; `nil` when it does
  /// not say. 0 to a year.
  package var freshFor: Int64?
  /// Seconds to leave the host alone (RFC 9110, 10.2.3), 0 to the clamp; `nil` when the field is
  /// absent or is neither form.
  package var retryAfter: Int64?

  package init(freshFor: Int64? = nil, retryAfter: Int64? = nil) {
    self.freshFor = freshFor
    self.retryAfter = retryAfter
  }

  /// RFC 9111, 1.2.2: a larger number means "as long as you can count"; a year is as good.
  static let longestFreshness: Int64 = 366 * 86_400

  /// - Parameters:
  ///   - now: our clock; used where the server gives a moment and no Date of its own to compare
  ///     with, so that two clocks that disagree do no harm.
  ///   - longestRetryAfter: seconds.
  package init(fields: HeaderFields, now: Timestamp, longestRetryAfter: Int64) {
    // Read only where a moment has to be compared with it.
    func serverNow() -> Timestamp { fields[.date].flatMap(HTTPDate.read) ?? now }
    freshFor = Self.freshness(fields, serverNow: serverNow)
    retryAfter = fields[.retryAfter].flatMap {
      Self.wait($0, serverNow: serverNow, longest: longestRetryAfter)
    }
  }

  private static func freshness(_ fields: HeaderFields, serverNow: () -> Timestamp) -> Int64? {
    let age = fields[.age].flatMap(seconds) ?? 0
    let directives = CacheDirectives(fieldValue: fields[.cacheControl] ?? "")
    if directives.forbidsReuse { return 0 }
    let lifetime: Int64
    if let maxAge = directives.maxAge {
      lifetime = maxAge
    } else if let expires = fields[.expires] {
      // RFC 9111, 5.3: anything that is no date, "0" above all, means already expired.
      guard let moment = HTTPDate.read(expires) else { return 0 }
      lifetime = seconds(from: serverNow(), to: moment)
    } else {
      return nil
    }
    return min(max(lifetime.subtractingReportingOverflow(age).partialValue, 0), longestFreshness)
  }

  private static func wait(_ value: String, serverNow: () -> Timestamp, longest: Int64)
    -> Int64?
  {
    if let seconds = seconds(value) { return min(seconds, longest) }
    return HTTPDate.read(value).map { min(max(seconds(from: serverNow(), to: $0), 0), longest) }
  }

  private static func seconds(from start: Timestamp, to end: Timestamp) -> Int64 {
    let (difference, overflow) = end.seconds.subtractingReportingOverflow(start.seconds)
    return overflow ? (end < start ? .min : .max) : difference
  }

  /// `delta-seconds` (RFC 9111, 1.2.2): digits alone; more than fit are the largest number.
  static func seconds(_ text: some StringProtocol) -> Int64? {
    let digits = text.utf8
    guard !digits.isEmpty, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return Int64(String(text)) ?? longestFreshness
  }
}

/// The parts of Cache-Control that matter to one who polls.
struct CacheDirectives: Hashable, Sendable {
  /// Seconds.
  var maxAge: Int64?
  /// `no-cache` or `no-store`: the answer is not fresh for a moment.
  var forbidsReuse = false

  /// Reads a field value (RFC 9111, 5.2); what is not understood is left out. We are no shared
  /// cache: `s-maxage` is not for us.
  init(fieldValue: String) {
    for part in fieldValue.lowercased().split(separator: ",") {
      let pieces = part.split(separator: "=", maxSplits: 1).map {
        String($0.filter { $0 != " " && $0 != "\t" && $0 != "\"" })
      }
      switch pieces.first {
      case "no-store": forbidsReuse = true
      // `no-cache="set-cookie"` speaks of fields, not of the answer.
      case "no-cache" where pieces.count == 1: forbidsReuse = true
      case "max-age" where pieces.count == 2:
        guard let seconds = PollAdvice.seconds(pieces[1]) else { continue }
        // RFC 9111, 4.2.1: of several, the smallest errs on the side of news.
        maxAge = min(maxAge ?? .max, seconds)
      default: continue
      }
    }
  }
}
