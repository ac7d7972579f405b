import BriefFetching

/// One thing for the courier to carry.
struct Letter: Sendable {
  enum Content: Sendable {
    /// An HTTP request with a body. Redirects are not followed.
    case post(url: String, fields: [HeaderField], body: [UInt8])
  }

  var content: Content
  /// True when the receiver may live on loopback or a private network.
  var allowsPrivateAddresses: Bool
}

/// How carrying it ended.
struct Receipt: Sendable {
  /// A CURLcode; 0 is success.
  var code: Int32 = 0
  /// HTTP's status, or the last reply code of SMTP; `nil` when no answer came.
  var status: Int?
  /// Field values of an HTTP answer.
  var retryAfter: String?
  var date: String?
  /// The beginning of the answer's body.
  var answer: [UInt8] = []
  /// An address that the rule forbids, which the receiver's name led to.
  var refused: AddressRule.Kind?
  /// Our side gave up: the task was cancelled or the courier closed.
  var isInterrupted = false
  /// The letter cannot be put on the wire: an odd URL or field.
  var isMalformed = false
}

/// The courier's numbers.
package struct CourierLimits: Hashable, Sendable {
  /// Milliseconds until name lookup, connection and TLS are done. One channel's wait holds nobody
  /// else up, so it may be patient.
  package var connectTimeout = 10_000
  /// Milliseconds for one attempt as a whole. Receivers that do work before they answer are told by
  /// the Standard Webhooks convention to take no more than about fifteen seconds.
  package var totalTimeout = 30_000
  /// Bytes of an answer that are kept, to be shown.
  package var keptAnswer = 1_000
  /// Bytes of an answer that are read, so that the connection can be used again.
  package var readAnswer = 65_536
  /// Connections kept open for the next letter.
  package var idleConnections = 16

  package init() {}
}
