package import BriefModel

/// An alert that was claimed: nobody else sends it until its attempt is recorded.
package struct ClaimedAlert: Hashable, Sendable {
  /// Its row; of a digest, those of all that it is made of.
  package var rows: [Int64]
  package var alert: OutgoingAlert
  /// Attempts that failed while the channel was well, before this one.
  package var failures: Int

  package init(rows: [Int64], alert: OutgoingAlert, failures: Int) {
    self.rows = rows
    self.alert = alert
    self.failures = failures
  }
}

/// How an attempt ended, as the outbox keeps it.
package struct AttemptRecord: Hashable, Sendable {
  package enum Ending: Hashable, Sendable {
    case delivered
    /// Due again after so many seconds.
    case retry(after: Int64, isChannelsFault: Bool)
    /// Given up until somebody asks for it.
    case parked
    /// Cut short from our side: due at once, no fault of anybody's.
    case interrupted
  }

  package var rows: [Int64]
  package var ending: Ending
  /// What the receiver said, for people.
  package var answer: String?

  package init(rows: [Int64], ending: Ending, answer: String?) {
    self.rows = rows
    self.ending = ending
    self.answer = answer
  }
}

/// What a channel's attempts say about the channel.
package enum ChannelRecord: Hashable, Sendable {
  case unchanged
  case well
  /// Left alone for so many seconds, of which `added` were not part of an earlier hold; strictly
  /// when the receiver named them.
  case held(seconds: Int64, added: Int64, isStrict: Bool, failures: Int, answer: String)
}

/// Which alerts to claim.
package struct ClaimRequest: Hashable, Sendable {
  package var limit: Int
  /// True for those that were never tried.
  package var freshOnly: Bool

  package init(limit: Int, freshOnly: Bool = false) {
    self.limit = limit
    self.freshOnly = freshOnly
  }
}

/// What recording attempts and claiming the next alerts came to.
package struct DeliveryStep: Hashable, Sendable {
  package var claimed: [ClaimedAlert] = []
  /// Alerts that were parked in this step.
  package var parked = 0
  /// When the next alert of the channel is due; `nil` when none waits.
  package var nextDue: Timestamp?

  package init() {}
}

/// How a channel stood when the daemon stopped.
package struct ChannelMemory: Hashable, Sendable {
  package var failures: Int
  /// Seconds of its hold that are left, by the wall clock.
  package var heldFor: Int64
  /// Seconds since the hold began.
  package var heldSince: Int64
  package var isStrict: Bool

  package init(
    failures: Int = 0, heldFor: Int64 = 0, heldSince: Int64 = 0, isStrict: Bool = false
  ) {
    self.failures = failures
    self.heldFor = heldFor
    self.heldSince = heldSince
    self.isStrict = isStrict
  }
}

/// Word through another channel that a channel's alerts were parked.
package struct ParkingNotice: Hashable, Sendable {
  package var key: String
  package var channel: ChannelID
  package var rule: String
  package var body: AlertBody

  package init(key: String, channel: ChannelID, rule: String, body: AlertBody) {
    self.key = key
    self.channel = channel
    self.rule = rule
    self.body = body
  }
}

/// The alerts that a step parked.
package struct ParkedAlerts: Hashable, Sendable {
  package var count = 0
  /// The key of one of them.
  package var key = ""
  /// What the receiver said last.
  package var answer = ""

  package init() {}
}

/// Alerts that are to become one message.
package struct DigestParts: Hashable, Sendable {
  package var key: String
  package var rule: String
  package var store: StoreID
  /// In the order in which they were owed.
  package var bodies: [AlertBody]

  package init(key: String, rule: String, store: StoreID, bodies: [AlertBody]) {
    self.key = key
    self.rule = rule
    self.store = store
    self.bodies = bodies
  }
}
