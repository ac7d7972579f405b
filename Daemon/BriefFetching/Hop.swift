/// One exchange of request and answer; a poll has one more than it has redirects. Passed on from
/// thread to thread, hence by reference.
final class Hop: Sendable {
  let url: WebURL
  /// All fields that the request carries beside those of the policy, secrets among them.
  let fields: [HeaderField]
  let isConditional: Bool
  let allowsPrivateAddresses: Bool
  /// Milliseconds that the exchange may take from its start.
  let timeLeft: Int64
  let policy: RequestPolicy
  let environment: FetchEnvironment

  init(
    url: WebURL, fields: [HeaderField], isConditional: Bool, allowsPrivateAddresses: Bool,
    timeLeft: Int64, policy: RequestPolicy, environment: FetchEnvironment
  ) {
    self.url = url
    self.fields = fields
    self.isConditional = isConditional
    self.allowsPrivateAddresses = allowsPrivateAddresses
    self.timeLeft = timeLeft
    self.policy = policy
    self.environment = environment
  }
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
