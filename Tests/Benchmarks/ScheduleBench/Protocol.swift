import BriefModel
import Foundation

/// One line of the protocol: `init` or `poll`.
struct Request: Decodable {
  var op: String
  var feeds: Int?
  var budget: Double?
  var start: Double?
  var window: Int?
  var feed: String?
  var now: Double?
  var posts: [Double]?
  var status: Int?
}

/// Answers lines until the input ends; a line that cannot be answered gets `{"error": ...}`.
struct Session {
  private var follower: Follower?

  mutating func answer(_ line: String) -> String {
    guard let request = try? JSONDecoder().decode(Request.self, from: Data(line.utf8)) else {
      return #"{"error":"no JSON object with op"}"#
    }
    switch request.op {
    case "init":
      guard let budget = request.budget, budget > 0 else {
        return #"{"error":"init needs a budget above 0"}"#
      }
      follower = Follower(budget: budget, window: request.window)
      return "{}"
    case "poll":
      guard follower != nil else { return #"{"error":"init comes first"}"# }
      guard let feed = request.feed, let now = request.now.flatMap(Timestamp.init(epoch:)) else {
        return #"{"error":"poll needs feed and now"}"#
      }
      let posts = (request.posts ?? []).compactMap(Timestamp.init(epoch:))
      let next = follower?.polled(feed, at: now, posts: posts) ?? now
      return #"{"next":\#(next.seconds)}"#
    default:
      return #"{"error":"op is init or poll"}"#
    }
  }
}

extension Timestamp {
  /// `nil` for what is no moment of the years 0 to 9999.
  init?(epoch: Double) {
    guard epoch >= -62_167_219_200, epoch <= 253_402_300_799 else { return nil }
    self.init(seconds: Int64(epoch.rounded(.up)))
  }
}
