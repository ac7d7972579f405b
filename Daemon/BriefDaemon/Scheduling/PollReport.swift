package import BriefModel

/// What one poll amounted to, as far as the schedule cares. A permanent redirect is reported with
/// `permanentTarget`; a 410 at the end of permanent redirects is `gone` too.
package struct PollReport: Hashable, Sendable {
  package enum Result: Hashable, Sendable {
    /// 304, or the same body as last time.
    case unchanged
    /// A good document that differs. `moments`: when the publisher says that each new or revised
    /// entry appeared; entries without a date are left out, `undated` counts them.
    case changed(moments: [Timestamp], undated: Int)
    /// 410.
    case gone
    /// 429, or 503 with Retry-After: the seconds that it asks for, if it says so.
    case askedToWait(Int64?)
    /// A redirect led to a host that had asked to wait; it was not asked. Seconds left.
    case hostClosed(Int64)
    case failed(PollFailure)
    /// We stopped it ourselves (shutdown, reload): nothing is learned.
    case abandoned
    /// The configuration says otherwise since it began: nothing is learned, and it is polled anew.
    case outdated

    /// Some host answered, whatever it said.
    var isAnswer: Bool {
      switch self {
      case .unchanged, .changed, .gone, .askedToWait, .hostClosed, .failed(.status),
        .failed(.document), .failed(.limit):
        true
      case .failed, .abandoned, .outdated: false
      }
    }
  }

  package var result: Result
  /// The request carried validators.
  package var wasConditional: Bool
  /// It carried validators and failed, perhaps for that alone: the next goes without.
  package var doubtsCondition = false
  /// The status was 304.
  package var wasNotModified: Bool
  /// Seconds for which Cache-Control or Expires call the answer fresh, less its Age.
  package var freshFor: Int64?
  /// What the document asks for; `nil` when no document was read (304).
  package var manners: FeedManners?
  /// Entries that the document lists; `nil` when no document was read.
  package var entries: Int?
  package var permanentTarget: String?
  /// The host that was asked last, where a redirect led to it; `nil` is the source's own.
  package var answeredBy: String?
  /// Hosts that asked to wait when further documents were read: pages, sitemaps.
  package var waits: [HostWait] = []

  package init(
    _ result: Result, wasConditional: Bool = false, wasNotModified: Bool = false,
    freshFor: Int64? = nil, manners: FeedManners? = nil, entries: Int? = nil,
    permanentTarget: String? = nil
  ) {
    self.result = result
    self.wasConditional = wasConditional
    self.wasNotModified = wasNotModified
    self.freshFor = freshFor
    self.manners = manners
    self.entries = entries
    self.permanentTarget = permanentTarget
  }
}

/// A host asked to be left alone.
package struct HostWait: Hashable, Sendable {
  package var host: String
  /// `nil` when it did not say for how long.
  package var seconds: Int64?

  package init(host: String, seconds: Int64?) { (self.host, self.seconds) = (host, seconds) }
}

/// How a poll failed.
package enum PollFailure: String, Hashable, Sendable, Codable, CaseIterable {
  /// The name was not resolved.
  case name
  /// No connection, or it broke.
  case connection
  case timeOut = "time-out"
  /// TLS. A wrong clock makes every certificate invalid, a captive portal too.
  case security
  /// A status that is no success.
  case status
  /// No feed, or one that cannot be read.
  case document
  /// A limit of ours: bytes, redirects, entries.
  case limit
  /// Refused by our address rule or configuration.
  case refused
  /// Our own disk, memory or descriptors: the source is not to blame.
  case ours

  /// When all hosts fail like this, the fault may be our network's.
  var mayBeOurNetwork: Bool {
    switch self {
    case .name, .connection, .timeOut, .security: true
    case .status, .document, .limit, .refused, .ours: false
    }
  }
}
