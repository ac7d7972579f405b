package import Dispatch

/// Threads for what takes long, so that those of all tasks stay free for polls and answers.
package enum DerivingThreads {
  /// Long texts of polls, one poll after another: two of them at once would hold a small machine's
  /// processors, and whoever asks for something meanwhile would wait.
  package static let longTexts = DispatchQueue(label: "brief-sync.long-texts")

  private static let upgrade = DispatchQueue(
    label: "brief-sync.upgrade", attributes: .concurrent)
  /// Of an upgrade. More would only be faster at what nobody waits for.
  private static let most = 2

  /// What a piece of work gives, once the queue has come to it.
  package static func run<Value: Sendable>(
    on queue: DispatchQueue, _ work: @escaping @Sendable () -> Value
  ) async -> Value {
    await withCheckedContinuation { caller in
      queue.async { caller.resume(returning: work()) }
    }
  }

  /// The values of an upgrade's versions, in their order.
  static func map<Item: Sendable, Value: Sendable>(
    _ items: [Item], _ value: @escaping @Sendable (Item) -> Value
  ) async -> [Value] {
    // The first half has one more where they are odd.
    let share = max(1, (items.count + most - 1) / most)
    let (first, second) = (items.prefix(share), items.dropFirst(share))
    async let rest = run(on: upgrade) { second.map(value) }
    return await run(on: upgrade) { first.map(value) } + rest
  }
}
