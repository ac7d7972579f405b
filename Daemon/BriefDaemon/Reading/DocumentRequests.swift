import BriefFetching
import BriefModel
import BriefStore
import Synchronization

/// Further requests of a poll, under the policy of its first and with the pauses of its host. A host
/// that asks to wait is asked no more.
struct DocumentRequests: Sendable {
  let source: Source
  let policy: RequestPolicy
  let fetcher: any Fetching
  var waits = HostWaits()
  /// What opens the source: sent to its own origin alone.
  var credentials: Credentials?
  var pauseMilliseconds: Int64 = ReadingPolicy().pauseMilliseconds

  /// - Parameter validatedURL: the address that gave the validators.
  func perform(
    _ url: String, validators: Validators = Validators(), validatedURL: String? = nil
  ) async -> FeedResponse {
    let host = PollHost.name(url: url, kind: source.kind)
    if let answer = waits.answer(of: host) {
      return FeedResponse(outcome: answer, finalURL: url)
    }
    // The source's own machine needs no rest.
    if !source.allowsPrivateAddresses {
      try? await Task.sleep(for: .milliseconds(pauseMilliseconds))
    }
    var response = await fetcher.perform(
      FeedRequest(
        url: url, validators: validators, validatedURL: validatedURL,
        credentials: Credentials.mayGo(from: source.url, to: url) ? credentials : nil,
        allowsPrivateAddresses: source.allowsPrivateAddresses, policy: policy))
    if case .hostClosed(let seconds) = response.outcome {
      // As what that host said last.
      response.outcome = .rateLimited(status: 429, retryAfter: seconds)
      return response
    }
    waits.note(response.outcome, of: PollHost.name(url: response.finalURL, kind: source.kind))
    return response
  }
}

/// What hosts asked for while a poll read further documents of theirs.
final class HostWaits: Sendable {
  private struct State {
    /// Outcomes that asked to wait, by host.
    var answers: [String: FetchOutcome] = [:]
    var asked: [HostWait] = []
  }

  private let state: Mutex<State>

  /// - Parameter closed: hosts that had asked to wait before the poll.
  init(closed: [String] = []) {
    var state = State()
    for host in closed { state.answers[host] = .rateLimited(status: 429, retryAfter: nil) }
    self.state = Mutex(state)
  }

  /// Those that asked in this poll, in order.
  var asked: [HostWait] { state.withLock { $0.asked } }

  func answer(of host: String) -> FetchOutcome? { state.withLock { $0.answers[host] } }

  func note(_ outcome: FetchOutcome, of host: String) {
    guard case .rateLimited(_, let seconds) = outcome else { return }
    state.withLock { state in
      guard state.answers.updateValue(outcome, forKey: host) == nil else { return }
      state.asked.append(HostWait(host: host, seconds: seconds))
    }
  }
}
