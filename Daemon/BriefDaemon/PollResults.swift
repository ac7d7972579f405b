import BriefFetching
import BriefModel

extension PollReport.Result {
  /// What an outcome without a document means for the schedule.
  init(_ outcome: FetchOutcome) {
    switch outcome {
    case .document, .notModified: self = .unchanged
    case .cancelled: self = .abandoned
    case .gone: self = .gone
    case .rateLimited(_, let seconds): self = .askedToWait(seconds)
    case .hostClosed(let seconds): self = .hostClosed(seconds)
    case .credentialsWanted, .clientError, .serverTrouble, .unexpectedStatus:
      self = .failed(.status)
    case .redirectTrouble, .tooLarge: self = .failed(.limit)
    case .refused: self = .failed(.refused)
    case .incomplete, .connectionLost, .notConnected, .protocolTrouble, .proxyTrouble:
      self = .failed(.connection)
    case .damaged: self = .failed(.document)
    case .tooSlow: self = .failed(.timeOut)
    case .security: self = .failed(.security)
    case .nameNotFound: self = .failed(.name)
    case .ours: self = .failed(.ours)
    }
  }
}

extension IdentifiedSnapshot {
  /// What the schedule learns from a document: when its new and revised entries appeared.
  func news(beside heads: [PublicationID: VersionID]) -> PollReport.Result {
    let news = entries.filter { entry in
      let head = heads[entry.publication]
      return head != entry.versionID && (head == nil || entry.upgrade == nil)
    }
    guard !news.isEmpty else { return .unchanged }
    let moments = news.compactMap { $0.entry.updated ?? $0.entry.content.published }
    return .changed(moments: moments, undated: news.count - moments.count)
  }
}
