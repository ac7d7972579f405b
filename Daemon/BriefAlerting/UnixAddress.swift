// Whose the names of <sys/socket.h> are depends on which module's headers came first.
import CCurl
import Glibc

/// Addresses of Unix sockets (unix(7)), and what is said to and known of who is at one.
package enum UnixAddress {
  package enum Kind { case stream, datagrams }

  /// A descriptor that no child inherits; negative, with `errno`, when there is none.
  package static func socket(_ kind: Kind) -> CInt {
    let type = kind == .stream ? SOCK_STREAM : SOCK_DGRAM
    return Glibc.socket(AF_UNIX, CInt(type.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
  }

  /// As connect(2) to the path; -1 with `errno` too when the path is too long for an address. One
  /// that begins with @ lies in the abstract namespace.
  package static func connect(_ descriptor: CInt, to path: String) -> CInt {
    call(path) { Glibc.connect(descriptor, $0, $1) }
  }

  /// As bind(2) to the path; as for ``connect(_:to:)``.
  package static func bind(_ descriptor: CInt, to path: String) -> CInt {
    call(path) { Glibc.bind(descriptor, $0, $1) }
  }

  private static func call(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> CInt
  ) -> CInt {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var name = Array(path.utf8)
    let isAbstract = name.first == UInt8(ascii: "@")
    if isAbstract { name[0] = 0 }
    guard name.count < MemoryLayout.size(ofValue: address.sun_path) else {
      errno = ENAMETOOLONG
      return -1
    }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
    // An abstract name is as long as the address says; a path ends in a zero.
    let length = MemoryLayout<sa_family_t>.size + name.count + (isAbstract ? 0 : 1)
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(length)) }
    }
  }

  /// Sends one datagram to the path; false when it was not taken.
  @discardableResult
  package static func send(_ datagram: [UInt8], toPath path: String) -> Bool {
    let descriptor = socket(.datagrams)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return connect(descriptor, to: path) == 0 && send(datagram, to: descriptor)
  }

  /// Writes to a connection; false when the peer did not take all of it.
  @discardableResult
  package static func send(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Who is at the other end of a connection (`SO_PEERCRED`); `nil` when the kernel does not say.
  package static func peer(of descriptor: CInt) -> PeerCredentials? {
    var credentials = PeerCredentials(process: 0, user: .max, group: .max)
    var length = socklen_t(MemoryLayout.size(ofValue: credentials))
    guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0 else {
      return nil
    }
    return credentials
  }
}

/// What `SO_PEERCRED` gives: `struct ucred` of unix(7), which the C library shows to GNU programs
/// only.
package struct PeerCredentials: Hashable, Sendable {
  package var process: Int32
  package var user: UInt32
  package var group: UInt32
}
