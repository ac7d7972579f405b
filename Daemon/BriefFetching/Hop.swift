/// One exchange of request and answer; a poll has one more than it has redirects.
struct Hop: Sendable {
  var url: WebURL
  /// All fields that the request carries, secrets among them.
  var fields: [HeaderField]
  var isConditional: Bool
  var allowsPrivateAddresses: Bool
  /// Milliseconds that the exchange may take from its start.
  var timeLeft: Int64
  var policy: RequestPolicy
  var environment: FetchEnvironment
}

/// How an exchange ended.
struct HopEnd: Sendable {
  var stop: StopReason?
  /// libcurl's result, 0 for a whole transfer.
  var code: Int32 = 0
  var status: Int?
  var fields = HeaderFields()
  /// Still encoded; empty unless the status is one of a document.
  var body: [UInt8] = []
  var loan: BodyLoan?
  /// Bytes that came over the wire.
  var received: Int64 = 0
  /// Milliseconds since the start of the transfer; waiting for a place does not count.
  var duration: Int64 = 0
}
