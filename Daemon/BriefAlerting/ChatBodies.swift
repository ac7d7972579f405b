import BriefModel

/// The limits that the services document, less a margin, in UTF-8 bytes: no service counts a
/// character as more than its bytes.
enum ChatLimits {
  /// api.slack.com: the text of a message should have up to 4,000 characters.
  static let slack = 3_900
  /// Mattermost takes 16,383 characters, servers set up before 5.0 4,000.
  static let mattermost = 3_900
  /// Discord: `content` has up to 2,000 characters.
  static let discord = 1_950
  /// Telegram: 4,096 characters after the entities are read.
  static let telegram = 4_000
  /// Matrix: an event has up to 65,536 bytes, both bodies and the frame together.
  static let matrix = 20_000
  /// ntfy: a message over 4,096 bytes becomes an attachment.
  static let ntfy = 3_900
  /// ntfy: a title has up to 250 characters.
  static let ntfyTitle = 240
}

extension AlertStory {
  /// An incoming webhook's message. Slack reads `& < >` alone; markup is switched off.
  func slack(_ labels: AlertLabels) throws -> String {
    let lines = plainLines(labels: labels).map { line in
      // Slack's three, not HTML's five.
      line.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
    return try JSONText.encode(SlackMessage(text: Self.joined(lines, limit: ChatLimits.slack)))
  }

  /// Markdown with nobody mentioned.
  func mattermost(_ labels: AlertLabels) throws -> String {
    let text = Self.joined(markdownLines(labels), limit: ChatLimits.mattermost)
    return try JSONText.encode(MattermostMessage(text: text))
  }

  /// Markdown with nobody mentioned and no previews of links.
  func discord(_ labels: AlertLabels) throws -> String {
    let text = Self.joined(markdownLines(labels), limit: ChatLimits.discord)
    return try JSONText.encode(DiscordMessage(content: text))
  }

  func telegram(chat: String, _ labels: AlertLabels) throws -> String {
    let text = Self.joined(telegramLines(labels), limit: ChatLimits.telegram)
    return try JSONText.encode(TelegramMessage(chat: chat, text: text))
  }

  func matrix(_ labels: AlertLabels) throws -> String {
    let html = html(labels: labels)
    return try JSONText.encode(
      MatrixMessage(
        body: Self.joined(plainLines(labels: labels), limit: ChatLimits.matrix),
        html: html.utf8.count <= ChatLimits.matrix ? html : nil))
  }

  func ntfy(topic: String, _ labels: AlertLabels) throws -> String {
    let lines = Array(plainLines(labels: labels).dropFirst().drop { $0.isEmpty || $0 == link })
    return try JSONText.encode(
      NtfyMessage(
        topic: topic, title: headline.clipped(to: ChatLimits.ntfyTitle),
        message: Self.joined(lines, limit: ChatLimits.ntfy), click: link))
  }

  private func markdownLines(_ labels: AlertLabels) -> [String] {
    plainLines(labels: labels).map { line in
      // A link in angle brackets is one as it is, and nothing in it is markup; but a name may be
      // called even there (RFC 3986, 2.1: `%40` means the same).
      line == link || line.hasPrefix("  http")
        ? "<\(line.drop { $0 == " " }.replacing("@", with: "%40"))>" : Self.markdown(line)
    }
  }

  /// Every character with a meaning in Markdown escaped, and no name called: a word joiner behind
  /// the
  /// `@`, which is not seen.
  static func markdown(_ text: String) -> String {
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if "\\`*_{}[]()#+-.!|~<>:".unicodeScalars.contains(scalar) { safe.append("\\") }
      safe.append(scalar)
      if scalar == "@" { safe.append("\u{2060}") }
    }
    return String(safe)
  }

  private func telegramLines(_ labels: AlertLabels) -> [String] {
    func text(_ text: String) -> String {
      MarkupEscape.escaped(text).replacing("@", with: "@\u{2060}").replacing("&#39;", with: "'")
    }
    var lines = ["<b>\(text(headline))</b>"]
    if let link { lines.append(MarkupEscape.escaped(link)) }
    if !facts.isEmpty { lines.append("") }
    lines += facts.map { "\(text($0.label)): \(text($0.value))" }
    for edit in edits {
      let words = [
        text(edit.contextBefore), edit.before.isEmpty ? "" : "<s>\(text(edit.before))</s>",
        edit.after.isEmpty ? "" : "<u>\(text(edit.after))</u>", text(edit.contextAfter),
      ]
      lines += [
        "", "<i>\(text(edit.label))</i>", words.filter { !$0.isEmpty }.joined(separator: " "),
      ]
    }
    if !items.isEmpty { lines.append("") }
    for item in items {
      lines.append(
        item.link.map { "• <a href=\"\(MarkupEscape.escaped($0))\">\(text(item.headline))</a>" }
          ?? "• \(text(item.headline))")
    }
    if omitted > 0 { lines += ["", text(labels.more(omitted))] }
    if let lookUp { lines += ["", "<code>\(text(lookUp))</code>"] }
    return lines
  }
}
