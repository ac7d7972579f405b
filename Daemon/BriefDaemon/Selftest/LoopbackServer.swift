import BriefAlerting
@preconcurrency import Dispatch
import Glibc
import Synchronization

/// A server on a free port of 127.0.0.1 for the self-test: one request a connection, answered with
/// exactly the bytes that it is given.
final class LoopbackServer: Sendable {
  /// A request as it came.
  struct Request: Hashable, Sendable {
    /// Request line and fields.
    var head: String
    var body: String

    /// The first value of a field; `nil` when there is none.
    subscript(name: String) -> String? {
      let prefix = name.lowercased() + ":"
      let line = head.split(whereSeparator: \.isNewline).first {
        $0.lowercased().hasPrefix(prefix)
      }
      return line.map { String($0.dropFirst(prefix.count).drop { $0 == " " }) }
    }
  }

  private enum Limits {
    /// Bytes of a request: a webhook's body has some kB.
    static let request = 1 << 20
    /// Seconds that a client may be silent.
    static let patience = 10
    static let backlog: CInt = 64
  }

  let port: UInt16
  private let source: any DispatchSourceRead
  private let received = Mutex([Request]())

  /// `nil` when the machine has no socket left. `answer` is given the request and how many came
  /// before it.
  init?(_ answer: @escaping @Sendable (Request, Int) -> [UInt8]) {
    let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    guard let port = Self.listen(descriptor) else {
      close(descriptor)
      return nil
    }
    self.port = port
    source = DispatchSource.makeReadSource(
      fileDescriptor: descriptor, queue: DispatchQueue(label: "selftest"))
    source.setCancelHandler { close(descriptor) }
    source.setEventHandler { [weak self] in
      guard let self else { return }
      let connection = accept(descriptor, nil, nil)
      guard connection >= 0 else { return }
      DispatchQueue.global().async { self.serve(connection, answer) }
    }
    source.resume()
  }

  deinit { source.cancel() }

  func stop() { source.cancel() }

  var url: String { "http://127.0.0.1:\(port)/" }
  /// In the order in which they came.
  var requests: [Request] { received.withLock { $0 } }

  private static func listen(_ descriptor: CInt) -> UInt16? {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && Glibc.listen(descriptor, Limits.backlog) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    return isListening ? UInt16(bigEndian: address.sin_port) : nil
  }

  private func serve(_ connection: CInt, _ answer: (Request, Int) -> [UInt8]) {
    defer { close(connection) }
    var patience = timeval(tv_sec: Limits.patience, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
    setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
    guard let request = Self.read(connection) else { return }
    let number = received.withLock { requests in
      requests.append(request)
      return requests.count - 1
    }
    UnixAddress.send(answer(request, number), to: connection)
  }

  private static func read(_ connection: CInt) -> Request? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while bytes.count < Limits.request {
      let text = String(decoding: bytes, as: UTF8.self)
      if let gap = text.firstRange(of: "\r\n\r\n") {
        var request = Request(
          head: String(text[..<gap.lowerBound]), body: String(text[gap.upperBound...]))
        let length = request["Content-Length"].flatMap { Int($0) } ?? 0
        if request.body.utf8.count >= length {
          request.body = String(decoding: request.body.utf8.prefix(max(0, length)), as: UTF8.self)
          return request
        }
      }
      let count = buffer.withUnsafeMutableBytes { recv(connection, $0.baseAddress, $0.count, 0) }
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
    }
    return nil
  }
}
