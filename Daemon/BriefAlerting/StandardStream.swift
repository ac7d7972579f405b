import Glibc

/// The program's own output and errors. A stream that takes nothing (closed, a full disk, a pipe that nobody
/// reads) is an answer here: it ends no program.
package enum StandardStream: Sendable {
  case output, errors

  /// Call it before anything else. A pipe that nobody reads is an error to look at from then on, and a
  /// descriptor that the caller closed is taken: the store's own files would get its number, and what is
  /// meant for a person would be written into them.
  package static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      guard fcntl(descriptor, F_GETFD) < 0, errno == EBADF else { continue }
      // The wrong way round, so that to use it fails as it does when it is closed. The lowest number that
      // is free is given (POSIX, open).
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Writes all of it, however many calls that takes; one call where the stream takes it whole, so that
  /// lines of several tasks do not mix. What went wrong as errno, or `nil`.
  @discardableResult
  package func write(_ text: String) -> CInt? {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  private var descriptor: CInt { self == .output ? STDOUT_FILENO : STDERR_FILENO }

  private func write(_ bytes: UnsafeRawBufferPointer) -> CInt? {
    var place = 0
    while place < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[place...])
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count >= 0 {
        place += count
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wait, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
