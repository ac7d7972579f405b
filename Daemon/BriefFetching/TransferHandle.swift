import CCurl

/// A handle of libcurl: the one place where its options are chosen. Those that do not change from
/// one hop to the next are set once. Lives on the curl thread alone.
final class TransferHandle {
  let easy: UnsafeMutableRawPointer
  /// What the options that stay were set by.
  private var setUp: (policy: RequestPolicy, environment: FetchEnvironment)?
  /// Fields that every request of the policy carries.
  private var commonFields: UnsafeMutablePointer<curl_slist>?
  /// Lists that libcurl reads from while the transfer goes on.
  private var fields: UnsafeMutablePointer<curl_slist>?
  private var names: UnsafeMutablePointer<curl_slist>?
  private var isComplete = true

  /// `nil` when libcurl has no memory for one.
  init?() {
    guard let easy = curl_easy_init() else { return nil }
    self.easy = easy
  }

  deinit {
    curl_easy_cleanup(easy)
    letGoOfLists()
    curl_slist_free_all(commonFields)
  }

  /// Sets the handle up for a hop; false when an option was refused. Then the handle is of no use.
  func prepare(for transfer: Transfer) -> Bool {
    isComplete = true
    let hop = transfer.hop
    if setUp.map({ $0.policy != hop.policy || $0.environment != hop.environment }) ?? true {
      setUp(hop)
    }
    set(CURLOPT_URL, hop.url.text)
    set(CURLOPT_TIMEOUT_MS, Int(clamping: max(hop.timeLeft, 1)) + 2000)
    setCallbacks(transfer)
    setFields(hop.fields)
    if !hop.environment.knownNames.isEmpty {
      names = list(hop.environment.knownNames)
      note(brief_curl_set_list(easy, CURLOPT_RESOLVE, names))
    }
    return isComplete
  }

  /// To be called when the transfer is over.
  func letGoOfLists() {
    if let fields {
      // The common ones hang on the end.
      var last = fields
      while let next = last.pointee.next, next != commonFields { last = next }
      last.pointee.next = nil
      curl_slist_free_all(fields)
    }
    fields = nil
    curl_slist_free_all(names)
    names = nil
  }

  private func setUp(_ hop: Hop) {
    if setUp != nil { curl_easy_reset(easy) }
    curl_slist_free_all(commonFields)
    setRules(hop)
    setTimes(hop)
    setTrust(hop.environment)
    commonFields = list([
      HeaderField("Accept", hop.policy.accept).line,
      HeaderField("Accept-Encoding", hop.policy.acceptEncoding).line,
    ])
    setUp = (hop.policy, hop.environment)
  }

  private func setFields(_ own: [HeaderField]) {
    fields = list(own.map(\.line))
    if var last = fields {
      while let next = last.pointee.next { last = next }
      last.pointee.next = commonFields
    }
    note(brief_curl_set_list(easy, CURLOPT_HTTPHEADER, fields ?? commonFields))
  }

  private func setRules(_ hop: Hop) {
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

  /// `PaceRule` ends a transfer first; this and `CURLOPT_TIMEOUT_MS` end it if we should fail to.
  private func setTimes(_ hop: Hop) {
    set(CURLOPT_CONNECTTIMEOUT_MS, Int(clamping: hop.policy.connectTimeout) + 2000)
  }

  private func setTrust(_ environment: FetchEnvironment) {
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
    if let file = environment.trustAnchors { set(CURLOPT_CAINFO, file) }
  }

  private func setCallbacks(_ transfer: Transfer) {
    let context = Unmanaged.passUnretained(transfer).toOpaque()
    note(brief_curl_on_body(easy, TransferCallbacks.body, context))
    note(brief_curl_on_field(easy, TransferCallbacks.field, context))
    note(brief_curl_on_open_socket(easy, TransferCallbacks.openSocket, context))
    note(brief_curl_on_request(easy, TransferCallbacks.request, context))
    note(brief_curl_set_context(easy, context))
  }

  private func set(_ option: CURLoption, _ number: Int) {
    note(brief_curl_set_long(easy, option, number))
  }

  private func set(_ option: CURLoption, _ text: String) {
    note(brief_curl_set_text(easy, option, text))
  }

  private func list(_ lines: [String]) -> UnsafeMutablePointer<curl_slist>? {
    var list: UnsafeMutablePointer<curl_slist>?
    for line in lines {
      guard let longer = curl_slist_append(list, line) else {
        isComplete = false
        return list
      }
      list = longer
    }
    return list
  }

  private func note(_ code: CURLcode) {
    if code != CURLE_OK { isComplete = false }
  }
}

extension HeaderField {
  /// `Name;` is libcurl's way to send a field without a value.
  fileprivate var line: String { value.isEmpty ? "\(name);" : "\(name): \(value)" }
}
