import BriefReport
import Glibc

/// The program's three streams, before anything else is done.
enum StandardStreams {
  /// A closed pipe is an error to look at from then on, not a signal to die of. A descriptor that the caller
  /// closed is taken, or the next file that is opened would get its number and the answer.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      guard fcntl(descriptor, F_GETFD) < 0, errno == EBADF else { continue }
      // The wrong way round, so that to use it fails as it does when it is closed. The lowest number that
      // is free is given (POSIX, open).
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}

/// Says what went wrong.
enum StandardError {
  /// What cannot be written is dropped: the exit status says the same.
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

/// Writes answers to standard output and says honestly whether they arrived.
enum StandardOutput {
  /// What became of the text.
  enum Delivery: Hashable {
    case complete
    /// The reader had enough (`| head`): no fault, but not all of it was taken.
    case closed
    /// The text did not arrive (disk full): errno.
    case failed(CInt)
  }

  /// Writes an answer. Throws ``CommandFailure``: a reader that closed the pipe has what it wanted; a disk
  /// that is full has not.
  static func answer(_ text: String) throws(CommandFailure) { try check(write(text)) }

  /// The same for bytes.
  static func answer(bytes: [UInt8]) throws(CommandFailure) { try check(write(bytes: bytes)) }

  private static func check(_ delivery: Delivery) throws(CommandFailure) {
    switch delivery {
    case .complete: break
    case .closed: throw CommandFailure.readerLeft
    case .failed(let code):
      throw CommandFailure(
        .failure, "The answer could not be written: \(String(cString: strerror(code))).",
        nextCommand: "df -h .")
    }
  }

  /// Writes all of it, however many calls that takes.
  static func write(_ text: String) -> Delivery {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  /// The same for bytes.
  static func write(bytes: [UInt8]) -> Delivery {
    bytes.withUnsafeBytes { write($0) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer) -> Delivery {
    var place = 0
    while place < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[place...])
      let written = Glibc.write(STDOUT_FILENO, rest.baseAddress, rest.count)
      if written >= 0 {
        place += written
      } else if errno == EPIPE {
        return .closed
      } else if errno != EINTR && errno != EAGAIN {
        return .failed(errno)
      }
    }
    return .complete
  }
}
