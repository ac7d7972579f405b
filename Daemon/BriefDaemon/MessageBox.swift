import Synchronization

/// What many tasks send and one receives, several at a time: while the receiver is at work a
/// message costs an append, and no thread is woken for it.
final class MessageBox<Message: Sendable>: Sendable {
  private struct State: Sendable {
    var messages: [Message] = []
    var receiver: CheckedContinuation<Void, Never>?
    var isClosed = false
  }

  private let state = Mutex(State())

  func send(_ message: Message) {
    let receiver = state.withLock { state in
      state.messages.append(message)
      return state.receiver.take()
    }
    receiver?.resume()
  }

  /// All messages since the last call, in order, once there is one; `nil` when the task was
  /// cancelled and none is left.
  func next() async -> [Message]? {
    await withTaskCancellationHandler {
      await withCheckedContinuation { receiver in
        let isReady = state.withLock { state in
          if !state.messages.isEmpty || state.isClosed { return true }
          state.receiver = receiver
          return false
        }
        if isReady { receiver.resume() }
      }
    } onCancel: {
      let receiver = state.withLock { state in
        state.isClosed = true
        return state.receiver.take()
      }
      receiver?.resume()
    }
    return state.withLock { state in
      guard !state.messages.isEmpty else { return nil }
      defer { state.messages = [] }
      return state.messages
    }
  }
}
