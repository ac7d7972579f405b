import BriefConfiguration
import BriefFetching

extension PollingConfiguration {
  var fetchLimits: FetchLimits {
    var limits = FetchLimits()
    limits.transfers = transfers
    limits.transfersWithWaiting = max(limits.transfersWithWaiting, transfers)
    limits.transfersPerHost = transfersPerHost
    limits.hostPauseMilliseconds = hostPause * 1_000
    return limits
  }

  /// The queue starts what the engine can hold and some more: polls that wait for a dead name server
  /// would else leave it fewer of the living than it can fetch at once. It keeps the same limit for
  /// each host.
  func scheduling(atOnce: Bool = false) -> SchedulingPolicy {
    var policy = atOnce ? SchedulingPolicy.atOnce : SchedulingPolicy()
    policy.transfers = fetchLimits.transfersWithWaiting + fetchLimits.suspectTransfers
    policy.transfersPerHost = transfersPerHost
    policy.hostPauseMilliseconds = hostPause * 1_000
    return policy
  }
}
