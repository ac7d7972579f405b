import CCurl
import Glibc

/// A connection over a socket of this machine. Closed when it is let go of.
final class UnixSocket: Sendable {
  private let descriptor: Int32

  /// Takes over an open descriptor.
  init(descriptor: Int32) {
    self.descriptor = descriptor
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
  }

  /// Throws ``SocketTrouble`` when nobody listens.
  convenience init(connectingTo path: String) throws(SocketTrouble) {
    let descriptor = UnixAddress.socket(.stream)
    guard descriptor >= 0 else { throw SocketTrouble() }
    guard UnixAddress.connect(descriptor, to: path) == 0 else {
      let trouble = SocketTrouble()
      close(descriptor)
      throw trouble
    }
    self.init(descriptor: descriptor)
  }

  deinit { close(descriptor) }

  /// Writes all and says that there is no more; false when the other side does not take it.
  func say(_ bytes: [UInt8], isLast: Bool, isOver: () -> Bool) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno == EAGAIN || errno == EINTR {
        if isOver() { return false }
        wait(for: POLLOUT)
      } else {
        return false
      }
    }
    return !isLast || shutdown(descriptor, Int32(SHUT_WR)) == 0
  }

  /// All that the other side says; `nil` when it says more than `limit` bytes, breaks off or
  /// `isOver`.
  func hear(limit: Int, isOver: () -> Bool) -> [UInt8]? {
    var heard: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count == 0 { return heard }
      if count > 0 {
        heard.append(contentsOf: piece[..<count])
        if heard.count > limit { return nil }
      } else if errno == EAGAIN || errno == EINTR {
        if isOver() { return nil }
        wait(for: POLLIN)
      } else {
        return nil
      }
    }
  }

  /// True when the other side has gone altogether.
  var isLeft: Bool {
    var waited = [pollfd(fd: descriptor, events: 0, revents: 0)]
    return poll(&waited, 1, 0) > 0 && waited[0].revents & Int16(POLLHUP | POLLERR) != 0
  }

  /// The user whose process is at the other end (unix(7), SO_PEERCRED).
  var peer: uid_t? { UnixAddress.peer(of: descriptor)?.user }

  private func wait(for events: Int32) {
    var waited = [pollfd(fd: descriptor, events: Int16(events), revents: 0)]
    poll(&waited, 1, 50)
  }
}

/// What the system said of a socket.
package struct SocketTrouble: Error, Hashable, CustomStringConvertible {
  package var code: Int32
  package init() { code = errno }
  package var description: String { String(cString: strerror(code)) }
}
