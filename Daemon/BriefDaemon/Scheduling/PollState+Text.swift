import BriefModel

/// What a poll leaves behind is written thousands of times a minute: as the JSON that `Codable` makes
/// of it, without the encoder, which costs as much as the rest of an unchanged poll.
extension PollState {
  /// Members in alphabetical order, absent ones left out.
  package var text: String {
    var object = ObjectText()
    object.add("failingSince", failingSince)
    object.add("failure", failure?.rawValue)
    object.add("failures", failures)
    object.add("freshFor", freshFor)
    object.add("isPaused", raw: isPaused ? "true" : "false")
    object.add("lastChange", lastChange)
    object.add("lastPoll", lastPoll)
    object.add("lastSuccess", lastSuccess)
    object.add("manners", raw: manners.objectText)
    object.add("nextPoll", nextPoll)
    object.add("notModified", notModified)
    object.add("planned", raw: planned?.objectText)
    object.add("polls", polls)
    object.add("reasons", raw: "[" + reasons.map(\.objectText).joined(separator: ",") + "]")
    object.add("redirect", raw: redirect?.objectText)
    object.add("retiredAt", retiredAt)
    object.add("trust", raw: trust.objectText)
    object.add("window", window)
    return object.closed
  }
}

/// A JSON object in the making (RFC 8259).
private struct ObjectText {
  private var text = "{"

  var closed: String { text + "}" }

  mutating func add(_ name: String, raw value: String?) {
    guard let value else { return }
    if text.utf8.count > 1 { text += "," }
    text += "\""
    text += name
    text += "\":"
    text += value
  }

  mutating func add(_ name: String, _ value: (some BinaryInteger)?) {
    add(name, raw: value.map { String($0) })
  }

  mutating func add(_ name: String, _ value: Timestamp?) {
    add(name, raw: value.map { "\"" + $0.rfc3339 + "\"" })
  }

  mutating func add(_ name: String, _ value: String?) {
    add(name, raw: value.map(Self.quoted))
  }

  private static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}

extension FeedManners {
  fileprivate var objectText: String {
    var object = ObjectText()
    object.add("hub", hub)
    object.add("skipDays", raw: Self.list(skipDays))
    object.add("skipHours", raw: Self.list(skipHours))
    object.add("ttl", ttl)
    object.add("updatePeriod", updatePeriod)
    return object.closed
  }

  private static func list(_ numbers: [Int]) -> String {
    "[" + numbers.map { String($0) }.joined(separator: ",") + "]"
  }
}

extension PollReason {
  fileprivate var objectText: String {
    var object = ObjectText()
    object.add("count", count)
    object.add("detail", detail)
    object.add("kind", kind.rawValue)
    object.add("seconds", seconds)
    object.add("until", until)
    return object.closed
  }
}

extension ConditionalTrust {
  fileprivate var objectText: String {
    var object = ObjectText()
    object.add("lastWhole", lastWhole)
    object.add("suspicions", suspicions)
    object.add("unchangedInARow", unchangedInARow)
    return object.closed
  }
}

extension PlannedPoll {
  fileprivate var objectText: String {
    var object = ObjectText()
    // JSON has no infinity; a price that is none is learned again.
    object.add("price", raw: price.isFinite ? "\(price)" : "0")
    object.add("wait", wait)
    return object.closed
  }
}

extension RedirectAdoption {
  fileprivate var objectText: String {
    var object = ObjectText()
    object.add("firstSeen", firstSeen)
    object.add("polls", polls)
    object.add("target", target)
    return object.closed
  }
}
