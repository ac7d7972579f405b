import BriefConfiguration
import BriefFetching

/// One thing for the courier to carry.
struct Letter: Sendable {
  enum Content: Sendable {
    /// An HTTP request with a body. Redirects are not followed.
    case post(url: String, fields: [HeaderField], body: [UInt8])
    /// The same with PUT, for a service that keeps what it is sent under the name that it is given.
    case put(url: String, fields: [HeaderField], body: [UInt8])
    case mail(MailLetter)
  }

  var content: Content
  /// True when the receiver may live on loopback or a private network.
  var allowsPrivateAddresses: Bool
}

/// A mail with its envelope (RFC 5321).
struct MailLetter: Sendable {
  /// smtp or smtps, with port and the name that we greet with.
  var url: String
  /// False only for a server on this machine.
  var needsTLS: Bool
  var user: String?
  var password: String?
  var sender: MailAddress
  var recipients: [MailAddress]
  /// The mail in CR LF lines.
  var text: [UInt8]
}

/// How carrying it ended.
struct Receipt: Sendable {
  /// A CURLcode; 0 is success.
  var code: Int32 = 0
  /// What OpenSSL says of the receiver's certificate (X509_V_ERR_...); 0 for nothing.
  var certificate = 0
  /// HTTP's status; `nil` when no answer came.
  var status: Int?
  /// Field values of an HTTP answer.
  var retryAfter: String?
  var date: String?
  /// The last 4yz or 5yz line of an SMTP conversation.
  var refusal: [UInt8] = []
  /// What a mail server that then took the mail said of recipients that it would not have: 4yz and 5yz.
  var recipientRefusals: [[UInt8]] = []
  /// The mail server has answered our greeting.
  var isGreeted = false
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
