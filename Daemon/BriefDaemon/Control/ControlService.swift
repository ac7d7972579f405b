import BriefModel
import BriefStore
import BriefWriting
import Glibc
import NIOCore
import NIOPosix

/// Serves the control socket.
///
/// | request | |
/// |---|---|
/// | `GET /healthz` | 200 while the loop turns and the store can be written, else 503 |
/// | `GET /metrics` | Prometheus |
/// | `POST /sync`, `/sync/SOURCE` | polls now; hosts that asked to wait are left alone |
/// | `POST /pause/SOURCE`, `/resume/SOURCE` | kept across restarts |
/// | `POST /reload` | reads the configuration again |
/// | `POST /replay?channel=ID` or `?key=KEY` | alerts that were given up are due again |
/// | `POST /replay?channel=ID&to=ID` | a channel's alerts go through another one |
/// | `POST /discard?channel=ID` | says what would be discarded; with `&yes=1` does it |
struct ControlService: Sendable {
  private let location: StoreLocation
  private let desk: ServiceDesk

  init(_ location: StoreLocation, desk: ServiceDesk) {
    self.location = location
    self.desk = desk
  }

  /// Between an end of the socket and the next; descriptors that were missing are back by then.
  private static let rest = Duration.seconds(2)

  /// Serves until cancelled. Without a socket the service goes on, and it is tried again.
  ///
  /// - Parameter onTried: called when the socket listens, or could not be had at first.
  func run(onTried: @Sendable () -> Void) async {
    let threads = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    var told = ""
    while !Task.isCancelled {
      do {
        let socket = try await ControlSocket(path: location.socket, on: threads)
        onTried()
        try await socket.serve { request, peer in await answer(request, from: peer) }
      } catch {
        let reason = "\(error)"
        if reason != told, !Task.isCancelled {
          Log.write(
            .warning, "control-refused", [("socket", location.socket), ("reason", reason)])
        }
        told = reason
        onTried()
      }
      try? await Task.sleep(for: Self.rest)
    }
    try? await threads.shutdownGracefully()
  }

  private func answer(_ request: ControlRequest, from peer: ControlPeer) async -> ControlAnswer {
    // RFC 9110, 9.3.2: HEAD is answered as GET, without the content.
    switch (request.wantsNoContent ? "GET" : request.method, request.path) {
    case ("GET", ["healthz"]): return await desk.health()
    case ("GET", ["metrics"]): return await desk.metrics()
    case ("GET", _): return .text(404, "There are /healthz and /metrics to get.")
    case ("POST", ["sync"]): return await desk.sync(nil)
    case ("POST", _) where request.path.count == 2 && request.path[0] == "sync":
      return await desk.sync(SourceID(request.path[1]))
    case ("POST", _): return await change(request, by: peer)
    default: return .text(405, "GET or POST.")
    }
  }

  private func change(_ request: ControlRequest, by peer: ControlPeer) async -> ControlAnswer {
    guard peer.mayChange(owner: geteuid()) else {
      return .text(403, "Only root and the daemon's own account may do that: use sudo.")
    }
    Log.write(
      .notice, "asked",
      [
        ("verb", request.path.joined(separator: "/")), ("user", "\(peer.user)"),
        ("process", "\(peer.process)"),
      ])
    let source = request.path.count == 2 ? SourceID(request.path[1]) : nil
    switch (request.path.first, source) {
    case ("pause", let source?): return await desk.setPaused(source, true)
    case ("resume", let source?): return await desk.setPaused(source, false)
    case ("reload", nil): return await desk.reload()
    case ("replay", nil):
      if let key = request.query["key"] { return await desk.replay(.key(key)) }
      if let channel = request.query["channel"] {
        if let other = request.query["to"] {
          return await desk.reroute(ChannelID(channel), to: ChannelID(other))
        }
        return await desk.replay(.channel(ChannelID(channel)))
      }
      return await desk.replay(.all)
    case ("discard", nil):
      guard let channel = request.query["channel"] else {
        return .text(404, "discard needs ?channel=ID.")
      }
      return await desk.discard(ChannelID(channel), isMeant: request.query["yes"] == "1")
    default:
      return .text(404, "There are sync, pause/SOURCE, resume/SOURCE, reload, replay and discard.")
    }
  }
}
