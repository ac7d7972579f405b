import BriefFetching
import CCurl

/// What a mail server's answer means for the alert.
///
/// | answer | verdict |
/// |---|---|
/// | 250 after the final dot | delivered, though recipients were refused with 5yz |
/// | the same, with a recipient put off (4yz) | later, to all |
/// | 4yz | later |
/// | 5yz to sender, recipient or the mail itself | parked: it will say the same tomorrow |
/// | 5yz to our greeting, TLS or login | later: the channel is set wrong, and that gets mended |
/// | connection lost, at whatever point | later, under the same Message-ID: a server that had taken
/// it drops the repeat, or its reader's program does |
enum SMTPVerdict {
  /// What a server says to a sender that should have logged in, or in another way (RFC 4954, 6).
  private static let loginCodes = ["530", "534", "535", "538"]

  static func result(_ receipt: Receipt) -> DeliveryResult {
    if receipt.isInterrupted { return .interrupted }
    if receipt.isMalformed { return .park(reason: "the mail cannot be put on the wire") }
    if let kind = receipt.refused {
      return .park(
        reason:
          "the server's address is of the kind \(kind.rawValue), which the channel does not permit")
    }
    let code = CURLcode(rawValue: UInt32(bitPattern: receipt.code))
    if code == CURLE_OK { return taken(receipt) }
    let said = text(receipt.refusal)
    let answer = said.isEmpty ? CourierTrouble.sentence(receipt) : "SMTP: \(said)"
    switch code {
    // MAIL, RCPT and DATA refused; what follows the dot refused. libcurl says the same of 4yz.
    case CURLE_SEND_ERROR, CURLE_WEIRD_SERVER_REPLY, CURLE_UPLOAD_FAILED:
      let isFinal =
        receipt.isGreeted && receipt.refusal.first == UInt8(ascii: "5")
        && !loginCodes.contains { receipt.refusal.starts(with: $0.utf8) }
      return isFinal ? .park(reason: answer) : .retry(answer: answer)
    case CURLE_LOGIN_DENIED, CURLE_USE_SSL_FAILED, CURLE_PEER_FAILED_VERIFICATION:
      return .retry(answer: CourierTrouble.sentence(receipt))
    default:
      return .retry(answer: CourierTrouble.sentence(receipt))
    }
  }

  /// The mail was taken, for some of its recipients at least.
  private static func taken(_ receipt: Receipt) -> DeliveryResult {
    let refusals = receipt.recipientRefusals
    if let putOff = refusals.first(where: { $0.first == UInt8(ascii: "4") }) {
      return .retry(answer: "SMTP: \(text(putOff))")
    }
    let said = refusals.map(text).joined(separator: "; ")
    return .delivered(answer: "SMTP 250", refused: said.isEmpty ? nil : "SMTP: \(said)")
  }

  private static func text(_ line: [UInt8]) -> String {
    SafeText.line(String(decoding: line, as: UTF8.self), limit: 300)
  }
}
