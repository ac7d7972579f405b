import BriefModel
import BriefWriting
import Synchronization

/// What the store remembered of sources at the start, until the poller takes it: with ten thousand sources
/// a second copy is a tenth of the service's memory.
final class RememberedSources: Sendable {
  private let kept: Mutex<RowTable<RememberedSource>>

  init(_ remembered: RowTable<RememberedSource>) { kept = Mutex(remembered) }

  /// Shows it without giving it away, empty once it was taken: one who keeps it would make the poller's
  /// a copy.
  func look<Answer: Sendable>(_ body: (RowTable<RememberedSource>) -> Answer) -> Answer {
    kept.withLock { body($0) }
  }

  func take() -> RowTable<RememberedSource> {
    kept.withLock { kept in
      defer { kept = RowTable() }
      return kept
    }
  }
}

extension StoreWriter {
  /// - Parameter count: about how many there are.
  func rememberedRows(_ count: Int) async throws -> RowTable<RememberedSource> {
    var table = RowTable<RememberedSource>()
    table.reserve(count)
    return try await remembered(into: table) { $0[$1] = $2 }
  }
}
