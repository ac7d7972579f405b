/// Whether a transfer has come far enough for its age. Times are milliseconds of a steady clock.
struct PaceRule: Hashable, Sendable {
  var started: Int64
  /// The last moment that the whole poll may take to.
  var deadline: Int64
  var connected: Int64?
  /// When the header section ended.
  var answered: Int64?
  private var periodBegan: Int64?
  private var receivedBefore: Int64 = 0

  init(started: Int64, deadline: Int64) {
    self.started = started
    self.deadline = deadline
  }

  /// Why to stop, if so.
  ///
  /// - Parameter received: body bytes so far.
  mutating func check(now: Int64, received: Int64, policy: RequestPolicy) -> StopReason.Phase? {
    if now >= deadline { return .total }
    guard let connected else {
      return now - started >= policy.connectTimeout ? .connecting : nil
    }
    guard let answered else {
      return now - connected >= policy.answerTimeout ? .answering : nil
    }
    let began = periodBegan ?? answered
    guard now - began >= policy.ratePeriod else { return nil }
    let owed = (now - began) * Int64(policy.slowestRate) / 1000
    guard received - receivedBefore >= owed else { return .body }
    periodBegan = now
    receivedBefore = received
    return nil
  }
}
