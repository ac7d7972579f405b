import BriefAlerting
import BriefConfiguration
import BriefModel
import Foundation
import Synchronization
import TestSupport
import Testing

/// Whatever a publisher writes stays a title, in every channel.
@Suite struct HostileTitleTests {
  private func alerts() throws -> [OutgoingAlert] {
    try HostileTitles.all.map { title in
      var change = try AlertScene.change(title: title)
      change.publication.link = "https://example.org/?q=\(title.prefix(2_000))"
      change.publication.series = title
      change.differences[0].before = title
      change.differences[0].after = title
      return try AlertScene.outgoing(AlertScene.alert(change))
    }
  }

  /// Neither a control character nor one that turns the direction of text.
  private func isVisible(_ text: some StringProtocol, butLineFeeds: Bool = false) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      if scalar == "\n" { return butLineFeeds }
      return scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
        && ![0x2028, 0x2029, 0xFEFF].contains(scalar.value)
        && !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
    }
  }

  @Test func `the journal gets one visible line`() async throws {
    let lines = Mutex([String]())
    let channel = JournalChannel(id: ChannelID("log"), withPriority: false) { line in
      lines.withLock { $0.append(line) }
      return true
    }
    for alert in try alerts() { _ = await channel.deliver(alert) }
    let written = lines.withLock { $0 }
    #expect(written.count == HostileTitles.all.count)
    for line in written {
      #expect(line.hasSuffix("\n"))
      #expect(isVisible(line.dropLast()))
      #expect(line.hasPrefix("pism "))
      #expect(line.utf8.count < 4_000)
      // The fields of ours stand once: a title cannot forge another.
      #expect(line.components(separatedBy: " rule=everything channel=desk ").count == 2)
    }
  }

  @Test func `a webhook gets JSON with the title in it and headers of ours alone`() async throws {
    let receiver = try AlertReceiver()
    let channel = WebhookChannel(
      id: ChannelID("desk"), url: receiver.url, secret: WebhookSecret("s"),
      allowsPrivateAddresses: true, courier: Courier(), now: { Timestamp(seconds: 1) })
    for alert in try alerts() {
      #expect(await channel.deliver(alert) == .delivered(answer: "HTTP 204"))
    }
    let posts = receiver.received
    #expect(posts.count == HostileTitles.all.count)
    for (post, title) in zip(posts, HostileTitles.all) {
      #expect(
        post.fields.map { $0.prefix { $0 != ":" }.lowercased() } == [
          "host", "accept", "content-type", "user-agent", "webhook-id", "webhook-timestamp",
          "webhook-signature", "content-length",
        ])
      #expect(post.body.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
      let object = try JSONSerialization.jsonObject(with: Data(post.body.utf8)) as? [String: Any]
      let publication = object?["publication"] as? [String: Any]
      let sent = try #require(publication?["title"] as? String)
      #expect(
        sent == title || (title.utf8.count > 2_000 && sent.utf8.suffix(3).elementsEqual("…".utf8)))
    }
  }

  @Test func `every service gets JSON with a visible text`() async throws {
    let receiver = try AlertReceiver { _, _ in .answer(200) }
    let server = "http://127.0.0.1:\(receiver.port)"
    let services: [ChatService] = [
      .slack(url: server), .mattermost(url: server), .discord(url: server),
      .telegram(server: server, token: "t", chat: "c"),
      .matrix(server: server, token: "t", room: "!r"),
      .ntfy(server: server, topic: "t", token: nil),
    ]
    for service in services {
      let channel = ChatChannel(
        id: ChannelID("desk"), service: service, allowsPrivateAddresses: true, courier: Courier(),
        now: { Timestamp(seconds: 1) })
      for alert in try alerts() {
        #expect(await channel.deliver(alert) == .delivered(answer: "HTTP 200"))
      }
    }
    let posts = receiver.received
    #expect(posts.count == HostileTitles.all.count * services.count)
    for post in posts {
      let object = try JSONSerialization.jsonObject(with: Data(post.body.utf8)) as? [String: Any]
      let texts = (object ?? [:]).values.compactMap { $0 as? String }
      #expect(texts.allSatisfy { isVisible($0, butLineFeeds: true) })
      let markup = object?["formatted_body"] as? String ?? ""
      let telegram = object?["parse_mode"] == nil ? "" : object?["text"] as? String ?? ""
      for html in [markup, telegram] {
        #expect(
          !html.contains("<script") && !html.contains("<img") && !html.contains("href=\"j"))
      }
      let slack = object?["mrkdwn"] == nil ? "" : object?["text"] as? String ?? ""
      #expect(!slack.contains("<"))
      if object?["content"] != nil { #expect(texts.allSatisfy { !$0.contains("@everyone") }) }
    }
  }

  @Test(.enabled(if: MailServerProcess.isInstalled, "needs python3 with aiosmtpd (PyPI)"))
  func `a mail has the header fields of ours alone, in short lines`() async throws {
    let server = try MailServerProcess("ok")
    let sender = try #require(MailAddress("brief-sync@example.org"))
    let channel = MailChannel(
      id: ChannelID("desk"),
      server: MailServer(host: "127.0.0.1", port: server.port, security: .clearOnLoopback),
      from: sender, to: [sender], courier: Courier())
    for alert in try alerts() {
      #expect(await channel.deliver(alert) == .delivered(answer: "SMTP 250"))
    }
    let mails = try await server.received(HostileTitles.all.count)
    for mail in mails {
      #expect(mail.recipients == ["brief-sync@example.org"])
      #expect(
        mail.header.keys.sorted() == [
          "auto-submitted", "content-type", "date", "from", "in-reply-to", "list-id", "message-id",
          "mime-version", "references", "subject", "to",
        ])
      #expect(mail.mail.utf8.allSatisfy { $0 < 0x7F && ($0 >= 0x20 || $0 == 0x0A || $0 == 0x0D) })
      let lines = mail.mail.components(separatedBy: "\r\n")
      #expect(
        lines.allSatisfy { $0.utf8.count <= 78 && !$0.utf8.contains(0x0A) && !$0.hasPrefix(".") })
      let html = mail.mail.components(separatedBy: "<!DOCTYPE html>").dropFirst().joined()
      #expect(
        !html.contains("<script") && !html.contains("<img") && !html.contains("href=3D\"j"))
    }
  }

  @Test func `a program gets the title on its standard input alone`() async throws {
    let channel = CommandChannel(
      id: ChannelID("desk"),
      command: AlertCommand(arguments: [
        "/bin/sh", "-c", "test $# = 0 && test \"$(env | wc -l)\" -le 7 && cat > /dev/null",
      ]), runner: LocalRunner())
    for alert in try alerts().prefix(30) {
      #expect(await channel.deliver(alert) == .delivered(answer: "exit 0"))
    }
  }
}
