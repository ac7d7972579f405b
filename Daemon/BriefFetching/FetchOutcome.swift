package import BriefModel

/// What a request amounts to.
package enum FetchOutcome: Hashable, Sendable {
  /// A whole document (200, 203).
  case document
  /// 304 to a conditional request.
  case notModified
  /// 410.
  case gone
  /// 429, or 503 with Retry-After: seconds, where the server says how many.
  case rateLimited(status: Int, retryAfter: Int64?)
  /// 401, 407.
  case credentialsWanted(status: Int)
  /// A redirect leads to a host that asked to be left alone; no request was made there. Seconds left.
  case hostClosed(seconds: Int64)
  /// Any other 4xx.
  case clientError(status: Int)
  /// Any other 5xx.
  case serverTrouble(status: Int)
  /// A status that is no answer to a request for a document (204, 206, an unasked 304, 999).
  case unexpectedStatus(Int)
  case redirectTrouble(RedirectTrouble)
  /// By our rules for URLs and addresses.
  case refused(URLRule.Reason)
  /// The transfer ended before the document did.
  case incomplete
  /// The encoding of the body is broken.
  case damaged(DecodingTrouble)
  case tooLarge(StopReason.Part)
  case tooSlow(StopReason.Phase)
  /// The answer is not HTTP.
  case protocolTrouble
  case security(SecurityTrouble)
  case nameNotFound
  case notConnected
  case connectionLost
  case proxyTrouble
  /// Our own memory, descriptors, options.
  case ours(OwnTrouble)
  case cancelled

  package enum SecurityTrouble: String, Hashable, Sendable, CaseIterable {
    case certificate
    case handshake
  }

  package enum OwnTrouble: String, Hashable, Sendable, CaseIterable {
    case memory
    case crowded
    case descriptors
    case credentials
    case library
  }
}

extension FetchOutcome {
  /// What the daemon does next.
  package enum Step: Hashable, Sendable {
    /// Read the document.
    case read
    /// Nothing changed: plan the next poll.
    case rest
    /// Stop polling the source until a person says otherwise.
    case retire
    /// Leave the host alone for so many seconds, or for as long as our own back-off says.
    case waitAsAsked(Int64?)
    case backOff
    /// The same request soon: nobody outside is to blame.
    case again
    /// Back off; only a change of the configuration will mend it.
    case awaitConfiguration
    /// Nothing was learned.
    case forget
  }

  /// Who can mend it.
  package enum Party: String, Hashable, Sendable {
    case nobody, publisher, network, configuration, machine
  }

  /// True when our own line may be the cause: no publisher is to be blamed while all fail alike.
  package var mayBeOurNetwork: Bool { party == .network }

  /// What to store and show; `nil` for a document, for 304 and for a poll that we gave up.
  package var trouble: PollTrouble? {
    switch self {
    case .document, .notModified, .cancelled: nil
    default: PollTrouble(code: code, sentence: sentence, isFinal: self == .gone)
    }
  }
}
