import Foundation

/// A request on the control socket: HTTP/1.1 without a body (RFC 9112).
struct ControlRequest: Hashable, Sendable {
  var method: String
  /// The parts of the path between slashes, decoded.
  var path: [String]
  /// Decoded; the last of equal names counts.
  var query: [String: String]

  /// `nil` when the bytes are no request that this server serves.
  init?(_ bytes: [UInt8]) {
    guard let line = String(bytes: bytes.prefix { $0 != 0x0d && $0 != 0x0a }, encoding: .utf8)
    else { return nil }
    let words = line.split(separator: " ")
    guard words.count == 3, words[2].hasPrefix("HTTP/1."), words[1].hasPrefix("/") else {
      return nil
    }
    method = String(words[0])
    let target = words[1].split(separator: "?", maxSplits: 1)
    path = target[0].split(separator: "/").map { $0.removingPercentEncoding ?? String($0) }
    query = [:]
    guard target.count == 2 else { return }
    for pair in target[1].split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1).map {
        $0.removingPercentEncoding ?? String($0)
      }
      if sides.count == 2 { query[sides[0]] = sides[1] }
    }
  }
}

struct ControlAnswer: Hashable, Sendable {
  var status: Int
  var type = "text/plain; charset=utf-8"
  var body: String

  static func text(_ status: Int, _ sentence: String) -> ControlAnswer {
    ControlAnswer(status: status, body: sentence + "\n")
  }

  var bytes: [UInt8] {
    let reasons = [
      200: "OK", 202: "Accepted", 400: "Bad Request", 403: "Forbidden", 404: "Not Found",
      405: "Method Not Allowed", 422: "Unprocessable Content", 500: "Internal Server Error",
      503: "Service Unavailable",
    ]
    let head = [
      "HTTP/1.1 \(status) \(reasons[status] ?? "Unknown")", "Content-Type: \(type)",
      "Content-Length: \(body.utf8.count)", "Connection: close", "", "",
    ]
    return Array((head.joined(separator: "\r\n") + body).utf8)
  }
}

/// Who speaks on the control socket (unix(7), SO_PEERCRED).
struct ControlPeer: Hashable, Sendable {
  var user: UInt32
  var process: Int32

  /// Those who own the service may change what it does; all others whom the socket lets in, the
  /// group's members, may read and have sources polled, which harms no one.
  func mayChange(owner: UInt32) -> Bool { user == 0 || user == owner }
}
