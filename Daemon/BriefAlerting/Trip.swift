import BriefFetching
import CCurl

/// A letter under way. Lives on the courier's thread.
final class Trip {
  let job: Courier.Job
  let easy: UnsafeMutableRawPointer
  let limits: CourierLimits
  let environment: FetchEnvironment
  var receipt = Receipt()
  private var lists: [UnsafeMutablePointer<curl_slist>] = []
  private var answerBytes = 0

  init(
    job: Courier.Job, easy: UnsafeMutableRawPointer, limits: CourierLimits,
    environment: FetchEnvironment
  ) {
    self.job = job
    self.easy = easy
    self.limits = limits
    self.environment = environment
  }

  /// Sets the handle up; false when an option was refused or something cannot stand on the wire.
  func prepare() -> Bool {
    var isComplete = true
    func note(_ code: CURLcode) { if code != CURLE_OK { isComplete = false } }
    func set(_ option: CURLoption, _ number: Int) {
      note(brief_curl_set_long(easy, option, number))
    }
    func set(_ option: CURLoption, _ text: String) {
      note(brief_curl_set_text(easy, option, text))
    }
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_NOPROGRESS, 1)
    // Without it a lookup under way keeps the loop for up to five seconds.
    set(CURLOPT_QUICK_EXIT, 1)
    set(CURLOPT_FOLLOWLOCATION, 0)
    // An empty text also switches the variables of the environment off.
    set(CURLOPT_PROXY, environment.proxy ?? "")
    set(CURLOPT_CONNECTTIMEOUT_MS, limits.connectTimeout)
    set(CURLOPT_TIMEOUT_MS, limits.totalTimeout)
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
    if let file = environment.trustAnchors { set(CURLOPT_CAINFO, file) }
    let context = Unmanaged.passUnretained(self).toOpaque()
    note(brief_curl_on_body(easy, TripCallbacks.body, context))
    note(brief_curl_on_field(easy, TripCallbacks.field, context))
    note(brief_curl_on_open_socket(easy, TripCallbacks.openSocket, context))
    note(brief_curl_on_request(easy, TripCallbacks.request, context))
    switch job.letter.content {
    case .post(let url, let fields, let body):
      set(CURLOPT_URL, url)
      set(CURLOPT_PROTOCOLS_STR, "http,https")
      set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
      set(CURLOPT_POST, 1)
      set(CURLOPT_POSTFIELDSIZE, body.count)
      // The size must be set before: libcurl copies that many bytes.
      body.withUnsafeBytes { bytes in
        let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
        note(brief_curl_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, start))
      }
      guard fields.allSatisfy(\.isSendable) else { return false }
      // Without `Expect:` libcurl waits a second for a "100 Continue" that few receivers send.
      guard let list = list(fields.map { "\($0.name): \($0.value)" } + ["Expect:"]) else {
        return false
      }
      note(brief_curl_set_list(easy, CURLOPT_HTTPHEADER, list))
    }
    return isComplete
  }

  /// Frees the handle and what it was lent.
  func release() {
    curl_easy_cleanup(easy)
    for list in lists { curl_slist_free_all(list) }
    lists = []
  }

  private func list(_ lines: [String]) -> UnsafeMutablePointer<curl_slist>? {
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

  func receive(line: UnsafeRawBufferPointer) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon <= 16, line.count <= 1_000
    else {
      return
    }
    let value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
    let visible = value.prefix { $0 >= 0x20 }
    let text = String(decoding: visible, as: UTF8.self)
    switch String(decoding: line[..<colon], as: UTF8.self).lowercased() {
    case "retry-after": receipt.retryAfter = text
    case "date": receipt.date = text
    default: break
    }
  }

  /// Whether the address rule lets the trip use the address; what cannot be read it does not. A
  /// proxy's address is the configuration's own affair.
  func permits(_ address: IPAddressBytes?) -> Bool {
    guard environment.proxy == nil else { return true }
    let verdict = address.map {
      AddressRule.verdict(for: $0, allowsPrivate: job.letter.allowsPrivateAddresses)
    }
    switch verdict {
    case .allowed: return true
    case .refused(let kind): receipt.refused = kind
    case nil: receipt.refused = .reserved
    }
    return false
  }
}
