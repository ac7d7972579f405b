import Dispatch
import Glibc

/// Signals as events.
enum SignalWatch {
  private enum Event: Sendable { case stop, status }

  /// Returns at the first SIGTERM or SIGINT; calls `onStatus` for each SIGUSR1 until then.
  static func untilStopped(onStatus: @Sendable () -> Void) async {
    let (events, inbox) = AsyncStream.makeStream(of: Event.self)
    let watched: [(CInt, Event)] = [(SIGTERM, .stop), (SIGINT, .stop), (SIGUSR1, .status)]
    let sources = watched.map { number, event in
      // The default action would end the process before the event arrives.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { inbox.yield(event) }
      source.resume()
      return source
    }
    for await event in events {
      if case .stop = event { break }
      onStatus()
    }
    for source in sources { source.cancel() }
  }
}
