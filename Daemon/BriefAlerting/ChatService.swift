import BriefFetching
import Foundation

/// A service that shows messages to people, with what it takes to post there. Addresses and tokens
/// are secrets: never printed.
package enum ChatService: Hashable, Sendable {
  /// An incoming webhook.
  case slack(url: String)
  /// An incoming webhook.
  case mattermost(url: String)
  /// A webhook of a channel.
  case discord(url: String)
  /// A bot and the chat that it writes to. `server` is `https://api.telegram.org` or one's own.
  case telegram(server: String, token: String, chat: String)
  /// A room's id (`!abc:example.org`) on a home server.
  case matrix(server: String, token: String, room: String)
  /// `token` is `nil` for an open topic.
  case ntfy(server: String, topic: String, token: String?)
}

extension ChatService: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String {
    switch self {
    case .slack: "Slack"
    case .mattermost: "Mattermost"
    case .discord: "Discord"
    case .telegram: "Telegram"
    case .matrix: "Matrix"
    case .ntfy: "ntfy"
    }
  }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// One request to a service.
struct ChatRequest: Sendable {
  var url: String
  var fields: [HeaderField]
  var body: String
  var isPut = false
}

extension ChatService {
  /// `nil` when an address, token or name cannot stand in a request.
  func request(_ story: AlertStory, key: String, labels: AlertLabels) throws -> ChatRequest? {
    let type = HeaderField("Content-Type", "application/json")
    switch self {
    case .slack(let url):
      return ChatRequest(url: url, fields: [type], body: try story.slack(labels))
    case .mattermost(let url):
      return ChatRequest(url: url, fields: [type], body: try story.mattermost(labels))
    case .discord(let url):
      return ChatRequest(url: url, fields: [type], body: try story.discord(labels))
    case .telegram(let server, let token, let chat):
      guard let token = Self.segment(token, allowing: ":") else { return nil }
      return ChatRequest(
        url: "\(Self.base(server))/bot\(token)/sendMessage", fields: [type],
        body: try story.telegram(chat: chat, labels))
    case .matrix(let server, let token, let room):
      guard let room = Self.segment(room), let key = Self.segment(key) else { return nil }
      return ChatRequest(
        url: "\(Self.base(server))/_matrix/client/v3/rooms/\(room)/send/m.room.message/\(key)",
        fields: [type, HeaderField("Authorization", "Bearer \(token)")],
        body: try story.matrix(labels), isPut: true)
    case .ntfy(let server, let topic, let token):
      let fields = token.map { [type, HeaderField("Authorization", "Bearer \($0)")] } ?? [type]
      return ChatRequest(
        url: Self.base(server) + "/", fields: fields, body: try story.ntfy(topic: topic, labels))
    }
  }

  private static func base(_ server: String) -> String {
    server.hasSuffix("/") ? String(server.dropLast()) : server
  }

  /// One segment of a path, percent-encoded; `nil` when it is empty or would leave its place.
  private static func segment(_ text: String, allowing extra: String = "") -> String? {
    guard !text.isEmpty, text != ".", text != ".." else { return nil }
    var allowed = CharacterSet(
      charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
    allowed.insert(charactersIn: extra)
    return text.addingPercentEncoding(withAllowedCharacters: allowed)
  }
}
