import BriefModel

/// The keys that say when alerts are sent, of a channel or of a rule: `mode`, `at`, `zone`,
/// `quiet_hours`, `cap_per_hour`.
struct TimingKeys {
  enum Mode: String, CaseIterable {
    case immediate, hourly, daily, weekly
  }

  enum Weekday: String, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
  }

  /// Minutes of the day at which a digest goes out that does not say when.
  private static let usualMinute = 7 * 60

  /// `nil` when none of them is there: at once.
  func read(_ reader: inout TableReader) -> AlertTiming? {
    let mode = reader.choice("mode", Mode.self)
    let at = reader.string("at")
    let minute = at.flatMap(Self.minute)
    let day = reader.choice("day", Weekday.self)
    let zone = reader.string("zone")
    let quiet = reader.string("quiet_hours")
    let hours = quiet.flatMap(Self.hours)
    let cap = reader.integer("cap_per_hour", in: 1...1_000)
    if at != nil, minute == nil { reader.fault("at", "must be a time of day such as \"07:30\"") }
    if at != nil, mode != .daily, mode != .weekly {
      reader.fault("at", "stands with mode = \"daily\" or \"weekly\" alone")
    }
    if day != nil, mode != .weekly { reader.fault("day", "stands with mode = \"weekly\" alone") }
    if quiet != nil, hours == nil {
      reader.fault("quiet_hours", "must be two times of day such as \"22:00-07:00\"")
    }
    if let zone, !ZoneOffsets.knows(zone) {
      reader.fault("zone", "\"\(zone)\" is no time zone that this machine knows, \"Europe/Warsaw\"")
    }
    if cap != nil, let mode, mode != .immediate {
      reader.fault("cap_per_hour", "has no meaning for a digest, which is one message as it is")
    }
    guard mode != nil || quiet != nil || cap != nil else {
      if zone != nil { reader.fault("zone", "needs mode, quiet_hours or cap_per_hour beside it") }
      return nil
    }
    let time = minute ?? Self.usualMinute
    let digest: AlertTiming.Digest? =
      switch mode {
      case .hourly: .hourly
      case .daily: .daily(minute: time)
      case .weekly: .weekly(day: Self.number(day ?? .monday), minute: time)
      case .immediate, nil: nil
      }
    return AlertTiming(digest: digest, quietHours: hours, hourlyCap: cap, zone: zone ?? "UTC")
  }

  /// 1 for Monday, as ISO 8601 counts.
  private static func number(_ day: Weekday) -> Int {
    (Weekday.allCases.firstIndex(of: day) ?? 0) + 1
  }

  /// Minutes of `07:30`; `nil` for anything else.
  private static func minute(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2,
      parts.allSatisfy({
        $0.utf8.count == 2 && $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      }), let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    return hour * 60 + minute
  }

  private static func hours(_ text: String) -> AlertTiming.QuietHours? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let from = minute(parts[0]), let to = minute(parts[1]), from != to
    else { return nil }
    return AlertTiming.QuietHours(from: from, to: to)
  }
}
