import CCurl

/// Sets a handle up for a hop: the one place where libcurl's options are chosen.
struct TransferOptions: ~Copyable {
  private let easy: UnsafeMutableRawPointer
  private var isComplete = true

  private init(easy: UnsafeMutableRawPointer) { self.easy = easy }

  /// The list of fields, to be freed once the transfer is over; `nil` when an option was refused.
  static func apply(_ transfer: Transfer) -> UnsafeMutablePointer<curl_slist>? {
    var options = TransferOptions(easy: transfer.easy)
    options.setRules(transfer.hop)
    options.setTimes(transfer.hop)
    options.setTrust(transfer.hop.environment)
    options.setCallbacks(transfer)
    guard options.isComplete, let list = options.list(of: transfer.hop.fields) else { return nil }
    guard brief_curl_set_list(transfer.easy, CURLOPT_HTTPHEADER, list) == CURLE_OK else {
      curl_slist_free_all(list)
      return nil
    }
    return list
  }

  private mutating func setRules(_ hop: Hop) {
    set(CURLOPT_URL, hop.url.text)
    // The default takes file: too.
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
    // We follow ourselves: libcurl would carry fields of our own to other hosts.
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_USERAGENT, hop.policy.userAgent)
    // HTTP/2 where TLS offers it.
    set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
    // Bodies come encoded: see `ContentDecoding`.
    set(CURLOPT_HTTP_CONTENT_DECODING, 0)
    // An empty text also switches the variables of the environment off.
    set(CURLOPT_PROXY, hop.environment.proxy ?? "")
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    // Signals belong to the process, and libcurl would use SIGALRM for names.
    set(CURLOPT_NOSIGNAL, 1)
    // Without it a lookup under way keeps the loop for up to five seconds.
    set(CURLOPT_QUICK_EXIT, 1)
    set(CURLOPT_NOPROGRESS, 1)
  }

  /// `PaceRule` ends a transfer first; these end it if we should fail to.
  private mutating func setTimes(_ hop: Hop) {
    set(CURLOPT_CONNECTTIMEOUT_MS, Int(clamping: hop.policy.connectTimeout) + 2000)
    set(CURLOPT_TIMEOUT_MS, Int(clamping: max(hop.timeLeft, 1)) + 2000)
  }

  private mutating func setTrust(_ environment: FetchEnvironment) {
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
    if let file = environment.trustAnchors { set(CURLOPT_CAINFO, file) }
  }

  private mutating func setCallbacks(_ transfer: Transfer) {
    let context = Unmanaged.passUnretained(transfer).toOpaque()
    note(brief_curl_on_body(easy, TransferCallbacks.body, context))
    note(brief_curl_on_field(easy, TransferCallbacks.field, context))
    note(brief_curl_on_open_socket(easy, TransferCallbacks.openSocket, context))
    note(brief_curl_on_request(easy, TransferCallbacks.request, context))
  }

  private func list(of fields: [HeaderField]) -> UnsafeMutablePointer<curl_slist>? {
    var list: UnsafeMutablePointer<curl_slist>?
    for field in fields {
      // `Name;` is libcurl's way to send a field without a value.
      let line = field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
      guard let longer = curl_slist_append(list, line) else {
        curl_slist_free_all(list)
        return nil
      }
      list = longer
    }
    return list
  }

  private mutating func set(_ option: CURLoption, _ number: Int) {
    note(brief_curl_set_long(easy, option, number))
  }

  private mutating func set(_ option: CURLoption, _ text: String) {
    note(brief_curl_set_text(easy, option, text))
  }

  private mutating func note(_ code: CURLcode) {
    if code != CURLE_OK { isComplete = false }
  }
}
