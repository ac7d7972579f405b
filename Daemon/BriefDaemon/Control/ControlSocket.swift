import BriefAlerting
@preconcurrency import Dispatch
import Glibc

/// The control socket: a Unix socket in the store's folder, for its owner and group.
///
/// A server of our own in a few lines, since a library's hides the descriptor, and with it who
/// speaks (SO_PEERCRED). One request a connection; connections are read one after another.
final class ControlSocket: Sendable {
  struct Connection: Sendable {
    var descriptor: CInt
    var peer: ControlPeer
    /// `nil` when it was no request.
    var request: ControlRequest?
  }

  struct Failure: Error { var reason: String }

  let connections: AsyncStream<Connection>
  private let inbox: AsyncStream<Connection>.Continuation
  private let source: any DispatchSourceRead
  private let path: String

  private enum Limits {
    /// Bytes of a request with its fields: ours have a hundred.
    static let request = 8 << 10
    /// Seconds that a peer may keep the others waiting.
    static let patience = 2
    static let backlog: CInt = 16
    /// Microseconds before it is tried again when no descriptor is left.
    static let rest: UInt32 = 50_000
  }

  /// Takes the place of a socket that a killed daemon left: the store's lock says that there is no
  /// other.
  init(path: String) throws(Failure) {
    self.path = path
    (connections, inbox) = AsyncStream.makeStream(of: Connection.self)
    let descriptor = UnixAddress.socket(.stream)
    guard descriptor >= 0 else { throw Failure(reason: String(cString: strerror(errno))) }
    unlink(path)
    // The mask leaves the group out until the mode is set.
    guard UnixAddress.bind(descriptor, to: path) == 0, chmod(path, 0o660) == 0,
      listen(descriptor, Limits.backlog) == 0
    else {
      let reason = String(cString: strerror(errno))
      close(descriptor)
      throw Failure(reason: reason)
    }
    let queue = DispatchQueue(label: "control")
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    let inbox = inbox
    source.setEventHandler {
      if let connection = Self.accepted(descriptor) { inbox.yield(connection) }
    }
    source.setCancelHandler { close(descriptor) }
    source.resume()
  }

  func end() {
    source.cancel()
    unlink(path)
    inbox.finish()
  }

  private static func accepted(_ listener: CInt) -> Connection? {
    let descriptor = accept(listener, nil, nil)
    guard descriptor >= 0 else {
      // The peer stays in the queue and would wake us again at once.
      if errno == EMFILE || errno == ENFILE { usleep(Limits.rest) }
      return nil
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var patience = timeval(tv_sec: Limits.patience, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
    guard let peer = UnixAddress.peer(of: descriptor) else {
      close(descriptor)
      return nil
    }
    return Connection(
      descriptor: descriptor,
      peer: ControlPeer(user: peer.user, process: peer.process),
      request: ControlRequest(read(descriptor)))
  }

  /// What came until the empty line after the fields, the limit, or the end of patience.
  private static func read(_ descriptor: CInt) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 10)
    while bytes.count < Limits.request {
      let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
      if bytes.suffix(4) == [0x0d, 0x0a, 0x0d, 0x0a] || bytes.suffix(2) == [0x0a, 0x0a] {
        return bytes
      }
    }
    return bytes
  }
}

extension ControlSocket.Connection {
  /// Sends the answer and closes.
  func finish(_ answer: ControlAnswer) {
    UnixAddress.send(answer.bytes, to: descriptor)
    close(descriptor)
  }
}
