/// A hop under way. Lives on the curl thread alone.
final class Transfer {
  let ticket: CurlMailbox.Ticket
  let job: CurlMailbox.Job
  let handle: TransferHandle
  let thread: CurlThread
  var pace: PaceRule
  var stop: StopReason?
  /// A forbidden address that the name led to; the whole transfer is then refused, for which of
  /// its addresses is connected to is chance.
  var forbidden: AddressRule.Kind?

  private(set) var status: Int?
  private(set) var fields = HeaderFields()
  private(set) var headerBytes = 0
  private(set) var body: [UInt8] = []
  private(set) var bodyBytes = 0
  /// The rest of a body that nobody wants was not waited for.
  private(set) var isCutByUs = false
  /// The body's part of the room that large ones share.
  private(set) var loan: BodyLoan?

  var hop: Hop { job.hop }

  init(
    ticket: CurlMailbox.Ticket, job: CurlMailbox.Job, handle: TransferHandle,
    thread: CurlThread, now: Int64
  ) {
    self.ticket = ticket
    self.job = job
    self.handle = handle
    self.thread = thread
    pace = PaceRule(started: now, deadline: now + max(job.hop.timeLeft, 1))
  }

  /// Takes one line of a header section, with its line end. False stops the transfer.
  func receive(line: UnsafeRawBufferPointer) -> Bool {
    headerBytes += line.count
    guard headerBytes <= hop.policy.largestHeader else { return halt(.tooLarge(.header)) }
    if line.starts(with: "HTTP/".utf8) {
      // Each interim answer (1xx) and each answer has a section of its own.
      status = Self.status(in: line)
      fields = HeaderFields()
    } else if line.first == 0x0D || line.first == 0x0A {
      if let status, status >= 200, pace.answered == nil { pace.answered = thread.now }
    } else if pace.answered == nil {  // not a trailer
      fields.add(line: line, limits: hop.policy)
    }
    return true
  }

  /// Takes a piece of the body. False stops the transfer.
  func receive(body piece: UnsafeRawBufferPointer) -> Bool {
    let (sum, overflow) = bodyBytes.addingReportingOverflow(piece.count)
    bodyBytes = overflow ? .max : sum
    guard wantsBody else {
      // Read to its end a short error page leaves the connection usable.
      isCutByUs = bodyBytes > hop.policy.largestDiscarded
      return !isCutByUs
    }
    guard bodyBytes <= hop.policy.largestTransfer else { return halt(.tooLarge(.transfer)) }
    if bodyBytes > body.capacity, !makeRoom(for: bodyBytes) { return halt(.crowded) }
    body.append(contentsOf: piece)
    return true
  }

  var wantsBody: Bool { status == 200 || status == 203 }

  func takeBody() -> [UInt8] {
    defer { body = [] }
    return body
  }

  func halt(_ reason: StopReason) -> Bool {
    stop = stop ?? reason
    return false
  }

  /// Grows the body's storage by doubling, within what large bodies may have together.
  private func makeRoom(for count: Int) -> Bool {
    let announced = body.isEmpty ? thread.announcedLength(handle.easy) : 0
    let limit = hop.policy.largestTransfer
    let first = min(max(announced, 32 << 10), thread.limits.smallBody)
    let capacity = min(max(count, first, body.capacity * 2), limit)
    let loan = loan ?? BodyLoan(thread.room)
    guard loan.cover(capacity) else { return false }
    self.loan = loan
    body.reserveCapacity(capacity)
    return true
  }

  /// The number in `HTTP/1.1 200 OK`; `nil` when there is none.
  private static func status(in line: UnsafeRawBufferPointer) -> Int? {
    let rest = line.drop { $0 != 0x20 }.drop { $0 == 0x20 }
    let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard digits.count == 3 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
