package import BriefModel

/// How a request ended, whatever it brought.
package struct FeedResponse: Hashable, Sendable {
  /// One request of those that it took.
  package struct Exchange: Hashable, Sendable {
    /// Name and port, in lower case.
    package var host: String
    /// `nil` when no answer came.
    package var status: Int?
    /// Bytes that came over the wire.
    package var received: Int64

    package init(host: String, status: Int?, received: Int64) {
      (self.host, self.status, self.received) = (host, status, received)
    }
  }

  package var outcome: FetchOutcome
  /// Of the last answer; `nil` when none came.
  package var status: Int?
  /// The address that was asked last.
  package var finalURL: String
  /// In the order in which they were followed.
  package var redirects: [Redirect]
  /// Of the last answer.
  package var fields: HeaderFields
  /// What the last answer says about when to ask again.
  package var advice: PollAdvice
  /// Decoded; empty unless the outcome is `document`.
  package var body: [UInt8]
  /// What was overlooked to have it.
  package var faults: Set<DecodingFault> = []
  /// The body's part of the room that large ones share.
  package var loan: BodyLoan?
  /// Bytes received over all hops, header sections and bodies as they came over the wire.
  package var received: Int64
  /// Milliseconds from the start of the first transfer to the end of the last.
  package var duration: Int64
  /// Every hop, in order; empty when no request was made.
  package var exchanges: [Exchange] = []

  package init(
    outcome: FetchOutcome, status: Int? = nil, finalURL: String, redirects: [Redirect] = [],
    fields: HeaderFields = HeaderFields(), advice: PollAdvice = PollAdvice(), body: [UInt8] = [],
    received: Int64 = 0,
    duration: Int64 = 0
  ) {
    self.outcome = outcome
    self.status = status
    self.finalURL = finalURL
    self.redirects = redirects
    self.fields = fields
    self.advice = advice
    self.body = body
    self.received = received
    self.duration = duration
  }

  /// Where a chain of permanent redirects ended; `nil` without a redirect, or with a temporary one
  /// among them.
  package var permanentTarget: String? {
    redirects.isEmpty || !redirects.allSatisfy(\.isPermanent) ? nil : finalURL
  }

  /// Makes room for other bodies, once this one was read.
  package mutating func letGoOfBody() {
    body = []
    loan = nil
  }

  /// What the answer came with, to be sent back next time. Empty unless it is a whole document.
  package var validators: Validators {
    outcome == .document
      ? Validators(etag: fields[.etag], lastModified: fields[.lastModified]) : Validators()
  }

  /// What is kept with the versions that the document brings.
  package var facts: HTTPFacts {
    HTTPFacts(
      status: status, finalURL: finalURL, date: fields[.date], mediaType: fields[.contentType],
      length: Int64(body.count), validators: validators)
  }
}

/// A redirect that was followed.
package struct Redirect: Hashable, Sendable {
  /// 301, 302, 303, 307 or 308.
  package var status: Int
  /// Absolute.
  package var target: String

  package init(status: Int, target: String) {
    self.status = status
    self.target = target
  }

  /// RFC 9110, 15.4.2 and 15.4.9.
  package var isPermanent: Bool { status == 301 || status == 308 }
}
