import BriefAlerting
package import BriefStore
import Foundation

/// Hands what is asked for to the daemon that runs.
package enum ControlClient {
  /// What the daemon said.
  package struct Answer: Hashable, Sendable {
    /// HTTP's.
    package var status: Int
    package var text: String

    package var isSuccess: Bool { (200..<300).contains(status) }
  }

  package struct Unreachable: Error, CustomStringConvertible {
    package var description: String
  }

  /// Seconds for an answer: a reload writes the store.
  private static let patience = 30

  /// `nil` when no daemon listens at the store's socket.
  ///
  /// - Parameter path: the request's target, encoded.
  package static func ask(
    _ location: StoreLocation, _ path: String, method: String = "POST"
  ) throws(Unreachable) -> Answer? {
    let descriptor = UnixAddress.socket(.stream)
    guard descriptor >= 0 else { throw unreachable(location) }
    defer { close(descriptor) }
    var patience = timeval(tv_sec: patience, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    guard UnixAddress.connect(descriptor, to: location.socket) == 0 else {
      if [ENOENT, ECONNREFUSED, ENOTDIR].contains(errno) { return nil }
      throw unreachable(location)
    }
    let request = "\(method) \(path) HTTP/1.1\r\nHost: brief-syncd\r\n\r\n"
    guard UnixAddress.send(Array(request.utf8), to: descriptor) else {
      throw unreachable(location)
    }
    return try answer(from: descriptor, location)
  }

  /// A name as a part of a path.
  package static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
  }

  private static func answer(
    from descriptor: CInt, _ location: StoreLocation
  ) throws(Unreachable) -> Answer {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4 << 10)
    while true {
      let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
      if count < 0 { throw unreachable(location) }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let words = text.split(separator: " ", maxSplits: 2)
    guard words.count == 3, let status = Int(words[1]),
      let gap = text.firstRange(of: "\r\n\r\n")
    else {
      throw Unreachable(
        description: "The daemon at \(location.socket) did not answer: see journalctl -u brief-sync"
      )
    }
    var body = String(text[gap.upperBound...])
    while body.last?.isNewline == true { body.removeLast() }
    return Answer(status: status, text: body)
  }

  private static func unreachable(_ location: StoreLocation) -> Unreachable {
    let reason = String(cString: strerror(errno)).lowercased()
    return Unreachable(
      description:
        "The daemon's socket \(location.socket) cannot be used (\(reason)): ask as root, as the daemon's account, or as a member of its group."
    )
  }
}
