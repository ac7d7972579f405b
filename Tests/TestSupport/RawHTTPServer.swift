import Glibc
import Synchronization

/// A server on 127.0.0.1 that sends exactly the bytes it is told to: for faults that an honest
/// server cannot be made to show. Each connection carries one request.
package final class RawHTTPServer: Sendable {
  /// What to do with a request.
  package struct Script: Sendable {
    /// Sent one after the other, with `pause` milliseconds between them.
    package var pieces: [[UInt8]]
    package var pause: Int
    /// The last piece is sent again and again until the client goes away.
    package var repeatsLast = false
    /// Milliseconds to keep the connection open at the end, or until the client goes away.
    package var lingers = 0
    /// Ends with a reset instead of an orderly end.
    package var resets = false

    package init(_ pieces: [[UInt8]], pause: Int = 0) {
      self.pieces = pieces
      self.pause = pause
    }

    package init(_ text: String) { self.init([Array(text.utf8)]) }

    /// An answer with a right Content-Length.
    package init(status: String = "200 OK", fields: [String] = [], body: [UInt8]) {
      let head =
        (["HTTP/1.1 \(status)", "Content-Length: \(body.count)", "Connection: close"] + fields)
      self.init([Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body])
    }

    package init(status: String = "200 OK", fields: [String] = [], text: String) {
      self.init(status: status, fields: fields, body: Array(text.utf8))
    }
  }

  private struct State {
    var requests: [String] = []
    var connections = 0
    var isStopped = false
  }

  package let port: UInt16
  private let listener: Int32
  private let state = Mutex(State())
  private let answer: @Sendable (String) -> Script

  /// - Parameter answer: given the whole header section of a request.
  package init(answer: @escaping @Sendable (String) -> Script) throws {
    self.answer = answer
    (listener, port) = try LoopbackSocket.listen()
    Threads.start { [self] in accept() }
  }

  package var url: String { "http://127.0.0.1:\(port)/" }
  /// The header sections received, in order of arrival.
  package var requests: [String] { state.withLock { $0.requests } }
  /// Connections taken, those without a request too.
  package var connections: Int { state.withLock { $0.connections } }

  package func stop() {
    state.withLock { $0.isStopped = true }
    shutdown(listener, Int32(SHUT_RDWR))
  }

  private var isStopped: Bool { state.withLock { $0.isStopped } }

  private func accept() {
    while !isStopped {
      let descriptor = Glibc.accept(listener, nil, nil)
      guard descriptor >= 0 else { break }
      // A program that the test starts must not hold the connection open.
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      state.withLock { $0.connections += 1 }
      Threads.start { [self] in
        serve(descriptor)
        close(descriptor)
      }
    }
    close(listener)
  }

  private func serve(_ descriptor: Int32) {
    guard let request = LoopbackSocket.readHeader(descriptor) else { return }
    state.withLock { $0.requests.append(request) }
    let script = answer(request)
    for (index, piece) in script.pieces.enumerated() {
      if index > 0 { usleep(UInt32(clamping: script.pause * 1000)) }
      guard LoopbackSocket.send(descriptor, piece) else { return }
    }
    if script.repeatsLast, let last = script.pieces.last, !last.isEmpty {
      while !isStopped, LoopbackSocket.send(descriptor, last) {}
    }
    if script.lingers > 0 { LoopbackSocket.awaitEnd(descriptor, milliseconds: script.lingers) }
    if script.resets { LoopbackSocket.resetOnClose(descriptor) }
  }
}
