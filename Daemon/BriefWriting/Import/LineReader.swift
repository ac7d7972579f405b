import Glibc

/// Reads a file line by line, in the memory of the longest line.
final class LineReader {
  private let descriptor: CInt
  private let longest: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  enum Trouble: Error {
    /// What the operating system says.
    case unreadable(String)
    case tooLong
    /// The last line has no end: the file was cut off.
    case cutOff
  }

  /// - Parameter longest: bytes of a line at most.
  init(path: String, longest: Int) throws(Trouble) {
    self.longest = longest
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(String(cString: strerror(errno))) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Without the line feed; `nil` at the end.
  func next() throws(Trouble) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0a) {
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      searched = buffer.count
      if isAtEnd {
        guard start == buffer.count else { throw .cutOff }
        return nil
      }
      guard buffer.count - start <= longest else { throw .tooLong }
      buffer.removeFirst(start)
      (searched, start) = (searched - start, 0)
      try fill()
    }
  }

  private func fill() throws(Trouble) {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    guard count >= 0 else {
      if errno == EINTR { return }
      throw .unreadable(String(cString: strerror(errno)))
    }
    if count == 0 { isAtEnd = true } else { buffer.append(contentsOf: chunk[..<count]) }
  }
}
