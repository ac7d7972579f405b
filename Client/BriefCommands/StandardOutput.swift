import BriefReport
import Glibc

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
