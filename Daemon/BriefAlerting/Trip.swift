import BriefFetching
import CCurl

/// A letter under way. Lives on the courier's thread.
final class Trip {
  let job: Courier.Job
  let easy: UnsafeMutableRawPointer
  let limits: CourierLimits
  let environment: FetchEnvironment
  let transcript: Transcript?
  var receipt = Receipt()
  private var lists: [UnsafeMutablePointer<curl_slist>] = []
  private var answerBytes = 0
  private var sent = 0
  /// The last replies of a mail server, as many as there are recipients.
  private var replies: [[UInt8]] = []

  init(
    job: Courier.Job, easy: UnsafeMutableRawPointer, limits: CourierLimits,
    environment: FetchEnvironment, transcript: Transcript?
  ) {
    self.job = job
    self.easy = easy
    self.limits = limits
    self.environment = environment
    self.transcript = transcript
  }

  /// Frees the handle and what it was lent.
  func release() {
    curl_easy_cleanup(easy)
    for list in lists { curl_slist_free_all(list) }
    lists = []
  }

  func list(_ lines: [String]) -> UnsafeMutablePointer<curl_slist>? {
    var list: UnsafeMutablePointer<curl_slist>?
    for line in lines {
      guard let longer = curl_slist_append(list, line) else {
        curl_slist_free_all(list)
        return nil
      }
      list = longer
    }
    if let list { lists.append(list) }
    return list
  }

  /// Takes a piece of the answer; false stops the trip, whose status is known by then.
  func receive(_ piece: UnsafeRawBufferPointer) -> Bool {
    let room = limits.keptAnswer - receipt.answer.count
    if room > 0 { receipt.answer.append(contentsOf: piece.prefix(room)) }
    answerBytes += piece.count
    return answerBytes <= limits.readAnswer
  }

  /// Takes a header line of HTTP, or a reply line of SMTP.
  func receive(line: UnsafeRawBufferPointer) {
    let visible = line.prefix { $0 >= 0x20 || $0 == 0x09 }
    if case .mail(let mail) = job.letter.content {
      // libcurl says goodbye after a refusal: the answer to that tells nothing.
      if visible.first == UInt8(ascii: "4") || visible.first == UInt8(ascii: "5") {
        receipt.refusal = Array(visible.prefix(limits.keptAnswer))
      }
      noteReply(Array(visible.prefix(limits.keptAnswer)), of: mail)
      receipt.isGreeted = receipt.isGreeted || visible.starts(with: "250".utf8)
      return
    }
    guard let colon = visible.firstIndex(of: UInt8(ascii: ":")), colon <= 16,
      visible.count <= 1_000
    else { return }
    let value = visible[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
    let text = String(decoding: value, as: UTF8.self)
    switch String(decoding: visible[..<colon], as: UTF8.self).lowercased() {
    case "retry-after": receipt.retryAfter = text
    case "date": receipt.date = text
    default: break
    }
  }

  /// Before the server asks for the mail (354) it has answered once for each recipient.
  private func noteReply(_ line: [UInt8], of mail: MailLetter) {
    // The lines of a reply before its last have a hyphen there.
    guard line.count < 4 || line[3] != UInt8(ascii: "-") else { return }
    if line.starts(with: "354".utf8) {
      receipt.recipientRefusals = replies.filter {
        $0.first == UInt8(ascii: "4") || $0.first == UInt8(ascii: "5")
      }
    }
    replies = (replies + [line]).suffix(mail.recipients.count)
  }

  /// Fills a buffer with what is left of the mail; returns how many bytes.
  func send(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard case .mail(let mail) = job.letter.content else { return 0 }
    let piece = mail.text.dropFirst(sent).prefix(buffer.count)
    buffer.copyBytes(from: piece)
    sent += piece.count
    return piece.count
  }

  /// Whether the address rule lets the trip use the address; what cannot be read it does not. A
  /// proxy's address is the configuration's own affair.
  func permits(_ address: IPAddressBytes?) -> Bool {
    guard environment.proxy == nil else { return true }
    guard let address else {
      receipt.refused = .reserved
      return false
    }
    if case .mail(let mail) = job.letter.content, !mail.needsTLS {
      // In clear, no further than this machine.
      let isOurs = AddressRule.verdict(for: address) == .refused(.loopback)
      if !isOurs { receipt.refused = .reserved }
      return isOurs
    }
    let verdict = AddressRule.verdict(
      for: address, allowsPrivate: job.letter.allowsPrivateAddresses)
    guard case .refused(let kind) = verdict else { return true }
    receipt.refused = kind
    return false
  }
}
