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
    object.add("manners") { manners.add(to: &$0) }
    object.add("nextPoll", nextPoll)
    object.add("notModified", notModified)
    if let planned { object.add("planned") { planned.add(to: &$0) } }
    object.add("polls", polls)
    object.add("reasons", listOf: reasons) { $0.add(to: &$1) }
    if let redirect { object.add("redirect") { redirect.add(to: &$0) } }
    object.add("retiredAt", retiredAt)
    object.add("trust") { trust.add(to: &$0) }
    object.add("window", window)
    return object.closed
  }
}

/// A JSON object in the making (RFC 8259), with those inside it in the same text.
private struct ObjectText {
  private var text = "{"
  private var isEmpty = true

  init() {
    // What is written of a source that has been polled a few times.
    text.reserveCapacity(640)
  }

  var closed: String { text + "}" }

  private mutating func name(_ name: String) {
    text += isEmpty ? "\"" : ",\""
    text += name
    text += "\":"
    isEmpty = false
  }

  private mutating func within(_ body: (inout ObjectText) -> Void) {
    text += "{"
    isEmpty = true
    body(&self)
    text += "}"
    isEmpty = false
  }

  mutating func add(_ name: String, _ body: (inout ObjectText) -> Void) {
    self.name(name)
    within(body)
  }

  mutating func add<Element>(
    _ name: String, listOf elements: [Element], _ body: (Element, inout ObjectText) -> Void
  ) {
    self.name(name)
    text += "["
    for (place, element) in elements.enumerated() {
      if place > 0 { text += "," }
      within { body(element, &$0) }
    }
    text += "]"
  }

  mutating func add(_ name: String, raw value: String) {
    self.name(name)
    text += value
  }

  mutating func add(_ name: String, _ value: (some BinaryInteger)?) {
    if let value { add(name, raw: String(value)) }
  }

  mutating func add(_ name: String, _ value: Timestamp?) {
    guard let value else { return }
    self.name(name)
    text += "\""
    text += value.rfc3339
    text += "\""
  }

  mutating func add(_ name: String, _ value: String?) {
    guard let value else { return }
    self.name(name)
    text += "\""
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
    text += "\""
  }
}

extension FeedManners {
  fileprivate func add(to object: inout ObjectText) {
    object.add("hub", hub)
    object.add("skipDays", raw: Self.list(skipDays))
    object.add("skipHours", raw: Self.list(skipHours))
    object.add("ttl", ttl)
    object.add("updatePeriod", updatePeriod)
  }

  private static func list(_ numbers: [Int]) -> String {
    "[" + numbers.map { String($0) }.joined(separator: ",") + "]"
  }
}

extension PollReason {
  fileprivate func add(to object: inout ObjectText) {
    object.add("count", count)
    object.add("detail", detail)
    object.add("kind", kind.rawValue)
    object.add("seconds", seconds)
    object.add("until", until)
  }
}

extension ConditionalTrust {
  fileprivate func add(to object: inout ObjectText) {
    object.add("lastWhole", lastWhole)
    object.add("suspicions", suspicions)
    object.add("unchangedInARow", unchangedInARow)
  }
}

extension PlannedPoll {
  fileprivate func add(to object: inout ObjectText) {
    // JSON has no infinity; a price that is none is learned again.
    object.add("price", raw: price.isFinite ? "\(price)" : "0")
    object.add("wait", wait)
  }
}

extension RedirectAdoption {
  fileprivate func add(to object: inout ObjectText) {
    object.add("firstSeen", firstSeen)
    object.add("polls", polls)
    object.add("target", target)
  }
}
