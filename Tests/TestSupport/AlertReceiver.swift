import Glibc
import Synchronization

/// A receiver of webhooks on 127.0.0.1: keeps what it is sent, and answers as it is told to.
package final class AlertReceiver: Sendable {
  /// One request, read to the end of its body.
  package struct Post: Sendable {
    package var requestLine: String
    /// As they came, without line ends.
    package var fields: [String]
    package var body: String

    /// The first value of a field.
    package subscript(name: String) -> String? {
      let prefix = name.lowercased() + ":"
      return fields.first { $0.lowercased().hasPrefix(prefix) }.map {
        String($0.dropFirst(prefix.count).drop { $0 == " " })
      }
    }
  }

  package enum Reply: Sendable {
    /// Status, field lines, body.
    case answer(Int, [String] = [], String = "")
    /// Takes the request and closes without a word.
    case drop
    /// Takes the request and says nothing until the client goes away.
    case hang
  }

  package let port: UInt16
  private let listener: Int32
  private let posts = Mutex([Post]())
  private let reply: @Sendable (Post, Int) -> Reply

  /// - Parameter reply: asked for each request, with its number from 0.
  package init(_ reply: @escaping @Sendable (Post, Int) -> Reply = { _, _ in .answer(204) }) throws
  {
    (listener, port) = try LoopbackSocket.listen()
    self.reply = reply
    let listener = listener
    Threads.start { [weak self] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        guard let self else {
          close(connection)
          return
        }
        Threads.start { self.serve(connection) }
      }
    }
  }

  deinit { stop() }

  package func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  package var url: String { "http://127.0.0.1:\(port)/hook" }

  /// Everything that arrived, in order.
  package var received: [Post] { posts.withLock { $0 } }

  private func serve(_ connection: Int32) {
    defer { close(connection) }
    var buffer: [UInt8] = []
    while let post = read(connection, &buffer) {
      let number = posts.withLock { posts in
        posts.append(post)
        return posts.count - 1
      }
      switch reply(post, number) {
      case .answer(let status, let fields, let body):
        let head =
          ["HTTP/1.1 \(status) Whatever", "Content-Length: \(status == 204 ? 0 : body.utf8.count)"]
          + fields
        let text = head.joined(separator: "\r\n") + "\r\n\r\n" + (status == 204 ? "" : body)
        guard LoopbackSocket.send(connection, Array(text.utf8)) else { return }
      case .drop: return
      case .hang:
        LoopbackSocket.awaitEnd(connection, milliseconds: 60_000)
        return
      }
    }
  }

  /// `nil` when the client is gone.
  private func read(_ connection: Int32, _ buffer: inout [UInt8]) -> Post? {
    var end: Int?
    while true {
      end = end ?? Self.endOfHeader(buffer)
      if let end {
        let lines = String(decoding: buffer[..<end], as: UTF8.self).split(separator: "\r\n")
        let length =
          lines.first { $0.lowercased().hasPrefix("content-length:") }
          .flatMap { Int($0.dropFirst(15).drop { $0 == " " }) } ?? 0
        if buffer.count >= end + length {
          let body = String(decoding: buffer[end..<(end + length)], as: UTF8.self)
          buffer.removeFirst(end + length)
          return Post(
            requestLine: String(lines.first ?? ""), fields: lines.dropFirst().map(String.init),
            body: body)
        }
      }
      var piece = [UInt8](repeating: 0, count: 65_536)
      let count = recv(connection, &piece, piece.count, 0)
      guard count > 0 else { return nil }
      buffer.append(contentsOf: piece[..<count])
    }
  }

  /// The index behind the empty line.
  private static func endOfHeader(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 4 else { return nil }
    for index in 3..<bytes.count
    where bytes[index] == 0x0A && bytes[index - 2] == 0x0A && bytes[index - 1] == 0x0D {
      return index + 1
    }
    return nil
  }
}
