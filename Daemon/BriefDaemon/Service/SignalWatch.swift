import Dispatch
import Glibc
import Synchronization

/// Signals as events. Those that ask for something are held from the beginning of the process, and
/// answered when the service is ready; until then SIGTERM and SIGINT end it as they always do.
package final class SignalWatch: Sendable {
  enum Event: Hashable, Sendable { case stop, status, reload }

  private let events: AsyncStream<Event>
  private let inbox: AsyncStream<Event>.Continuation
  private let sources = Mutex<[any DispatchSourceSignal]>([])

  package init() {
    (events, inbox) = AsyncStream.makeStream(of: Event.self)
    watch(SIGUSR1, .status)
    watch(SIGHUP, .reload)
  }

  deinit {
    sources.withLock { sources in
      for source in sources { source.cancel() }
    }
  }

  /// Returns at the first SIGTERM or SIGINT; hands on each SIGUSR1 and SIGHUP until then.
  func untilStopped(_ take: @Sendable (Event) async -> Void) async {
    watch(SIGTERM, .stop)
    watch(SIGINT, .stop)
    for await event in events {
      if event == .stop { break }
      await take(event)
    }
  }

  private func watch(_ number: CInt, _ event: Event) {
    // The default action would end the process before the event arrives.
    signal(number, SIG_IGN)
    sources.withLock { [inbox] sources in
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { inbox.yield(event) }
      source.resume()
      sources.append(source)
    }
  }
}
