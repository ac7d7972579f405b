import BriefFetching
import CCurl

/// Sets a handle up for a trip: the one place where the courier chooses libcurl's options.
struct TripOptions: ~Copyable {
  private let trip: Trip
  private var isComplete = true

  private init(trip: Trip) { self.trip = trip }

  /// False when an option was refused or something cannot stand on the wire.
  static func apply(_ trip: Trip) -> Bool {
    var options = TripOptions(trip: trip)
    options.setRules()
    options.setCallbacks()
    switch trip.job.letter.content {
    case .post(let url, let fields, let body): options.setHTTP(url, fields, body, method: nil)
    case .put(let url, let fields, let body): options.setHTTP(url, fields, body, method: "PUT")
    case .mail(let mail): options.setMail(mail)
    }
    return options.isComplete
  }

  private mutating func setRules() {
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_NOPROGRESS, 1)
    // Without it a lookup under way keeps the loop for up to five seconds.
    set(CURLOPT_QUICK_EXIT, 1)
    set(CURLOPT_FOLLOWLOCATION, 0)
    // An empty text also switches the variables of the environment off.
    set(CURLOPT_PROXY, trip.environment.proxy ?? "")
    set(CURLOPT_CONNECTTIMEOUT_MS, trip.limits.connectTimeout)
    set(CURLOPT_TIMEOUT_MS, trip.limits.totalTimeout)
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
    if let file = trip.environment.trustAnchors { set(CURLOPT_CAINFO, file) }
  }

  private mutating func setCallbacks() {
    let context = Unmanaged.passUnretained(trip).toOpaque()
    note(brief_curl_on_body(trip.easy, TripCallbacks.body, context))
    note(brief_curl_on_field(trip.easy, TripCallbacks.field, context))
    note(brief_curl_on_open_socket(trip.easy, TripCallbacks.openSocket, context))
    note(brief_curl_on_request(trip.easy, TripCallbacks.request, context))
    if trip.transcript != nil {
      note(brief_curl_on_debug(trip.easy, TripCallbacks.debug, context))
    }
  }

  private mutating func setHTTP(
    _ url: String, _ fields: [HeaderField], _ body: [UInt8], method: String?
  ) {
    set(CURLOPT_URL, url)
    // The default takes file: too.
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
    set(CURLOPT_POST, 1)
    if let method { set(CURLOPT_CUSTOMREQUEST, method) }
    // The size must be set before: libcurl copies that many bytes.
    set(CURLOPT_POSTFIELDSIZE, body.count)
    let code = body.withUnsafeBytes { bytes in
      let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
      return brief_curl_set_pointer(trip.easy, CURLOPT_COPYPOSTFIELDS, start)
    }
    note(code)
    // Without `Expect:` libcurl waits a second for a "100 Continue" that few receivers send.
    let lines = fields.map { "\($0.name): \($0.value)" } + ["Expect:"]
    setList(CURLOPT_HTTPHEADER, fields.allSatisfy(\.isSendable) ? lines : nil)
  }

  private mutating func setMail(_ mail: MailLetter) {
    set(CURLOPT_URL, mail.url)
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    // "Try" would send the password in clear to a server without STARTTLS.
    set(CURLOPT_USE_SSL, Int(mail.needsTLS ? CURLUSESSL_ALL.rawValue : CURLUSESSL_NONE.rawValue))
    if let user = mail.user {
      set(CURLOPT_USERNAME, user)
      set(CURLOPT_PASSWORD, mail.password ?? "")
    }
    set(CURLOPT_MAIL_FROM, "<\(mail.sender)>")
    setList(CURLOPT_MAIL_RCPT, mail.recipients.map { "<\($0)>" })
    // One address that is gone silences none of the others.
    set(CURLOPT_MAIL_RCPT_ALLLOWFAILS, mail.recipients.count > 1 ? 1 : 0)
    set(CURLOPT_UPLOAD, 1)
    let context = Unmanaged.passUnretained(trip).toOpaque()
    note(brief_curl_on_upload(trip.easy, TripCallbacks.upload, context))
  }

  private mutating func setList(_ option: CURLoption, _ lines: [String]?) {
    guard let lines, let list = trip.list(lines) else {
      isComplete = false
      return
    }
    note(brief_curl_set_list(trip.easy, option, list))
  }

  private mutating func set(_ option: CURLoption, _ number: Int) {
    note(brief_curl_set_long(trip.easy, option, number))
  }

  private mutating func set(_ option: CURLoption, _ text: String) {
    note(brief_curl_set_text(trip.easy, option, text))
  }

  private mutating func note(_ code: CURLcode) {
    if code != CURLE_OK { isComplete = false }
  }
}
