extension FetchOutcome {
  /// A short name for logs and filters; part of the daemon's contract.
  package var code: String {
    switch self {
    case .document: "document"
    case .notModified: "not-modified"
    case .gone: "http-410"
    case .rateLimited(let status, _), .credentialsWanted(let status), .clientError(let status),
      .serverTrouble(let status), .unexpectedStatus(let status):
      "http-\(status)"
    case .hostClosed: "host-asked-to-wait"
    case .redirectTrouble(let trouble): "redirect-\(trouble.name)"
    case .refused(let reason): "refused-\(reason.name)"
    case .incomplete: "incomplete"
    case .damaged(let trouble): "damaged-\(trouble.rawValue)"
    case .tooLarge(let part): "too-large-\(part.rawValue)"
    case .tooSlow(let phase): "too-slow-\(phase.rawValue)"
    case .protocolTrouble: "not-http"
    case .security(let trouble): "tls-\(trouble.rawValue)"
    case .nameNotFound: "name-not-found"
    case .notConnected: "not-connected"
    case .connectionLost: "connection-lost"
    case .proxyTrouble: "proxy"
    case .ours(let trouble): "ours-\(trouble.rawValue)"
    case .cancelled: "cancelled"
    }
  }

  package var next: Step {
    switch self {
    case .document: .read
    case .notModified: .rest
    case .gone: .retire
    case .rateLimited(_, let retryAfter): .waitAsAsked(retryAfter)
    case .hostClosed(let seconds): .waitAsAsked(seconds)
    case .credentialsWanted, .refused, .ours(.credentials): .awaitConfiguration
    case .clientError, .serverTrouble, .unexpectedStatus, .redirectTrouble, .incomplete, .damaged,
      .tooLarge, .tooSlow, .protocolTrouble, .security, .nameNotFound, .notConnected,
      .connectionLost, .proxyTrouble:
      .backOff
    case .ours(.memory), .ours(.crowded), .ours(.descriptors), .ours(.library): .again
    case .cancelled: .forget
    }
  }

  /// A firewall or a broken cache may refuse a request for its condition alone, which a plain one would show.
  package var mayBeTheCondition: Bool {
    switch self {
    case .clientError(let status): status != 404 && status != 410
    case .serverTrouble, .unexpectedStatus: true
    default: false
    }
  }

  package var party: Party {
    switch self {
    case .document, .notModified, .cancelled: .nobody
    case .gone, .rateLimited, .hostClosed, .clientError, .serverTrouble, .unexpectedStatus,
      .redirectTrouble, .damaged, .tooLarge, .protocolTrouble, .tooSlow(.answering),
      .tooSlow(.body):
      .publisher
    case .credentialsWanted, .refused, .proxyTrouble, .ours(.credentials): .configuration
    case .incomplete, .tooSlow(.connecting), .tooSlow(.total), .security, .nameNotFound,
      .notConnected, .connectionLost:
      .network
    case .ours(.memory), .ours(.crowded), .ours(.descriptors), .ours(.library): .machine
    }
  }

  /// What is wrong, whose it is to mend, and what comes next.
  package var sentence: String {
    [fault, remedy, prospect].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var fault: String {
    switch self {
    case .document: "The server sent the document."
    case .notModified: "The server says that nothing changed."
    case .gone: "The server says that the document is gone for good (410)."
    case .rateLimited(let status, let seconds):
      "The server asks us to wait\(seconds.map { " \($0) s" } ?? "") (\(status))."
    case .hostClosed: "A redirect leads to a host that asked to be left alone."
    case .credentialsWanted(let status): "The server wants other credentials (\(status))."
    case .clientError(404): "The server has nothing at this address (404)."
    case .clientError(403): "The server refuses us this address (403)."
    case .clientError(410): "A temporary redirect leads to what is gone for good (410)."
    case .clientError(let status): "The server refuses the request (\(status))."
    case .serverTrouble(let status): "The server is in trouble (\(status))."
    case .unexpectedStatus(let status): "The server sent no document (status \(status))."
    case .redirectTrouble(let trouble): "The server redirects \(trouble.clause)."
    case .refused(let reason): "The URL \(reason.clause)."
    case .incomplete: "The transfer ended before the document did."
    case .damaged(let trouble): "The document's encoding is broken: \(trouble.clause)."
    case .tooLarge(.header): "The answer's header section is too large."
    case .tooLarge(.transfer), .tooLarge(.body): "The document is larger than we take."
    case .tooSlow(.connecting): "No connection came about in time."
    case .tooSlow(.answering): "The server took the request and did not answer in time."
    case .tooSlow(.body): "The server sends the document too slowly."
    case .tooSlow(.total): "The document did not arrive in the time that one poll has."
    case .protocolTrouble: "What the server sent is not HTTP."
    case .security(.certificate):
      "The server's certificate does not hold: expired, for another name, or of an unknown issuer."
    case .security(.handshake): "No secure connection (TLS 1.2 or later) came about."
    case .nameNotFound: "The host's name was not found."
    case .notConnected: "The host does not take connections."
    case .connectionLost: "The connection broke."
    case .proxyTrouble: "The proxy does not serve us."
    case .ours(.memory): "There was no memory for the document."
    case .ours(.crowded): "Other large documents were under way."
    case .ours(.descriptors): "This machine had no descriptor or memory left for a connection."
    case .ours(.credentials): "The source's credentials or fields hold what HTTP cannot carry."
    case .ours(.library): "The transfer could not be set up on this machine."
    case .cancelled: "We gave the poll up."
    }
  }

  private var remedy: String {
    switch self {
    case .refused(.address), .refused(.localName):
      "If the source does live there, set allow_private for it."
    case .security(.certificate):
      "It is the publisher's to mend, unless this machine's clock is wrong."
    case .ours(.crowded), .cancelled, .rateLimited, .hostClosed: ""
    default:
      switch party {
      case .nobody: ""
      case .publisher: "It is the publisher's to mend."
      case .network: "It is the network's or the publisher's to mend."
      case .configuration: "It is yours to mend in the configuration."
      case .machine: "It is this machine's to mend."
      }
    }
  }

  private var prospect: String {
    switch next {
    case .read, .rest, .forget: ""
    case .retire: "The source is not polled any more."
    case .waitAsAsked(.some): "It is asked again after that."
    case .waitAsAsked(nil), .backOff: "It is tried again later, at growing intervals."
    case .again: "It is tried again soon."
    case .awaitConfiguration:
      "It is tried again at growing intervals, and at once by brief-syncd once --all."
    }
  }
}
