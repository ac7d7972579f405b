package import BriefClient
import BriefModel

/// `outbox` for people, and a line an alert for programs.
package enum OutboxText {
  package static func lines(_ outbox: Outbox, style: TextStyle) -> [String] {
    guard case .screen = style.layout else { return outbox.alerts.map { record($0, style: style) } }
    guard !outbox.channels.isEmpty else { return ["No alert was ever owed."] }
    var lines = outbox.channels.flatMap { channel($0, style: style) }
    if let latency = outbox.latency {
      lines += ["", "seen to delivered: " + words(latency)]
    }
    for (head, states) in [
      ("Given up", [Outbox.Alert.State.parked]), ("Waiting", [.pending, .sending]),
      ("Sent lately", [.delivered]), ("Discarded", [.discarded]),
    ] {
      let alerts = outbox.alerts.filter { states.contains($0.state) }
      guard !alerts.isEmpty else { continue }
      lines += ["", style.paint(head, .heading)]
      lines += alerts.flatMap { alert($0, style: style) }
    }
    return lines
  }

  static func words(_ latency: Outbox.Latency) -> String {
    "half within \(seconds(latency.p50)), 95 of 100 within \(seconds(latency.p95)) "
      + "(\(counted(latency.count, "delivery", plural: "deliveries")))"
  }

  private static func seconds(_ seconds: Int64) -> String {
    seconds < 120
      ? "\(seconds) s" : seconds < 7_200 ? "\(seconds / 60) min" : "\(seconds / 3_600) h"
  }

  private static func channel(_ channel: Outbox.Channel, style: TextStyle) -> [String] {
    let isWell = channel.troubleSince == nil && channel.parked == 0
    var words =
      "\(isWell ? "=" : "!") \(style.line(channel.id.rawValue)): "
      + "\(grouped(channel.pending)) waiting, \(grouped(channel.parked)) given up, "
      + "\(grouped(channel.delivered)) sent"
    if channel.discarded > 0 { words += ", \(grouped(channel.discarded)) discarded" }
    if let last = channel.lastDelivered {
      words += ", last \(Ages.relative(last, now: style.now))"
    }
    var lines = Wrapping.lines(words, columns: style.columns, first: "", rest: "    ")
    if let answer = channel.answer {
      let since = channel.troubleSince.map { " since \(Ages.minute($0)) UTC" } ?? ""
      lines += Wrapping.lines(
        (channel.isOff ? "off" : "failing") + since + ": " + style.line(answer),
        columns: style.columns, first: "    ", rest: "    ")
    }
    if let next = channel.nextTry, !channel.isOff {
      lines.append("    next try \(Ages.relative(next, now: style.now))")
    }
    return lines
  }

  private static func alert(_ alert: Outbox.Alert, style: TextStyle) -> [String] {
    var words = "\(style.line(alert.channel.rawValue)): \(style.line(alert.rule))"
    if let publication = alert.publication { words += ", \(publication.short)" }
    if alert.type != "change" { words += " (\(style.line(alert.type)))" }
    words += ", owed \(Ages.relative(alert.created, now: style.now))"
    switch alert.state {
    case .pending: words += ", due \(Ages.relative(alert.due, now: style.now))"
    case .sending: words += ", on its way"
    case .discarded:
      words += ", discarded \(Ages.relative(alert.finished ?? alert.created, now: style.now))"
    case .delivered, .parked: break
    }
    if alert.attempts > 1 || alert.state == .parked {
      words += ", \(counted(alert.attempts, "attempt"))"
    }
    if let answer = alert.answer, alert.state != .delivered { words += ": \(style.line(answer))" }
    return Wrapping.lines(words, columns: style.columns, first: "  ", rest: "    ")
      + (alert.state == .parked
        ? Wrapping.lines(style.line(alert.key), columns: style.columns, first: "    ", rest: "    ")
        : [])
  }

  private static func record(_ alert: Outbox.Alert, style: TextStyle) -> String {
    [
      alert.state.rawValue, alert.channel.rawValue, alert.rule, alert.created.rfc3339,
      alert.due.rfc3339, alert.finished?.rfc3339 ?? "-", String(alert.attempts), alert.key,
      alert.answer ?? "-",
    ].map(style.line).joined(separator: "\t")
  }
}
