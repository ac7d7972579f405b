import BriefModel

/// One poll as a row of hops: which request comes next, and what all of them amount to. Pure.
struct PollInHops {
  let request: FeedRequest
  let environment: FetchEnvironment
  private let room: BodyRoom
  private var start: WebURL?
  private var next: (url: WebURL, carriesSecrets: Bool)?
  private var stop: StopReason?
  private var visited: [String] = []
  private var redirects: [Redirect] = []
  private var last = HopEnd()
  private var lastURL: String
  /// What the hop under way asks.
  private var asked: WebURL?
  private var received: Int64 = 0
  private var exchanges: [FeedResponse.Exchange] = []
  private var duration: Int64 = 0
  /// The address that the validators are for, as libcurl writes it; `nil`: any.
  private let validated: String?
  /// The last hop carried validators.
  private(set) var isConditional = false

  init(request: FeedRequest, environment: FetchEnvironment, room: BodyRoom) {
    self.request = request
    self.environment = environment
    self.room = room
    lastURL = request.url
    validated = request.validatedURL.map { WebURL(text: $0)?.text ?? $0 }
    switch URLRule.read(request.url, allowsPrivate: request.allowsPrivateAddresses) {
    case .success(let url):
      start = url
      next = (url, true)
      if request.credentials.map({ $0.headerFields == nil }) == true
        || !request.fields.allSatisfy(\.isSendable)
      {
        stop = .unsendable
      }
    case .failure(let refusal):
      stop = .url(refusal.reason)
    }
  }

  /// `nil` when the poll is over.
  mutating func nextHop() -> Hop? {
    guard stop == nil, let (url, carriesSecrets) = next else { return nil }
    next = nil
    visited.append(url.text)
    lastURL = url.text
    asked = url
    isConditional = !request.validators.isEmpty && (validated ?? url.text) == url.text
    return Hop(
      url: url, fields: fields(carriesSecrets: carriesSecrets),
      isConditional: isConditional,
      allowsPrivateAddresses: request.allowsPrivateAddresses,
      timeLeft: request.policy.totalTimeout - duration, policy: request.policy,
      environment: environment)
  }

  mutating func ended(_ end: HopEnd) {
    last = end
    received += end.received
    if let asked, !end.wasNotAsked { exchanges.append(asked.exchange(end)) }
    duration += end.duration
    stop = end.stop
    guard end.stop == nil, end.code == 0, let status = end.status,
      [301, 302, 303, 307, 308].contains(status), let start, let from = WebURL(text: lastURL)
    else { return }
    let step = RedirectRule.step(
      from: from, location: end.fields[.location], visited: visited, start: start,
      hasSecrets: request.credentials != nil, allowsPrivate: request.allowsPrivateAddresses,
      limit: request.policy.redirects)
    switch step {
    case .follow(let target, let carriesSecrets):
      redirects.append(Redirect(status: status, target: target.text))
      next = (target, carriesSecrets)
    case .stop(let trouble):
      stop = .redirect(trouble)
    }
  }

  /// - Parameter now: the wall clock, to count from where the server gives a date to wait for.
  func response(now: Timestamp) -> FeedResponse {
    var stop = stop
    var decodedBody = DecodedBody(bytes: [])
    let loan = last.loan ?? BodyLoan(room)
    var end = TransferEnd(
      stop: stop, code: last.code, status: last.status, isConditional: isConditional)
    end.wasSentAway = !redirects.allSatisfy(\.isPermanent)
    if FetchOutcome(end) == .document {
      let decoded = ContentDecoding.read(
        last.body, encodings: ContentDecoding.encodings(fieldValue: last.fields[.contentEncoding]),
        limit: request.policy.largestBody)
      switch decoded {
      case .success(let whole) where loan.cover(whole.bytes.count): decodedBody = whole
      case .success: stop = .crowded
      case .failure(let trouble): stop = .encoding(trouble)
      }
    }
    end.stop = stop
    let advice = PollAdvice(
      fields: last.fields, now: now, longestRetryAfter: request.policy.longestRetryAfter)
    end.retryAfter = advice.retryAfter
    var response = FeedResponse(
      outcome: FetchOutcome(end), status: last.status, finalURL: lastURL, redirects: redirects,
      fields: last.fields, advice: advice, body: decodedBody.bytes,
      received: received, duration: duration)
    response.exchanges = exchanges
    response.faults = decodedBody.faults
    if !response.body.isEmpty { response.loan = loan }
    return response
  }

  private func fields(carriesSecrets: Bool) -> [HeaderField] {
    var fields: [HeaderField] = []
    // A stored validator that could not stand on the wire is left at home.
    if isConditional, let etag = request.validators.etag {
      let field = HeaderField("If-None-Match", etag)
      if field.isSendable { fields.append(field) }
    }
    if isConditional, let date = request.validators.lastModified {
      let field = HeaderField("If-Modified-Since", date)
      if field.isSendable { fields.append(field) }
    }
    fields += request.fields
    if carriesSecrets, let secrets = request.credentials?.headerFields { fields += secrets }
    return fields
  }
}

extension HopEnd {
  /// No request was made.
  fileprivate var wasNotAsked: Bool {
    if case .hostClosed = stop { true } else { false }
  }
}

extension WebURL {
  /// The name under which hosts are kept.
  var hostAndPort: String { "\(host):\(port)" }

  fileprivate func exchange(_ end: HopEnd) -> FeedResponse.Exchange {
    FeedResponse.Exchange(host: hostAndPort, status: end.status, received: end.received)
  }
}
