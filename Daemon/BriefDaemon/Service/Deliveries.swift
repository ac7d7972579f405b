import Synchronization

/// Delivers through the channels of the newest configuration.
final class Deliveries: Sendable {
  private let current: Mutex<OutboxDispatcher>
  private let replacements: AsyncStream<Void>
  private let inbox: AsyncStream<Void>.Continuation

  init(_ dispatcher: OutboxDispatcher) {
    current = Mutex(dispatcher)
    (replacements, inbox) = AsyncStream.makeStream(of: Void.self)
  }

  func alertsAreOwed() { current.withLock { $0 }.alertsAreOwed() }

  /// What is on its way is interrupted and sent again under its key.
  func replace(_ dispatcher: OutboxDispatcher) {
    current.withLock { $0 = dispatcher }
    inbox.yield()
  }

  /// Delivers until cancelled.
  func run() async {
    while !Task.isCancelled {
      let dispatcher = current.withLock { $0 }
      let replacements = replacements
      await withTaskGroup(of: Void.self) { group in
        group.addTask { await Self.deliver(with: dispatcher) }
        group.addTask { for await _ in replacements { return } }
        await group.next()
        group.cancelAll()
      }
    }
  }

  /// A store that fails is tried again: what is owed stays owed.
  private static func deliver(with dispatcher: OutboxDispatcher) async {
    while !Task.isCancelled {
      do {
        try await dispatcher.run()
      } catch {
        Log.write(.error, "delivery-stopped", [("reason", "\(error)")])
        try? await Task.sleep(for: .seconds(5))
      }
    }
  }
}
