import BriefModel
import BriefStore
import BriefWriting
import Glibc

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
struct ControlService: Sendable {
  private let location: StoreLocation
  private let desk: ServiceDesk

  init(_ location: StoreLocation, desk: ServiceDesk) {
    self.location = location
    self.desk = desk
  }

  /// Serves until cancelled. Without a socket the service goes on.
  func run() async {
    let socket: ControlSocket
    do {
      socket = try ControlSocket(path: location.socket)
    } catch {
      Log.write(
        .warning, "control-refused", [("socket", location.socket), ("reason", error.reason)])
      return
    }
    await withDiscardingTaskGroup { group in
      for await connection in socket.connections {
        group.addTask { connection.finish(await answer(connection)) }
      }
    }
    socket.end()
  }

  private func answer(_ connection: ControlSocket.Connection) async -> ControlAnswer {
    guard let request = connection.request else {
      return .text(400, "That is no request of HTTP/1.1.")
    }
    switch (request.method, request.path) {
    case ("GET", ["healthz"]): return await desk.health()
    case ("GET", ["metrics"]): return await desk.metrics()
    case ("GET", _): return .text(404, "There are /healthz and /metrics to get.")
    case ("POST", ["sync"]): return await desk.sync(nil)
    case ("POST", _) where request.path.count == 2 && request.path[0] == "sync":
      return await desk.sync(SourceID(request.path[1]))
    case ("POST", _): return await change(request, by: connection.peer)
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
    case ("pause", let source?): return await desk.pause(source, true)
    case ("resume", let source?): return await desk.pause(source, false)
    case ("reload", nil): return await desk.reload()
    case ("replay", nil):
      if let key = request.query["key"] { return await desk.replay(.key(key)) }
      if let channel = request.query["channel"] {
        return await desk.replay(.channel(ChannelID(channel)))
      }
      return await desk.replay(.all)
    default:
      return .text(404, "There are sync, pause/SOURCE, resume/SOURCE, reload and replay.")
    }
  }
}
