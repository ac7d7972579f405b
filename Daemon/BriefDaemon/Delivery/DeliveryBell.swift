import BriefModel
import Synchronization

/// Wakes channels that sleep. A ring that comes while nobody sleeps is kept for the next sleeper.
final class DeliveryBell: Sendable {
  private struct Sleeper {
    var isRung = false
    var continuation: CheckedContinuation<Void, Never>?
  }

  private let sleepers = Mutex([ChannelID: Sleeper]())

  /// Wakes all channels.
  func ring() {
    let woken = sleepers.withLock { sleepers in
      let waiting = sleepers.values.compactMap(\.continuation)
      for (channel, sleeper) in sleepers {
        sleepers[channel] = Sleeper(isRung: sleeper.continuation == nil)
      }
      return waiting
    }
    for continuation in woken { continuation.resume() }
  }

  /// Returns after the time, at the next ring, or when the task is cancelled.
  func wait(_ channel: ChannelID, milliseconds: Int64) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.ringing(channel) }
      group.addTask { try? await Task.sleep(for: .milliseconds(milliseconds)) }
      await group.next()
      group.cancelAll()
    }
  }

  private func ringing(_ channel: ChannelID) async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = sleepers.withLock { sleepers in
          if sleepers[channel]?.isRung == true || Task.isCancelled {
            sleepers[channel] = Sleeper()
            return true
          }
          sleepers[channel] = Sleeper(continuation: continuation)
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      let continuation = sleepers.withLock { sleepers in
        let continuation = sleepers[channel]?.continuation
        sleepers[channel]?.continuation = nil
        return continuation
      }
      continuation?.resume()
    }
  }

  /// Makes rings for the channel kept from now on.
  func expect(_ channel: ChannelID) {
    sleepers.withLock { $0[channel] = $0[channel] ?? Sleeper() }
  }
}
