// The services' messages, member by member as they document them.

struct SlackMessage: Encodable {
  var text: String
  private var mrkdwn = false
  private var unfurlsLinks = false
  private var unfurlsMedia = false

  init(text: String) { self.text = text }

  private enum CodingKeys: String, CodingKey {
    case text, mrkdwn
    case unfurlsLinks = "unfurl_links"
    case unfurlsMedia = "unfurl_media"
  }
}

struct MattermostMessage: Encodable { var text: String }

struct DiscordMessage: Encodable {
  private struct Mentions: Encodable { var parse: [String] = [] }

  var content: String
  private var mentions = Mentions()
  private var flags = 4  // SUPPRESS_EMBEDS

  init(content: String) { self.content = content }

  private enum CodingKeys: String, CodingKey {
    case content
    case mentions = "allowed_mentions"
    case flags
  }
}

struct TelegramMessage: Encodable {
  private struct Preview: Encodable {
    var isDisabled = true
    enum CodingKeys: String, CodingKey { case isDisabled = "is_disabled" }
  }

  var chat: String
  var text: String
  private var mode = "HTML"
  private var preview = Preview()

  init(chat: String, text: String) {
    self.chat = chat
    self.text = text
  }

  private enum CodingKeys: String, CodingKey {
    case chat = "chat_id"
    case text
    case mode = "parse_mode"
    case preview = "link_preview_options"
  }
}

/// A notice: other bots do not answer it. With `m.mentions` empty nobody is called.
struct MatrixMessage: Encodable {
  private struct Mentions: Encodable {
    private enum None: CodingKey {}
    func encode(to encoder: any Encoder) throws { _ = encoder.container(keyedBy: None.self) }
  }

  private var type = "m.notice"
  var body: String
  var format: String?
  var html: String?
  private var mentions = Mentions()

  /// - Parameter html: `nil` where it would be too long.
  init(body: String, html: String?) {
    self.body = body
    self.html = html
    format = html.map { _ in "org.matrix.custom.html" }
  }

  private enum CodingKeys: String, CodingKey {
    case type = "msgtype"
    case body, format
    case html = "formatted_body"
    case mentions = "m.mentions"
  }
}

struct NtfyMessage: Encodable {
  var topic: String
  var title: String
  var message: String
  var click: String?
}
