import CCurl

#if canImport(Glibc)
  import Glibc
#endif

/// The one thread that owns libcurl: takes jobs from the mailbox, drives the transfers, resumes the
/// callers. Everything in it is touched by that thread alone.
final class CurlThread {
  let limits: FetchLimits
  let room: BodyRoom
  private let closed: ClosedHosts?
  /// Milliseconds; refreshed once a turn.
  private(set) var now = SteadyClock.now()
  private let mailbox: CurlMailbox
  private let multi: UnsafeMutableRawPointer
  private var admission: Admission<CurlMailbox.Ticket>
  private var waiting: [CurlMailbox.Ticket: CurlMailbox.Job] = [:]
  private var transfers: [CurlMailbox.Ticket: Transfer] = [:]
  private var ended: [(ticket: CurlMailbox.Ticket, job: CurlMailbox.Job, result: HopEnd)] = []
  private var held = HeldAnswers()
  private var idle: [TransferHandle] = []
  private var nextPaceCheck: Int64 = 0
  /// Connections that may be open; 0 is as many as transfers need.
  private var connectionLimit = 0
  private var shortUntil: Int64 = 0

  private init(
    mailbox: CurlMailbox, limits: FetchLimits, room: BodyRoom, closed: ClosedHosts?,
    multi: UnsafeMutableRawPointer
  ) {
    self.mailbox = mailbox
    self.limits = limits
    self.room = room
    self.closed = closed
    self.multi = multi
    admission = Admission(limits: limits)
  }

