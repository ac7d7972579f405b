import Glibc

/// A file that the command line names.
enum TextFile {
  /// Bytes, at most: larger than any text that is compared word by word.
  private static let limit = 256 << 20

  /// Bytes that are no UTF-8 become U+FFFD. Throws ``CommandFailure`` that names the file.
  static func read(_ path: String) throws(CommandFailure) -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  /// The bytes of a file, a pipe or a device. Throws ``CommandFailure`` that names it.
  static func bytes(_ path: String) throws(CommandFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path, errno)
      }
      if count == 0 { break }
      bytes.append(contentsOf: chunk[..<count])
      guard bytes.count <= limit else {
        throw CommandFailure(
          .failure, "\(path) is larger than \(limit >> 20) MiB.", nextCommand: "ls -l \(path)")
      }
    }
    return bytes
  }

  private static func failure(_ path: String, _ code: CInt) -> CommandFailure {
    CommandFailure(
      .failure, "Cannot read \(path): \(String(cString: strerror(code))).",
      nextCommand: "ls -l \(path)")
  }
}
