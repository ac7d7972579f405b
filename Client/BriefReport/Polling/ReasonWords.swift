import BriefModel

/// Why a source's next poll is when it is, as a person says it.
enum ReasonWords {
  static func sentence(_ reason: PollReason, style: TextStyle) -> String {
    let span = reason.seconds.map(Ages.span) ?? "some time"
    let until = reason.until.map { " \(Ages.minute($0)) UTC" } ?? ""
    let count = reason.count ?? 0
    let detail = reason.detail.map(style.line) ?? ""
    switch reason.kind {
    case .neverPolled: return "it was never polled"
    case .requested: return "somebody asked for a poll"
    case .polling: return "a transfer is under way"
    case .paused: return "it is paused"
    case .retired: return "its publisher answered 410"
    case .unlearned: return "nothing is known of its habits yet: \(span) to begin with"
    case .learned:
      return
        "its own history suggests \(span) (\(counted(count, "publication")) expected in 28 days)"
    case .burst: return "something came just now, and more tends to follow: \(span)"
    case .window: return "the feed shows few entries: \(span), before any could roll off unseen"
    case .backOff:
      return "the last poll failed (\(detail)), \(counted(count, "time")) in a row: \(span)"
    case .fresh: return "the server calls its answer fresh for \(span)"
    case .ttl: return "the feed asks for \(span) between polls (ttl)"
    case .updatePeriod: return "the feed asks for \(span) between polls (sy:updatePeriod)"
    case .skipHour: return "the feed wants no polls in this hour (skipHours), until\(until)"
    case .skipDay: return "the feed wants no polls on this day (skipDays), until\(until)"
    case .minimum: return "the configuration allows no less than \(span)"
    case .maximum: return "the configuration allows no more than \(span)"
    case .hostAsked: return "\(detail) asked everyone to wait until\(until)"
    case .hostBusy: return "\(detail) serves \(counted(count, "transfer")) already"
    case .allBusy: return "\(counted(count, "transfer")) are under way, as many as may be"
    case .offline: return "no host answers: the network is away since\(until)"
    case .catchUp: return "late polls are spread out after a pause"
    }
  }

  /// What a person can do about the next poll, each with its command or key.
  static func levers(_ polling: SourcePolling) -> [String] {
    let id = polling.state.id
    switch polling.state.state {
    case .paused: return ["brief-syncd resume \(id)"]
    case .retired:
      return ["another url in the configuration", "brief-syncd resume \(id), to ask once more"]
    case .ok, .failing, .neverPolled: break
    }
    var levers = ["brief-syncd sync \(id) polls it now"]
    let kinds = Set(polling.reasons.map(\.kind))
    if kinds.contains(.minimum) { levers.append("a shorter interval in the configuration") }
    if kinds.contains(.maximum) { levers.append("a longer max_interval in the configuration") }
    if !kinds.isDisjoint(with: [.fresh, .ttl, .updatePeriod, .skipHour, .skipDay]) {
      levers.append("the publisher, who asks for this; max_interval bounds it")
    }
    if kinds.contains(.backOff) { levers.append("a good answer: the wait ends with the first one") }
    if kinds.contains(.hostAsked) {
      levers.append("nobody: a host that asked to wait is left alone")
    }
    if !kinds.isDisjoint(with: [.learned, .burst, .window, .unlearned]) {
      levers.append("what it publishes, within interval and max_interval of the configuration")
    }
    levers.append("brief-syncd pause \(id) ends the polls")
    return levers
  }

  /// ISO 8601: Monday is 1.
  static func day(_ number: Int) -> String {
    let names = [
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    return names.indices.contains(number - 1) ? names[number - 1] : "day \(number)"
  }
}
