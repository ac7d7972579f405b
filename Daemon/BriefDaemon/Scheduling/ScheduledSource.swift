package import BriefModel

/// What the queue must know of a source from the configuration.
package struct ScheduledSource: Hashable, Sendable {
  package var id: SourceID
  /// The host and port that requests go to, in lower case; empty for a local folder, which waits
  /// for no one and says nothing about the network.
  package var host: String
  package var limits: IntervalLimits
  /// The source may live on our own machine or network: no pause between two transfers to its host.
  package var isOwnNetwork: Bool

  package init(
    id: SourceID, host: String, limits: IntervalLimits = IntervalLimits(),
    isOwnNetwork: Bool = false
  ) {
    self.isOwnNetwork = isOwnNetwork
    self.id = id
    self.host = host
    self.limits = limits
  }
}

/// What happened. The queue learns of the world by these alone.
package enum PollEvent: Hashable, Sendable {
  /// Followed from now on, with what was stored of it. A source that is already known is replaced
  /// and keeps its state if none is given.
  case sourceAdded(ScheduledSource, PollState?)
  case sourceRemoved(SourceID)
  case sourcePaused(SourceID)
  /// Also calls a retired source back.
  case sourceResumed(SourceID)
  /// A person wants it polled now. Host limits and Retry-After still hold.
  case syncRequested(SourceID)
  case pollFinished(SourceID, PollReport)
  /// What was stored of a host before the last stop.
  case hostRestored(String, HostState)
  case networkWentAway
  case networkReturned
  /// A sleep ended, or the caller only wants the actions.
  case woke
}

/// What is to be done now.
package enum PollAction: Hashable, Sendable {
  /// Start a transfer; answered by exactly one `pollFinished`. `unconditional`: send no validators.
  case poll(SourceID, unconditional: Bool)
  /// The state changed apart from a poll of the source's own: store it.
  case recordState(SourceID)
  case recordHost(String)
  /// The redirect has held: poll this address from now on.
  case adoptRedirect(SourceID, target: String)
  /// For the journal.
  case note(PollNote)
  /// Nothing more until an event or this uptime in milliseconds (`nil`: an event). Always the last.
  case sleep(until: Int64?)
}

/// What people filter a journal for.
package enum PollNote: Hashable, Sendable {
  /// Seconds by which the wall clock was set, forward positive.
  case clockJumped(by: Int64)
  /// The machine slept past a planned wake-up by this many seconds.
  case overslept(by: Int64)
  case networkLost
  case networkBack
  case hostAskedToWait(host: String, until: Timestamp)
  case sourceRetired(SourceID)
  case sourceFailed(SourceID, PollFailure, failures: Int)
  case sourceRecovered(SourceID, failures: Int)
  /// A probe found what 304 had hidden.
  case notModifiedLied(SourceID)
}
