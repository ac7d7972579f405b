import CCurl

/// The thread that owns the courier's libcurl handles. Touched by that thread alone.
final class CourierThread {
  private let courier: Courier
  private let multi: UnsafeMutableRawPointer
  private var trips: [UnsafeMutableRawPointer: Trip] = [:]

  /// `nil` when libcurl cannot be set up; then all letters are interrupted.
  init?(courier: Courier) {
    guard let multi = curl_multi_init() else {
      courier.threadEnds()
      return nil
    }
    brief_curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, courier.limits.idleConnections)
    self.courier = courier
    self.multi = multi
    courier.threadBegan(multi: multi)
  }

  func run() {
    while turn() {}
    for trip in Array(trips.values) { end(trip, code: nil) }
    courier.threadEnds()
    curl_multi_cleanup(multi)
  }

  private func turn() -> Bool {
    let batch = courier.take()
    for job in batch.jobs { start(job) }
    for ticket in batch.cancelled {
      if let trip = trips.values.first(where: { $0.job.ticket == ticket }) { end(trip, code: nil) }
    }
    if batch.isClosed { return false }
    var running: Int32 = 0
    curl_multi_perform(multi, &running)
    var easy: UnsafeMutableRawPointer?
    var code = CURLE_OK
    while brief_curl_next_finished(multi, &easy, &code) {
      if let easy, let trip = trips[easy] { end(trip, code: Int32(bitPattern: code.rawValue)) }
    }
    // Time-outs are libcurl's own affair; without a trip only a wake-up brings work.
    curl_multi_poll(multi, nil, 0, trips.isEmpty ? 600_000 : 1_000, nil)
    return true
  }

  private func start(_ job: Courier.Job) {
    guard let easy = curl_easy_init() else {
      job.sender.resume(returning: Receipt(code: Int32(bitPattern: CURLE_OUT_OF_MEMORY.rawValue)))
      return
    }
    let trip = Trip(
      job: job, easy: easy, limits: courier.limits, environment: courier.environment,
      transcript: courier.transcript.map {
        Transcript(hiding: HiddenWords(job.letter.content), $0)
      })
    guard TripOptions.apply(trip), curl_multi_add_handle(multi, easy) == CURLM_OK else {
      trip.release()
      job.sender.resume(returning: Receipt(isMalformed: true))
      return
    }
    trips[easy] = trip
  }

  /// - Parameter code: `nil` for a trip that was cut short from our side.
  private func end(_ trip: Trip, code: Int32?) {
    trips[trip.easy] = nil
    curl_multi_remove_handle(multi, trip.easy)
    var receipt = trip.receipt
    let hidden = HiddenWords(trip.job.letter.content)
    receipt.answer = hidden.hidden(in: receipt.answer)
    receipt.refusal = hidden.hidden(in: receipt.refusal)
    receipt.recipientRefusals = receipt.recipientRefusals.map(hidden.hidden)
    receipt.code = code ?? 0
    receipt.isInterrupted = code == nil
    receipt.certificate = brief_curl_get_long(trip.easy, CURLINFO_SSL_VERIFYRESULT, 0)
    let status = brief_curl_get_long(trip.easy, CURLINFO_RESPONSE_CODE, 0)
    receipt.status = status > 0 ? status : nil
    trip.release()
    trip.job.sender.resume(returning: receipt)
  }
}
