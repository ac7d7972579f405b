package import BriefModel
package import BriefStore

/// One poll's outcome: what ``StoreWriter/record(_:context:)`` commits as a whole.
package struct PollRecord: Sendable {
  package var source: SourceID
  /// When the poll saw it.
  package var time: Timestamp
  package var observation: Observation
  /// SHA-256 of the document's bytes; `nil` without a document.
  package var rawDigest: Digest?
  package var facts: HTTPFacts
  /// How the document was read, to be kept beside its validators and digest; see ``RememberedSource``.
  package var readAs: String?
  /// Validators and digest are to be kept though no whole document came: the same one with other validators.
  package var renewsValidators = false
  /// The document was read in part. What was recorded of it is not what the validators and the digest of the
  /// whole one before it stand for: they are forgotten, and the next poll reads in full.
  package var wasReadInPart = false
  /// SHA-256 of a document that need not be read again when it comes again; `nil` of one that was read
  /// in part.
  package var keptDigest: Digest? {
    if case .snapshot(let snapshot) = observation, !snapshot.isWhole { nil } else { rawDigest }
  }
  /// To be sent with the next request for the document.
  package var keptValidators: Validators { wasReadInPart ? Validators() : facts.validators }
  /// What the outcome was called, for the poll log: `document`, `not-modified`, `http-404`.
  package var outcome: String
  /// Bytes received.
  package var bytes: Int
  package var milliseconds: Int
  package var nextPoll: Timestamp?
  /// The scheduler's own state, JSON, kept as it is.
  package var schedule: String?
  /// What was learned of the source's rhythm, JSON; `nil` when this poll taught nothing.
  package var rhythm: String?
  /// What was learned of its silences; `nil` while too little is known.
  package var silence: UsualSilence?
  /// The address that is polled from now on; `nil` when it stays.
  package var movedTo: String?
  /// The configured address is polled again.
  package var movesBack = false
  /// What hosts asked for in this poll.
  package var hosts: [HostRecord] = []
  /// Pages of entries that were visited, or are to be.
  package var pages: [PageRecord] = []
  /// Links of pages that are not read any more.
  package var leftPages: [String] = []
  /// What was read of older documents to close a gap; `nil` when nothing was.
  package var older: OlderStanding?
  /// What a good poll has to tell all the same: files that could not be read.
  package var warning: String?
  /// Tags of its long texts, if they were found already.
  package var early: EarlyTaggings?

  package init(
    source: SourceID, time: Timestamp, observation: Observation, rawDigest: Digest? = nil,
    facts: HTTPFacts = HTTPFacts(), outcome: String, bytes: Int = 0, milliseconds: Int = 0,
    nextPoll: Timestamp? = nil, schedule: String? = nil
  ) {
    self.source = source
    self.time = time
    self.observation = observation
    self.rawDigest = rawDigest
    self.facts = facts
    self.outcome = outcome
    self.bytes = bytes
    self.milliseconds = milliseconds
    self.nextPoll = nextPoll
    self.schedule = schedule
  }
}

extension HTTPFacts {
  /// As they are kept with a version, for everyone who is shown it.
  var recorded: HTTPFacts {
    var facts = self
    facts.finalURL = finalURL.map(ShownAddress.of)
    return facts
  }
}

/// What a host asked for, as it is stored.
package struct HostRecord: Hashable, Sendable {
  /// Name and port, in lower case.
  package var name: String
  package var closedUntil: Timestamp?
  /// Requests to wait in a row.
  package var asked: Int
  /// Requests to wait that were honoured, since the store began.
  package var honoured: Int64

  package init(name: String, closedUntil: Timestamp?, asked: Int, honoured: Int64) {
    self.name = name
    self.closedUntil = closedUntil
    self.asked = asked
    self.honoured = honoured
  }
}

/// What recording a poll came to.
package struct RecordedPoll: Hashable, Sendable {
  package var source: SourceID
  /// `nil` when nothing was recorded in the chain.
  package var revision: Revision?
  package var counts = ChangeCounts()
  /// Alerts put into the outbox.
  package var alerts = 0
  package var oddities: Set<SourceOddity> = []
  /// Set when this unit could not be recorded though others could.
  package var trouble: StoreTrouble?

  package init(source: SourceID) { self.source = source }
}

package struct ChangeCounts: Hashable, Sendable {
  package var added = 0
  package var revised = 0
  package var withdrawn = 0
  package var restored = 0

  package init() {}

  package var all: Int { added + revised + withdrawn + restored }

  package mutating func count(_ kind: Change.Kind) {
    switch kind {
    case .added: added += 1
    case .revised: revised += 1
    case .withdrawn: withdrawn += 1
    case .restored: restored += 1
    }
  }
}

/// Topics, dated claims and figures of one version.
package struct Tagging: Hashable, Sendable {
  package var mentions: [Mention]
  package var claims: [DatedClaim]
  package var figures: [Figure]

  package init(
    mentions: [Mention] = [], claims: [DatedClaim] = [], figures: [Figure] = []
  ) {
    self.mentions = mentions
    self.claims = claims
    self.figures = figures
  }
}

/// What recording needs beside the poll: rules and functions that are pure.
package struct RecordingContext: Sendable {
  package var rules: [AlertRule]
  package var alertPolicy: AlertPolicy
  package var withdrawalPolicy: WithdrawalPolicy
  /// The catalogue's number, written beside each mention.
  package var catalogue: Int
  /// What its topics are called, kept in the store for readers.
  package var topics: [TopicName]
  /// Files with topics that were left out, by name, with what is wrong.
  package var refusedTopics: [String: String] = [:]
  package var tag: @Sendable (Entry) -> Tagging
  /// The catalogue as a whole, kept in the store for a later one to be held against.
  package var catalogueRecord: @Sendable () -> [UInt8] = { [] }
  /// Tells the texts that this catalogue may tag otherwise than those of some records; `nil` when any
  /// text may be one.
  package var changedTexts: @Sendable (_ records: [[UInt8]]) -> (@Sendable (Entry) -> Bool)? = {
    _ in nil
  }
  /// Seconds by which a zone is ahead of UTC at a moment, for the timing of rules.
  package var zoneOffset: @Sendable (String, Timestamp) -> Int64
  /// The body of an alert, with its key.
  package var body: @Sendable (Alert, StoreID, String) throws -> AlertBody

  package init(
    rules: [AlertRule] = [], alertPolicy: AlertPolicy = AlertPolicy(),
    withdrawalPolicy: WithdrawalPolicy = WithdrawalPolicy(), catalogue: Int = 0,
    topics: [TopicName] = [],
    tag: @escaping @Sendable (Entry) -> Tagging = { _ in Tagging() },
    zoneOffset: @escaping @Sendable (String, Timestamp) -> Int64 = { _, _ in 0 },
    body: @escaping @Sendable (Alert, StoreID, String) throws -> AlertBody
  ) {
    self.rules = rules
    self.alertPolicy = alertPolicy
    self.withdrawalPolicy = withdrawalPolicy
    self.catalogue = catalogue
    self.topics = topics
    self.tag = tag
    self.zoneOffset = zoneOffset
    self.body = body
  }
}
