import BriefModel

/// What was stored is read by the ten thousand at a start: without a decoder, which costs as much
/// as a poll does.
extension PollState {
  /// The state that ``text`` was made of; `nil` for a text of another shape, which a decoder may
  /// still read.
  init?(text: some StringProtocol) {
    self.init()
    var reader = ObjectReader(text)
    guard reader.object({ take($1, from: &$0) }), reader.isAtEnd, polls >= 0, notModified >= 0,
      failures >= 0
    else { return nil }
  }

  private mutating func take(_ name: String, from reader: inout ObjectReader) -> Bool {
    switch name {
    case "failingSince": reader.take(&failingSince)
    case "failure": reader.take(&failure)
    case "failures": reader.take(&failures)
    case "freshFor": reader.take(&freshFor)
    case "isPaused": reader.take(&isPaused)
    case "lastChange": reader.take(&lastChange)
    case "lastPoll": reader.take(&lastPoll)
    case "lastSuccess": reader.take(&lastSuccess)
    case "leadsTo": reader.take(&leadsTo)
    case "manners": reader.take(&manners)
    case "nextPoll": reader.take(&nextPoll)
    case "notModified": reader.take(&notModified)
    case "planned": reader.take(&planned)
    case "polls": reader.take(&polls)
    case "reasons": reader.take(&reasons)
    case "redirect": reader.take(&redirect)
    case "retiredAt": reader.take(&retiredAt)
    case "trust": reader.take(&trust)
    case "window": reader.take(&window)
    default: false
    }
  }
}

extension ObjectReader {
  fileprivate mutating func take(_ failure: inout PollFailure?) -> Bool {
    failure = string().flatMap(PollFailure.init(rawValue:))
    return failure != nil
  }

  fileprivate mutating func take(_ manners: inout FeedManners) -> Bool {
    object { reader, name in
      switch name {
      case "hub": reader.take(&manners.hub)
      case "skipDays": reader.take(&manners.skipDays)
      case "skipHours": reader.take(&manners.skipHours)
      case "ttl": reader.take(&manners.ttl)
      case "updatePeriod": reader.take(&manners.updatePeriod)
      default: false
      }
    }
  }

  private mutating func take(_ numbers: inout [Int]) -> Bool {
    list { reader in
      var number = 0
      guard reader.take(&number) else { return false }
      numbers.append(number)
      return true
    }
  }

  fileprivate mutating func take(_ planned: inout PlannedPoll?) -> Bool {
    var poll = PlannedPoll(wait: 0, price: 0)
    let isRead = object { reader, name in
      switch name {
      case "price": reader.take(&poll.price)
      case "wait": reader.take(&poll.wait)
      default: false
      }
    }
    planned = poll
    return isRead
  }

  fileprivate mutating func take(_ reasons: inout [PollReason]) -> Bool {
    list { reader in
      var kind: PollReason.Kind?
      var reason = PollReason(.learned)
      let isRead = reader.object { reader, name in
        switch name {
        case "count": return reader.take(&reason.count)
        case "detail": return reader.take(&reason.detail)
        case "kind":
          kind = reader.string().flatMap(PollReason.Kind.init(rawValue:))
          return kind != nil
        case "seconds": return reader.take(&reason.seconds)
        case "until": return reader.take(&reason.until)
        default: return false
        }
      }
      guard isRead, let kind else { return false }
      reason.kind = kind
      reasons.append(reason)
      return true
    }
  }

  fileprivate mutating func take(_ redirect: inout RedirectAdoption?) -> Bool {
    var (firstSeen, polls, target) = (Timestamp?.none, Int?.none, String?.none)
    let isRead = object { reader, name in
      switch name {
      case "firstSeen": reader.take(&firstSeen)
      case "polls": reader.take(&polls)
      case "target": reader.take(&target)
      default: false
      }
    }
    guard isRead, let firstSeen, let polls, let target else { return false }
    redirect = RedirectAdoption(target: target, firstSeen: firstSeen, polls: polls)
    return true
  }

  fileprivate mutating func take(_ trust: inout ConditionalTrust) -> Bool {
    object { reader, name in
      switch name {
      case "lastWhole": reader.take(&trust.lastWhole)
      case "plainLeft": reader.take(&trust.plainLeft)
      case "refusals": reader.take(&trust.refusals)
      case "suspicions": reader.take(&trust.suspicions)
      case "unchangedInARow": reader.take(&trust.unchangedInARow)
      default: false
      }
    }
  }
}
