import CCurl

/// Sets a handle up for a hop: the one place where libcurl's options are chosen.
struct TransferOptions: ~Copyable {
  private let easy: UnsafeMutableRawPointer
  private var isComplete = true

  private init(easy: UnsafeMutableRawPointer) { self.easy = easy }

  /// Lists that libcurl reads from while the transfer goes on.
  struct Lists {
    fileprivate var fields: UnsafeMutablePointer<curl_slist>?
    fileprivate var names: UnsafeMutablePointer<curl_slist>?

    func free() {
      curl_slist_free_all(fields)
      curl_slist_free_all(names)
    }
  }

  /// What is to be freed once the transfer is over; `nil` when an option was refused.
  static func apply(_ transfer: Transfer) -> Lists? {
    var options = TransferOptions(easy: transfer.easy)
    options.setRules(transfer.hop)
    options.setTimes(transfer.hop)
    options.setTrust(transfer.hop.environment)
    options.setCallbacks(transfer)
    var lists = Lists()
    lists.fields = options.set(CURLOPT_HTTPHEADER, transfer.hop.fields.map(\.line))
    lists.names = options.set(CURLOPT_RESOLVE, transfer.hop.environment.knownNames)
    guard options.isComplete else {
      lists.free()
      return nil
    }
    return lists
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

  private mutating func set(_ option: CURLoption, _ number: Int) {
    note(brief_curl_set_long(easy, option, number))
  }

  private mutating func set(_ option: CURLoption, _ text: String) {
    note(brief_curl_set_text(easy, option, text))
  }

  private mutating func set(
    _ option: CURLoption, _ lines: [String]
  ) -> UnsafeMutablePointer<curl_slist>? {
    var list: UnsafeMutablePointer<curl_slist>?
    for line in lines {
      guard let longer = curl_slist_append(list, line) else {
        isComplete = false
        return list
      }
      list = longer
    }
    if list != nil { note(brief_curl_set_list(easy, option, list)) }
    return list
  }

  private mutating func note(_ code: CURLcode) {
    if code != CURLE_OK { isComplete = false }
  }
}

extension HeaderField {
  /// `Name;` is libcurl's way to send a field without a value.
  fileprivate var line: String { value.isEmpty ? "\(name);" : "\(name): \(value)" }
}
