import BriefFetching
import BriefModel
import Synchronization

/// Performs requests through another, and counts them by host until the next commit takes them.
final class TrafficMeter: Fetching {
  private let fetcher: any Fetching
  private let counts = Mutex([String: HostTraffic]())

  init(_ fetcher: any Fetching) { self.fetcher = fetcher }

  func perform(_ request: FeedRequest) async -> FeedResponse {
    let response = await fetcher.perform(request)
    count(response)
    return response
  }

  var batches: (any BatchFetching)? {
    fetcher.batches.map { MeteredBatches(fetcher: $0, meter: self) }
  }

  fileprivate func count(_ response: FeedResponse) {
    if !response.exchanges.isEmpty { add(response.exchanges.map(HostTraffic.init)) }
  }

  /// What was counted since the last call.
  func take() -> [HostTraffic] {
    counts.withLock { counts in
      defer { counts.removeAll(keepingCapacity: true) }
      return counts.values.sorted { $0.host < $1.host }
    }
  }

  /// Puts back what could not be kept.
  func add(_ traffic: [HostTraffic]) {
    counts.withLock { counts in
      for one in traffic {
        var sum = counts[one.host] ?? HostTraffic(host: one.host)
        sum.requests = sum.requests.plusSaturating(one.requests)
        sum.notModified = sum.notModified.plusSaturating(one.notModified)
        sum.bytes = sum.bytes.plusSaturating(one.bytes)
        counts[one.host] = sum
      }
    }
  }
}

extension HostTraffic {
  fileprivate init(_ exchange: FeedResponse.Exchange) {
    self.init(
      host: exchange.host, requests: 1, notModified: exchange.status == 304 ? 1 : 0,
      bytes: exchange.received)
  }
}

private struct MeteredBatches: BatchFetching {
  let fetcher: any BatchFetching
  let meter: TrafficMeter

  func begin(_ requests: [BatchedRequest], receiver: AnswerReceiver) {
    fetcher.begin(requests, receiver: receiver)
  }

  func notModified(_ answer: BatchedAnswer) -> FeedResponse? {
    let response = fetcher.notModified(answer)
    if let response { meter.count(response) }
    return response
  }

  func finish(_ answer: BatchedAnswer) async -> FeedResponse {
    let response = await fetcher.finish(answer)
    meter.count(response)
    return response
  }
}
