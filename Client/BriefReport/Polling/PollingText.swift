package import BriefModel

/// `explain SOURCE` for people.
package enum PollingText {
  package static func lines(_ polling: SourcePolling, style: TextStyle) -> [String] {
    let state = polling.state
    var lines = [style.paint(style.line(state.id.rawValue), .heading)]
    func add(_ name: String, _ values: [String]) {
      for (index, value) in values.enumerated() {
        lines += Wrapping.lines(
          value, columns: style.columns,
          first: "  " + style.padded(index == 0 ? name : "", to: 14),
          rest: String(repeating: " ", count: 16))
      }
    }
    if let moved = state.movedTo {
      let from = "where a permanent redirect of \(style.line(state.url)) led"
      add("asked at", [style.line(moved), from])
    }
    add("next poll", [next(state, style: style)])
    add("because", polling.reasons.map { ReasonWords.sentence($0, style: style) })
    add("server asks", wishes(polling, style: style))
    add("so far", counts(polling))
    if let change = polling.lastChange {
      add("last change", [Ages.relative(change, now: style.now)])
    }
    if let warning = polling.warning { add("warning", [style.line(warning)]) }
    if let gap = state.gap { add("gap", [GapWords.sentence(gap)]) }
    add("odd", oddities(polling))
    add("would change", ReasonWords.levers(polling).map(style.line))
    return lines
  }

  /// Those that the warning does not tell of.
  private static func oddities(_ polling: SourcePolling) -> [String] {
    polling.state.oddities.filter { polling.warning == nil || $0 != .unreadableFiles }
      .map(SourcesText.sentence)
  }

  private static func next(_ state: SourceState, style: TextStyle) -> String {
    switch state.state {
    case .paused: return "none: it is paused"
    case .retired: return "none: its publisher says that it is gone for good"
    case .neverPolled where state.nextPoll == nil: return "as soon as the daemon has room"
    case .ok, .failing, .neverPolled:
      guard let next = state.nextPoll else { return "as soon as the daemon has room" }
      return next <= style.now
        ? "due since \(Ages.minute(next)) UTC; the daemon polls it when it runs"
        : "\(Ages.minute(next)) UTC (\(Ages.relative(next, now: style.now)))"
    }
  }

  private static func wishes(_ polling: SourcePolling, style: TextStyle) -> [String] {
    var wishes: [String] = []
    if let fresh = polling.freshFor, fresh > 0 {
      wishes.append("the answer is fresh for \(Ages.span(fresh)) (Cache-Control or Expires)")
    }
    let manners = polling.manners
    if let ttl = manners.ttl { wishes.append("ttl of \(Ages.span(ttl))") }
    if let period = manners.updatePeriod {
      wishes.append("sy:updatePeriod of \(Ages.span(period))")
    }
    if !manners.skipHours.isEmpty {
      let hours = manners.skipHours.map(String.init).joined(separator: ", ")
      wishes.append("skipHours \(hours) (UTC)")
    }
    if !manners.skipDays.isEmpty {
      let days = manners.skipDays.map(ReasonWords.day).joined(separator: ", ")
      wishes.append("skipDays \(days)")
    }
    for host in [polling.host, polling.leadsTo].compactMap(\.self) {
      guard let until = host.closedUntil, until > style.now else { continue }
      wishes.append("\(host.host) asked all to wait until \(Ages.minute(until)) UTC (Retry-After)")
    }
    return wishes.isEmpty ? ["nothing"] : wishes
  }

  private static func counts(_ polling: SourcePolling) -> [String] {
    guard polling.polls > 0 else { return ["never polled"] }
    var counts = [
      "\(counted(Int(clamping: polling.polls), "poll")), "
        + "\(TrafficText.share(of: polling.notModified, in: polling.polls)) not modified, "
        + "\(TrafficText.size(polling.bytes)) received",
      "\(counted(polling.state.publications, "publication")), "
        + "\(polling.recent == 0 ? "none" : "\(polling.recent)") from the 28 days before the last poll",
    ]
    if let host = polling.host, host.requests > polling.polls {
      counts.append(
        "its host \(host.host): \(counted(Int(clamping: host.requests), "request")), "
          + "\(TrafficText.size(host.bytes)) received, "
          + "\(counted(Int(clamping: host.waitsHonoured), "wait")) honoured")
    }
    if let host = polling.leadsTo { counts.append("redirects lead to \(host.host)") }
    return counts
  }
}
