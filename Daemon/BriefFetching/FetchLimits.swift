/// The numbers of the engine as a whole, over all requests.
package struct FetchLimits: Hashable, Sendable {
  /// Transfers under way at once that are connected, or were started a moment ago. More gain
  /// nothing on two cores and cost about 100 kB each.
  package var transfers = 64
  /// Transfers under way at once, those included that wait for a name server or a connection. Each
  /// of them may hold a resolver thread; the service's `TasksMax` must be above this.
  package var transfersWithWaiting = 256
  /// Milliseconds after which a transfer that has not connected gives up its place among
  /// `transfers`: a dead name server or host must not hold up the others.
  package var patience: Int64 = 20
  /// Transfers at once to hosts that could not be connected to the last time.
  package var suspectTransfers = 128
  /// Transfers at once to one host.
  package var transfersPerHost = 2
  /// Milliseconds between the starts of two transfers to one host, by whatever way they came there:
  /// many feeds may redirect to one. A host that may be private is not spared: it is one's own.
  package var hostPauseMilliseconds: Int64 = 1_000
  /// Milliseconds for which the end of a batched request waits for others: less than a poll takes,
  /// and with a hundred a second enough for several.
  package var answerDelay: Int64 = 2
  /// Handles kept for reuse; an idle one has about 6 kB.
  package var idleHandles = 64
  /// Connections kept open for the next request.
  package var idleConnections = 128
  /// Descriptors left to everything else: store, control socket, files.
  package var keptDescriptors = 8
  /// Connections that may be open, idle ones included, once this machine had no descriptor left for
  /// another; half as many after each further time. libcurl then closes idle ones for new ones.
  package var connectionsWhenShort = 16
  /// Milliseconds after which descriptors are no longer taken to be short.
  package var shortage: Int64 = 60_000
  /// Bytes of a body that every transfer may hold without asking.
  package var smallBody = 1 << 20
  /// Bytes that all bodies over `smallBody` may hold together: 64 hostile servers that each send
  /// the largest body must not use the machine up.
  package var largeBodies = 48 << 20

  package init() {}

  /// For a person who waits for the answer: a handful of requests.
  package static var byHand: FetchLimits {
    var limits = FetchLimits()
    limits.hostPauseMilliseconds = 300
    return limits
  }
}

/// What an installation sets for all requests.
package struct FetchEnvironment: Hashable, Sendable {
  /// A proxy that all requests go through; `nil` for none. The variables of the environment
  /// (`http_proxy`) are never used. With a proxy, the proxy answers for the address rule.
  package var proxy: String?
  /// A file of certificates (PEM) to trust instead of the system's.
  package var trustAnchors: String?
  /// Names whose addresses are not asked for but known: `NAME:PORT:ADDRESS,ADDRESS`, as libcurl's
  /// `CURLOPT_RESOLVE` has it. The address rule holds for them as for any other.
  package var knownNames: [String]

  package init(proxy: String? = nil, trustAnchors: String? = nil, knownNames: [String] = []) {
    self.proxy = proxy
    self.trustAnchors = trustAnchors
    self.knownNames = knownNames
  }
}
