import BriefAlerting
import BriefModel
import BriefWriting

/// How one channel fares, and what follows from it: pure. It is told how attempts ended and answers
/// how many alerts may go next, and when.
///
/// The window begins at one and doubles with every window that arrived whole, so that a channel
/// that may be dead is asked once, not sixteen times. After ``DeliveryPolicy/failuresUntilHold``
/// failures without a success between them the channel is *held*: nothing is sent, and when the
/// hold is over one alert asks. A receiver that names a time (Retry-After) holds the channel at
/// once and strictly.
struct ChannelLine: Hashable, Sendable {
  private let policy: DeliveryPolicy
  /// Alerts that may be on their way at once.
  private(set) var window = 1
  /// Attempts that failed since the last success.
  private(set) var failures = 0
  /// Holds since the last success.
  private(set) var holds: Int
  private(set) var hold: Hold?

  struct Hold: Hashable, Sendable {
    /// Milliseconds of uptime.
    var until: Int64
    /// When an alert that was never tried may ask; never before `until` when the receiver named it.
    var freshFrom: Int64
  }

  init(policy: DeliveryPolicy, memory: ChannelMemory, at now: Moment) {
    self.policy = policy
    holds = memory.failures
    guard memory.heldFor > 0 else { return }
    let until = now.uptime.plusSaturating(memory.heldFor.timesSaturating(1000))
    let fresh = max(0, policy.freshProbe.minusSaturating(memory.heldSince))
    hold = Hold(
      until: until,
      freshFrom: memory.isStrict ? until : min(until, now.uptime.plusSaturating(fresh * 1000)))
  }

  /// What may be claimed now.
  func claim(at now: Moment) -> ClaimRequest {
    guard let hold, now.uptime < hold.until else {
      return ClaimRequest(limit: holds > 0 ? 1 : window)
    }
    return ClaimRequest(limit: now.uptime >= hold.freshFrom ? 1 : 0, freshOnly: true)
  }

  /// When `claim(at:)` will answer differently by itself; `nil` when it will not. Milliseconds of
  /// uptime.
  func nextChange(at now: Moment) -> Int64? {
    guard let hold, now.uptime < hold.until else { return nil }
    return now.uptime < hold.freshFrom ? hold.freshFrom : hold.until
  }

  /// Takes in how the alerts of a window ended; answers what to record.
  ///
  /// - Parameter chance: a number in 0..<1 for each draw.
  mutating func finish(
    _ results: [(claimed: ClaimedAlert, result: DeliveryResult)], at now: Moment,
    chance: () -> Double
  ) -> (attempts: [AttemptRecord], state: ChannelRecord) {
    let verdict = judge(results.map(\.result), at: now, chance: chance)
    let attempts = results.map { claimed, result in
      record(claimed, result, channelWaits: verdict.channelWaits, chance: chance)
    }
    return (attempts, verdict.state)
  }

  private struct Verdict {
    var state: ChannelRecord
    /// Seconds that the channel is left alone, when failures are its fault.
    var channelWaits: Int64?
  }

  private mutating func judge(
    _ results: [DeliveryResult], at now: Moment, chance: () -> Double
  ) -> Verdict {
    var hasSuccess = false
    var failed = 0
    var asked: Int64 = 0
    var said = ""
    for result in results {
      switch result {
      // A receiver that refuses a message is a receiver that works.
      case .delivered, .park: hasSuccess = true
      case .retry(let after, let answer):
        failed += 1
        said = answer
        asked = max(asked, after ?? 0)
      case .interrupted: break
      }
    }
    if asked > 0 { return holding(for: asked, isStrict: true, answer: said, at: now) }
    if hasSuccess {
      (failures, holds, hold) = (0, 0, nil)
      window = failed == 0 ? min(window * 2, policy.window) : max(1, window / 2)
      return Verdict(state: .well)
    }
    guard failed > 0 else { return Verdict(state: .unchanged) }
    failures += failed
    window = 1
    if var hold, now.uptime < hold.until {
      // An alert that asked before the hold was over: the hold ends when it would have ended.
      hold.freshFrom = min(hold.until, freshProbe(after: now))
      self.hold = hold
      let left = hold.until.minusSaturating(now.uptime).plusSaturating(999) / 1000
      return Verdict(
        state: .held(seconds: left, added: 0, isStrict: false, failures: holds, answer: said),
        channelWaits: left)
    }
    guard failures >= policy.failuresUntilHold || holds > 0 else {
      return Verdict(state: .unchanged)
    }
    let wait = policy.wait(failures: min(holds, 1_000) + 1, chance: chance())
    return holding(for: wait, isStrict: false, answer: said, at: now)
  }

  private mutating func holding(
    for seconds: Int64, isStrict: Bool, answer: String, at now: Moment
  ) -> Verdict {
    let seconds = min(seconds, policy.outbox.longestWait)
    let left = max(0, (hold?.until ?? now.uptime).minusSaturating(now.uptime) / 1000)
    holds = min(holds, 1_000) + 1
    window = 1
    let until = now.uptime.plusSaturating(seconds.timesSaturating(1000))
    hold = Hold(until: until, freshFrom: isStrict ? until : min(freshProbe(after: now), until))
    return Verdict(
      state: .held(
        seconds: seconds, added: max(0, seconds - left), isStrict: isStrict, failures: holds,
        answer: answer),
      channelWaits: seconds)
  }

  private func freshProbe(after now: Moment) -> Int64 {
    now.uptime.plusSaturating(policy.freshProbe.timesSaturating(1000))
  }

  private func record(
    _ claimed: ClaimedAlert, _ result: DeliveryResult, channelWaits: Int64?, chance: () -> Double
  ) -> AttemptRecord {
    switch result {
    case .delivered(let answer, _):
      return AttemptRecord(rows: claimed.rows, ending: .delivered, answer: answer)
    case .park(let reason):
      return AttemptRecord(rows: claimed.rows, ending: .parked, answer: reason)
    case .interrupted:
      return AttemptRecord(rows: claimed.rows, ending: .interrupted, answer: nil)
    case .retry(let after, let answer):
      let own = channelWaits == nil
      let wait =
        channelWaits ?? after
        ?? policy.wait(failures: min(claimed.failures, 1_000) + 1, chance: chance())
      return AttemptRecord(
        rows: claimed.rows, ending: .retry(after: wait, isChannelsFault: !own), answer: answer)
    }
  }
}
