package import BriefFetching
import CCurl
import Foundation
import Synchronization

/// Carries letters by libcurl, on a thread of its own: a feed that makes the fetching thread busy
/// delays no alert, and a receiver that hangs delays no other letter.
package final class Courier: Sendable {
  struct Job: Sendable {
    var ticket: UInt64
    var letter: Letter
    var sender: CheckedContinuation<Receipt, Never>
  }

  private struct State {
    var waiting: [Job] = []
    var cancelled: [UInt64] = []
    var nextTicket: UInt64 = 0
    /// The multi handle to wake the thread by. Used and cleared under the lock, so that a wake-up
    /// never touches a handle that is being freed.
    var multi: UInt?
    var hasThread = false
    var isClosed = false
  }

  private let state = Mutex(State())
  let limits: CourierLimits
  let environment: FetchEnvironment
  let transcript: (@Sendable (String) -> Void)?

  /// - Parameter transcript: takes the conversations, a line at a time, without their secrets.
  package init(
    limits: CourierLimits = CourierLimits(), environment: FetchEnvironment = FetchEnvironment(),
    transcript: (@Sendable (String) -> Void)? = nil
  ) {
    self.limits = limits
    self.environment = environment
    self.transcript = transcript
  }

  /// Returns when the letter has arrived or an attempt has failed, within the limits; at once when
  /// the task is cancelled.
  func carry(_ letter: Letter) async -> Receipt {
    let ticket = state.withLock { state in
      state.nextTicket += 1
      return state.nextTicket
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { sender in
        submit(Job(ticket: ticket, letter: letter, sender: sender))
        // The handler may have run before there was a job to cancel.
        if Task.isCancelled { cancel(ticket) }
      }
    } onCancel: {
      cancel(ticket)
    }
  }

  /// Interrupts what is under way; letters handed in later are interrupted at once.
  package func close() {
    let left = state.withLock { state in
      state.isClosed = true
      Self.wake(state)
      defer { if !state.hasThread { state.waiting = [] } }
      return state.hasThread ? [] : state.waiting
    }
    for job in left { job.sender.resume(returning: .interrupted) }
  }

  private func submit(_ job: Job) {
    let (isRefused, needsThread) = state.withLock { state in
      guard !state.isClosed else { return (true, false) }
      state.waiting.append(job)
      Self.wake(state)
      defer { state.hasThread = true }
      return (false, !state.hasThread)
    }
    if isRefused { job.sender.resume(returning: .interrupted) }
    if needsThread {
      Thread.detachNewThread { CourierThread(courier: self)?.run() }
    }
  }

  private func cancel(_ ticket: UInt64) {
    state.withLock { state in
      state.cancelled.append(ticket)
      Self.wake(state)
    }
  }

  private static func wake(_ state: borrowing State) {
    if let multi = state.multi.flatMap(UnsafeMutableRawPointer.init(bitPattern:)) {
      curl_multi_wakeup(multi)
    }
  }
}

/// What the thread calls.
extension Courier {
  func threadBegan(multi: UnsafeMutableRawPointer) {
    let address = UInt(bitPattern: multi)
    state.withLock { $0.multi = address }
  }

  /// The jobs and cancellations since the last time; `nil` when the courier is closed.
  func take() -> (jobs: [Job], cancelled: [UInt64], isClosed: Bool) {
    state.withLock { state in
      defer { (state.waiting, state.cancelled) = ([], []) }
      return (state.waiting, state.cancelled, state.isClosed)
    }
  }

  /// After this nobody touches the multi handle.
  func threadEnds() {
    let left = state.withLock { state in
      state.isClosed = true
      state.multi = nil
      defer { state.waiting = [] }
      return state.waiting
    }
    for job in left { job.sender.resume(returning: .interrupted) }
  }
}

extension Receipt {
  static let interrupted = Receipt(isInterrupted: true)
}
