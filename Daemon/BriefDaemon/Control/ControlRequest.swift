import Foundation
import NIOHTTP1

/// What is asked of the control socket; none of its requests has a body that counts.
struct ControlRequest: Hashable, Sendable {
  var method: String
  /// The parts of the path between slashes, decoded.
  var path: [String]
  /// Decoded; the last of equal names counts.
  var query: [String: String]

  init(_ head: HTTPRequestHead) {
    method = head.method.rawValue
    let target = head.uri.split(separator: "?", maxSplits: 1)
    path = (target.first ?? "").split(separator: "/").map(Self.decoded)
    query = [:]
    guard target.count == 2 else { return }
    for pair in target[1].split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1).map(Self.decoded)
      if sides.count == 2 { query[sides[0]] = sides[1] }
    }
  }

  var wantsNoContent: Bool { method == "HEAD" }

  private static func decoded(_ part: Substring) -> String {
    part.removingPercentEncoding ?? String(part)
  }
}

struct ControlAnswer: Hashable, Sendable {
  var status: Int
  var type = "text/plain; charset=utf-8"
  var body: String

  static func text(_ status: Int, _ sentence: String) -> ControlAnswer {
    ControlAnswer(status: status, body: sentence + "\n")
  }

  var head: HTTPResponseHead {
    HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: status),
      headers: [
        "Content-Type": type, "Content-Length": "\(body.utf8.count)", "Connection": "close",
      ])
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