  /// Runs until the mailbox is closed. Everything is ended and freed on return.
  static func run(
    mailbox: CurlMailbox, limits: FetchLimits, room: BodyRoom, closed: ClosedHosts?
  ) {
    guard let multi = curl_multi_init() else {
      mailbox.threadEnded(reason: .setUp)
      return
    }
    brief_curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, limits.idleConnections)
    let thread = CurlThread(
      mailbox: mailbox, limits: limits, room: room, closed: closed, multi: multi)
    mailbox.threadBegan(multi: multi)
    while thread.turn() {}
    mailbox.threadStopsListening()
    thread.idle = []
    curl_multi_cleanup(multi)
    mailbox.threadEnded(reason: .shutDown)
  }

  /// One turn of the loop; false when there will be no other.
  private func turn() -> Bool {
    now = SteadyClock.now()
    let batch = mailbox.take()
    for (ticket, job) in batch.jobs {
      waiting[ticket] = job
      admission.add(
        ticket, host: job.hop.url.host, isPaced: !job.hop.allowsPrivateAddresses)
    }
    for ticket in batch.cancelled { abandon(ticket, .cancelled) }
    if batch.isClosed {
      for ticket in Array(waiting.keys) + Array(transfers.keys) { abandon(ticket, .shutDown) }
      resumeEnded()
      HeldAnswers.deliver(held.release(underWay: 0, now: now, limits: limits))
      return false
    }
    if connectionLimit > 0, now >= shortUntil { limitConnections(to: 0) }
    startAdmitted()
    var running: Int32 = 0
    curl_multi_perform(multi, &running)
    now = SteadyClock.now()
    let haveFinished = collectFinished()
    // Those that were too slow leave places, too; nothing else would wake the thread for them.
    let haveLeft = checkPaces() || haveFinished
    let haveStarted = haveLeft && startAdmitted()
    resumeEnded()
    HeldAnswers.deliver(held.release(underWay: transfers.count, now: now, limits: limits))
    if !haveStarted {
      curl_multi_poll(multi, nil, 0, patience(), nil)
    }
    return true
  }

  @discardableResult
  private func startAdmitted() -> Bool {
    var hasStarted = false
    while let ticket = admission.next(now: now) {
      guard let job = waiting.removeValue(forKey: ticket) else {
        // Cancelled while it waited.
        admission.finished(ticket, wasGivenUp: true, wasAsked: false)
        continue
      }
      start(ticket, job)
      hasStarted = true
    }
    return hasStarted
  }

  private func start(_ ticket: CurlMailbox.Ticket, _ job: CurlMailbox.Job) {
    // Asked when its turn has come: a host may close while hops wait for theirs.
    if let seconds = closed?.wait(for: job.hop.url) {
      admission.finished(ticket, wasGivenUp: true, wasAsked: false)
      ended.append((ticket, job, HopEnd(stop: .hostClosed(seconds: seconds))))
      return
    }
    guard let handle = idle.popLast() ?? TransferHandle() else {
      return end(ticket, job, HopEnd(stop: .setUp), wasGivenUp: true)
    }
    let transfer = Transfer(ticket: ticket, job: job, handle: handle, thread: self, now: now)
    guard handle.prepare(for: transfer), curl_multi_add_handle(multi, handle.easy) == CURLM_OK
    else { return end(ticket, job, HopEnd(stop: .setUp), wasGivenUp: true) }
    transfers[ticket] = transfer
  }

  private func collectFinished() -> Bool {
    var easy: UnsafeMutableRawPointer?
    var code = CURLE_OK
    var haveEnded = false
    while brief_curl_next_finished(multi, &easy, &code) {
      guard let easy, let ticket = TransferCallbacks.transfer(brief_curl_context(easy))?.ticket
      else { continue }
      remove(ticket, code: Int32(bitPattern: code.rawValue), stop: nil)
      haveEnded = true
    }
    return haveEnded
  }

  /// True when a transfer was ended for being too slow.
  private func checkPaces() -> Bool {
    guard now >= nextPaceCheck else { return false }
    nextPaceCheck = now + 250
    let before = transfers.count
    for (ticket, transfer) in transfers {
      let phase = transfer.pace.check(
        now: now, received: Int64(transfer.bodyBytes), policy: transfer.hop.policy)
      if let phase { remove(ticket, code: 0, stop: .tooSlow(phase)) }
    }
    return transfers.count < before
  }

  private func limitConnections(to count: Int) {
    guard count != connectionLimit else { return }
    connectionLimit = count
    brief_curl_multi_set_long(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, count)
  }

  /// Ends a job whose caller has given up, or that has no future, wherever it stands.
  private func abandon(_ ticket: CurlMailbox.Ticket, _ reason: StopReason) {
    if let job = waiting.removeValue(forKey: ticket) {
      // It keeps its place in the admission until its turn comes.
      ended.append((ticket, job, HopEnd(stop: reason)))
    } else {
      remove(ticket, code: 0, stop: reason)
    }
  }

  /// Takes a transfer out of libcurl and ends it.
  private func remove(_ ticket: CurlMailbox.Ticket, code: Int32, stop: StopReason?) {
    guard let transfer = transfers.removeValue(forKey: ticket) else { return }
    curl_multi_remove_handle(multi, transfer.handle.easy)
    transfer.handle.letGoOfLists()
    let result = transfer.end(code: code, stop: stop, now: now)
    if result.stop == .noSocket {
      shortUntil = now + limits.shortage
      limitConnections(
        to: connectionLimit == 0 ? limits.connectionsWhenShort : max(1, connectionLimit / 2))
    }
    if idle.count < limits.idleHandles { idle.append(transfer.handle) }
    end(ticket, transfer.job, result, wasGivenUp: stop == .cancelled || stop == .shutDown)
  }

  private func end(
    _ ticket: CurlMailbox.Ticket, _ job: CurlMailbox.Job, _ result: HopEnd, wasGivenUp: Bool
  ) {
    admission.finished(ticket, wasGivenUp: wasGivenUp)
    ended.append((ticket, job, result))
  }

  /// Gives the callers of this turn their answers, once the next transfers are under way.
  private func resumeEnded() {
    guard !ended.isEmpty else { return }
    var finished: [CurlMailbox.Ticket] = []
    for (ticket, job, _) in ended {
      if case .task = job.caller { finished.append(ticket) }
    }
    if !finished.isEmpty { mailbox.finish(finished) }
    for (_, job, result) in ended {
      switch job.caller {
      case .task(let continuation): continuation.resume(returning: result)
      case .batch(let hop): held.hold(hop, result, now: now)
      }
    }
    ended.removeAll(keepingCapacity: true)
  }

  /// Milliseconds until the loop must look again by itself.
  private func patience() -> Int32 {
    let next = [admission.nextChange(), held.deadline(limits)].compactMap(\.self).min()
    let change = next.map { max(0, $0 - now) }
    // Without a transfer only a wake-up can bring work, unless some waits still.
    let longest: Int64 = transfers.isEmpty && waiting.isEmpty ? 600_000 : 500
    return Int32(clamping: min(change ?? longest, longest))
  }
}

/// What transfers ask of the thread.
extension CurlThread {
  func connected(_ transfer: Transfer) {
    transfer.pace.connected = transfer.pace.connected ?? now
    admission.connected(transfer.ticket)
  }

  /// The system gives the lowest free number: one from here on says that hardly any is left.
  var firstKeptDescriptor: CInt {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return .max }
    return CInt(clamping: limit.rlim_cur) - CInt(limits.keptDescriptors)
  }

  /// The Content-Length, 0 when there is none.
  func announcedLength(_ easy: UnsafeMutableRawPointer) -> Int {
    Int(clamping: max(0, brief_curl_get_size(easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, 0)))
  }

}

extension Transfer {
  fileprivate func end(code: Int32, stop reason: StopReason?, now: Int64) -> HopEnd {
    var end = HopEnd(stop: reason ?? stop ?? forbidden.map(StopReason.address))
    // libcurl takes a header section that was cut off for a whole answer. The rest of an error page
    // is nobody's loss.
    let isCutHeader = code == 0 && status != nil && pace.answered == nil
    end.code = isCutByUs ? 0 : isCutHeader ? Int32(CURLE_PARTIAL_FILE.rawValue) : code
    end.status = status
    end.fields = fields
    end.received = Int64(headerBytes) + Int64(bodyBytes)
    end.duration = now - pace.started
    if end.stop == nil, end.code == 0 {
      end.body = takeBody()
      end.loan = loan
    }
    return end
  }
}
