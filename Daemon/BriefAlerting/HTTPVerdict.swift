import BriefFetching
import BriefModel
import CCurl
import Foundation

/// What a receiver's answer means for the alert.
///
/// | answer | verdict |
/// |---|---|
/// | 2xx | delivered |
/// | 400, 411, 413, 414, 415, 422, 431 | parked: it is this message that the receiver will not have
/// |
/// | 429, 503 and others with Retry-After | later, when the receiver says |
/// | any other status, a redirect too | later: the receiver is out of order or the channel is set
/// wrong, and both get mended |
/// | no answer | later, under the same key |
/// | forbidden address | parked, with the reason |
enum HTTPVerdict {
  /// Seconds; a receiver that asks for more is asked again tomorrow.
  static let longestRetryAfter: Int64 = 86_400

  static func result(_ receipt: Receipt, now: Timestamp) -> DeliveryResult {
    if receipt.isInterrupted { return .interrupted }
    if receipt.isMalformed { return .park(reason: "the request cannot be put on the wire") }
    if let kind = receipt.refused {
      return .park(
        reason:
          "the receiver's address is of the kind \(kind.rawValue); allow_private would permit it"
      )
    }
    guard let status = receipt.status else {
      return .retry(answer: CourierTrouble.sentence(receipt))
    }
    let said = SafeText.line(String(decoding: receipt.answer, as: UTF8.self), limit: 300)
    let answer = "HTTP \(status)" + (said.isEmpty ? "" : ": \(said)")
    switch status {
    case 200..<300: return .delivered(answer: "HTTP \(status)")
    case 300..<400:
      return .retry(answer: "HTTP \(status): redirects are not followed; set the url to its target")
    case 400, 411, 413, 414, 415, 422, 431: return .park(reason: answer)
    default: return .retry(after: wait(receipt, now: now), answer: answer)
    }
  }

  /// Seconds to wait that the answer names: in its Retry-After (RFC 9110, 10.2.3), or in its body
  /// as Telegram (`parameters.retry_after`), Discord (`retry_after`) and Matrix (`retry_after_ms`)
  /// do.
  private static func wait(_ receipt: Receipt, now: Timestamp) -> Int64? {
    guard let text = receipt.retryAfter else {
      return receipt.status == 429 ? waitInBody(receipt.answer) : nil
    }
    if let seconds = wholeSeconds(text) { return seconds }
    guard let moment = HTTPDate.read(text) else { return nil }
    // The server's own clock where it tells it, so that two clocks that disagree do no harm.
    let serverNow = receipt.date.flatMap(HTTPDate.read) ?? now
    let (seconds, overflow) = moment.seconds.subtractingReportingOverflow(serverNow.seconds)
    return overflow ? nil : min(max(seconds, 0), longestRetryAfter)
  }

  /// Digits, perhaps with a fraction, rounded up; more than fit are the largest number.
  private static func wholeSeconds(_ text: String) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } })
    else { return nil }
    let whole = min(parts.first.flatMap { Int64($0) } ?? longestRetryAfter, longestRetryAfter)
    return min(whole + (parts.count == 2 ? 1 : 0), longestRetryAfter)
  }

  private static func waitInBody(_ answer: [UInt8]) -> Int64? {
    guard let body = try? JSONDecoder().decode(WaitInBody.self, from: Data(answer)),
      let seconds = body.seconds ?? body.parameters?.seconds
        ?? body.milliseconds.map({ $0 / 1000 }),
      seconds >= 0, seconds.isFinite
    else { return nil }
    return Int64(min(seconds.rounded(.up), Double(longestRetryAfter)))
  }
}

private struct WaitInBody: Decodable {
  struct Parameters: Decodable {
    var seconds: Double?
    enum CodingKeys: String, CodingKey { case seconds = "retry_after" }
  }
  var seconds: Double?
  var milliseconds: Double?
  var parameters: Parameters?

  enum CodingKeys: String, CodingKey {
    case seconds = "retry_after"
    case milliseconds = "retry_after_ms"
    case parameters
  }
}

/// libcurl's failures in a person's words.
enum CourierTrouble {
  static func sentence(_ receipt: Receipt) -> String {
    let code = receipt.code
    return switch CURLcode(rawValue: UInt32(bitPattern: code)) {
    case CURLE_COULDNT_RESOLVE_HOST: "the receiver's name was not found"
    case CURLE_COULDNT_CONNECT: "no connection to the receiver"
    case CURLE_OPERATION_TIMEDOUT: "the receiver did not answer in time"
    case CURLE_GOT_NOTHING: "the receiver closed the connection without an answer"
    case CURLE_SEND_ERROR, CURLE_RECV_ERROR: "the connection was lost"
    case CURLE_PEER_FAILED_VERIFICATION:
      "the receiver's certificate is not to be trusted: \(fault(receipt.certificate))"
    case CURLE_SSL_CONNECT_ERROR: "no TLS with the receiver"
    case CURLE_USE_SSL_FAILED: "the receiver offers no TLS, and nothing is sent without"
    case CURLE_LOGIN_DENIED: "the receiver refused the user name or password"
    default:
      "libcurl: \(String(cString: curl_easy_strerror(CURLcode(rawValue: UInt32(bitPattern: code)))))"
    }
  }

  /// x509_vfy.h of OpenSSL; libcurl compares names itself, and then OpenSSL has nothing to say.
  private static func fault(_ code: Int) -> String {
    switch code {
    case 0, 62, 63, 64: "it is made out to another name"
    case 9: "it is not valid yet"
    case 10: "it has expired"
    case 18: "it is signed by itself"
    case 19: "a certificate in its chain is signed by itself, and unknown here"
    case 2, 20, 21: "nobody who is known here has signed it"
    case 23: "it was revoked"
    default: "OpenSSL says \(code)"
    }
  }
}
