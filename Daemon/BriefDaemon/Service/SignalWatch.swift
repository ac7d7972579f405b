import Dispatch
import Glibc

/// Signals as events.
enum SignalWatch {
  enum Event: Hashable, Sendable { case stop, status, reload }

  /// Returns at the first SIGTERM or SIGINT; hands on each SIGUSR1 and SIGHUP until then.
  static func untilStopped(_ take: @Sendable (Event) async -> Void) async {
    let (events, inbox) = AsyncStream.makeStream(of: Event.self)
    let watched: [(CInt, Event)] = [
      (SIGTERM, .stop), (SIGINT, .stop), (SIGUSR1, .status), (SIGHUP, .reload),
    ]
    let sources = watched.map { number, event in
      // The default action would end the process before the event arrives.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { inbox.yield(event) }
      source.resume()
      return source
    }
    for await event in events {
      if event == .stop { break }
      await take(event)
    }
    for source in sources { source.cancel() }
  }
}
