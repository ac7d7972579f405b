import BriefModel
import BriefWriting
import Synchronization

/// What the store remembered of sources at the start, until the poller takes it: with ten thousand sources
/// a second copy is a tenth of the service's memory.
final class RememberedSources: Sendable {
  private let kept: Mutex<[SourceID: RememberedSource]>

  init(_ remembered: [SourceID: RememberedSource]) { kept = Mutex(remembered) }

  /// Empty once it was taken.
  var all: [SourceID: RememberedSource] { kept.withLock { $0 } }

  func take() -> [SourceID: RememberedSource] {
    kept.withLock { kept in
      defer { kept = [:] }
      return kept
    }
  }
}
