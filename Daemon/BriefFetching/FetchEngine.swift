import BriefModel
import CCurl

#if canImport(Glibc)
  import Glibc
#endif

/// Performs requests: one libcurl thread behind an asynchronous function.
///
/// Any number of tasks may ask at once; a bounded number of transfers is under way, hosts take
/// turns. Cancelling the task ends its request at any stage. After ``shutDown()`` every request
/// ends at once as cancelled.
package final class FetchEngine: Sendable {
  let mailbox = CurlMailbox()
  let environment: FetchEnvironment
  let room: BodyRoom
  private let closed: ClosedHosts?

  /// - Parameter closed: where hosts that ask to be left alone are kept; without it each request is
  ///   made as if it were the first.
  ///
  /// Throws when the machine has no room for a thread, or libcurl cannot begin.
  package init(
    limits: FetchLimits = FetchLimits(), environment: FetchEnvironment = FetchEnvironment(),
    closed: ClosedHosts? = nil
  ) throws(NoFetchThread) {
    self.environment = environment
    self.closed = closed
    room = BodyRoom(limits: limits)
    let start = ThreadStart(mailbox: mailbox, limits: limits, room: room, closed: closed)
    guard Self.librarySetUp == CURLE_OK, Self.startThread(start) else { throw NoFetchThread() }
  }

  // Once, and before the library is used from anywhere.
  private static let librarySetUp = {
    brief_share_heaps()
    return curl_global_init(Int(CURL_GLOBAL_DEFAULT))
  }()

  deinit { mailbox.close() }

  /// Ends what is under way and returns when the thread is gone.
  package func shutDown() async {
    mailbox.close()
    await mailbox.awaitEnd()
  }

  /// Fetches once, redirects included. Never throws: what went wrong is the outcome.
  @concurrent
  package func perform(_ request: FeedRequest) async -> FeedResponse {
    var poll = PollInHops(request: request, environment: environment, room: room)
    return await finish(&poll)
  }

  @concurrent
  func finish(_ poll: inout PollInHops) async -> FeedResponse {
    while let hop = poll.nextHop() {
      poll.ended(await exchange(hop))
    }
    let response = poll.response(now: WallClock.now())
    // Other hops may be about to go there.
    if case .rateLimited(_, let seconds) = response.outcome, let last = response.exchanges.last {
      closed?.close(last.host, seconds: seconds)
    }
    return response
  }

  private func exchange(_ hop: Hop) async -> HopEnd {
    let ticket = mailbox.issue()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { caller in
        mailbox.submit(ticket, CurlMailbox.Job(hop: hop, caller: .task(caller)))
      }
    } onCancel: {
      mailbox.cancel(ticket)
    }
  }

  /// False when the machine has no room for a thread.
  private static func startThread(_ start: ThreadStart) -> Bool {
    let start = Unmanaged.passRetained(start)
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        let start = Unmanaged<ThreadStart>.fromOpaque(context).takeRetainedValue()
        // Signals go to other threads; writing to a connection that the server closed must not
        // raise SIGPIPE here.
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, nil)
        brief_name_this_thread("fetch")
        CurlThread.run(
          mailbox: start.mailbox, limits: start.limits, room: start.room, closed: start.closed)
        return nil
      }, start.toOpaque())
    guard code == 0 else {
      start.release()
      return false
    }
    pthread_detach(thread)
    return true
  }
}

/// The machine could not start a thread, or libcurl not begin.
package struct NoFetchThread: Error {}

private final class ThreadStart: Sendable {
  let mailbox: CurlMailbox
  let limits: FetchLimits
  let room: BodyRoom
  let closed: ClosedHosts?

  init(mailbox: CurlMailbox, limits: FetchLimits, room: BodyRoom, closed: ClosedHosts?) {
    self.mailbox = mailbox
    self.limits = limits
    self.room = room
    self.closed = closed
  }
}
