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
    object.add("isPaused", isPaused)
    object.add("lastChange", lastChange)
    object.add("lastPoll", lastPoll)
    object.add("lastSuccess", lastSuccess)
    object.add("leadsTo", leadsTo)
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
    return object.close()
  }
}

extension FeedManners {
  fileprivate func add(to object: inout ObjectText) {
    object.add("hub", hub)
    object.add("skipDays", listOf: skipDays)
    object.add("skipHours", listOf: skipHours)
    object.add("ttl", ttl)
    object.add("updatePeriod", updatePeriod)
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
    object.add("plainLeft", plainLeft)
    object.add("refusals", refusals)
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
