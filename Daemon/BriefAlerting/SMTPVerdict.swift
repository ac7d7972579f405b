import BriefFetching
import CCurl

/// What a mail server's answer means for the alert.
///
/// | answer | verdict |
/// |---|---|
/// | 250 after the final dot | delivered |
/// | 4yz | later |
/// | 5yz to sender, recipient or the mail itself | parked: it will say the same tomorrow |
/// | 5yz to our greeting, TLS or login | later: the channel is set wrong, and that gets mended |
/// | connection lost, at whatever point | later, under the same Message-ID: a server that had taken
/// it drops the repeat, or its reader's program does |
enum SMTPVerdict {
  static func result(_ receipt: Receipt) -> DeliveryResult {
    if receipt.isInterrupted { return .interrupted }
    if receipt.isMalformed { return .park(reason: "the mail cannot be put on the wire") }
    if let kind = receipt.refused {
      return .park(
        reason:
          "the server's address is of the kind \(kind.rawValue), which the channel does not permit")
    }
    let code = CURLcode(rawValue: UInt32(bitPattern: receipt.code))
    if code == CURLE_OK { return .delivered(answer: "SMTP 250") }
    let said = SafeText.line(String(decoding: receipt.refusal, as: UTF8.self), limit: 300)
    let answer = said.isEmpty ? CourierTrouble.sentence(receipt) : "SMTP: \(said)"
    switch code {
    // MAIL, RCPT and DATA refused; what follows the dot refused. libcurl says the same of 4yz.
    case CURLE_SEND_ERROR, CURLE_WEIRD_SERVER_REPLY, CURLE_UPLOAD_FAILED:
      let isFinal = receipt.isGreeted && receipt.refusal.first == UInt8(ascii: "5")
      return isFinal ? .park(reason: answer) : .retry(answer: answer)
    case CURLE_LOGIN_DENIED, CURLE_USE_SSL_FAILED, CURLE_PEER_FAILED_VERIFICATION:
      return .retry(answer: CourierTrouble.sentence(receipt))
    default:
      return .retry(answer: CourierTrouble.sentence(receipt))
    }
  }
}
