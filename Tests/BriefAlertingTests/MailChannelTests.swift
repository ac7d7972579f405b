import BriefAlerting
import BriefConfiguration
import BriefFetching
import BriefModel
import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: MailServerProcess.isInstalled, "needs python3 with aiosmtpd (PyPI)"))
struct MailChannelTests {
  private func channel(
    _ port: UInt16, security: MailServer.Security = .clearOnLoopback, host: String = "127.0.0.1",
    user: String? = nil, password: String? = nil, trust: TestCertificate? = nil,
    to recipients: [String] = ["a@example.org", "b@example.org"],
    labels: AlertLabels.Language = .english
  ) throws -> MailChannel {
    MailChannel(
      id: ChannelID("desk"),
      server: MailServer(
        host: host, port: port, security: security, user: user, password: password),
      from: try #require(MailAddress("brief-sync@example.org")),
      to: recipients.compactMap { MailAddress($0) }, labels: AlertLabels(labels),
      allowsPrivateAddresses: true,
      courier: Courier(environment: FetchEnvironment(trustAnchors: trust?.certificate)))
  }

  private func alert(_ title: String = "Gas market", kind: Change.Kind = .revised) throws
    -> OutgoingAlert
  {
    try AlertScene.outgoing(AlertScene.alert(try AlertScene.change(title: title, kind: kind)))
  }

  @Test func `a mail has its header, both texts and its recipients`() async throws {
    let server = try MailServerProcess("ok")
    #expect(try await channel(server.port).deliver(alert()) == .delivered(answer: "SMTP 250"))
    let mail = try #require(try await server.received(1).first)
    #expect(mail.sender == "brief-sync@example.org")
    #expect(mail.recipients == ["a@example.org", "b@example.org"])
    let key = "00000000-0000-4000-8000-000000000001.r7.c2.desk"
    #expect(
      mail.header == [
        "date": "Tue, 14 Nov 2023 22:13:20 +0000", "from": "brief-sync@example.org",
        "to": "a@example.org, b@example.org",
        "subject": "pism: revised silently (date): Gas market",
        "message-id": "<\(key)@example.org>",
        "in-reply-to": "<p.000102030405060708090a0b0c0d0e0f.desk@example.org>",
        "references": "<p.000102030405060708090a0b0c0d0e0f.desk@example.org>",
        "list-id": "<desk.brief-sync.example.org>", "auto-submitted": "auto-generated",
        "mime-version": "1.0",
        "content-type": "multipart/alternative; boundary=\"=_brief-sync-alternative\"",
      ])
    #expect(mail.mail.contains("by 1 December [-2023-] {+2024+} at the latest\r\n"))
    #expect(mail.mail.contains("<del>2023</del> <ins>2024</ins> at the late=\r\nst"))
    #expect(mail.mail.contains("https://example.org/83"))
  }

  @Test func `the mail of an addition is what later ones reply to`() async throws {
    let server = try MailServerProcess("ok")
    _ = try await channel(server.port).deliver(alert(kind: .added))
    let header = try #require(try await server.received(1).first).header
    #expect(header["message-id"] == "<p.000102030405060708090a0b0c0d0e0f.desk@example.org>")
    #expect(header["in-reply-to"] == nil)
  }

  @Test func `labels come in Polish as well`() async throws {
    let server = try MailServerProcess("ok")
    _ = try await channel(server.port, labels: .polish).deliver(alert("Rynek gazu"))
    let mail = try #require(try await server.received(1).first)
    let subject = try #require(mail.header["subject"])
    #expect(subject == "pism: zmieniono po cichu (data): Rynek gazu")
  }

  static let refusals: [(String, DeliveryResult)] = [
    ("recipient-refused", .park(reason: "SMTP: 550 5.1.1 no such user")),
    ("greylisted", .retry(answer: "SMTP: 451 4.7.1 try again later")),
    ("login-wanted", .retry(answer: "SMTP: 530 5.7.0 Authentication required")),
    ("mail-refused", .park(reason: "SMTP: 554 5.6.0 not this mail")),
    ("mail-delayed", .retry(answer: "SMTP: 452 4.3.1 no space")),
  ]

  @Test(arguments: refusals)
  func `a refusal has its verdict`(mode: String, expected: DeliveryResult) async throws {
    let server = try MailServerProcess(mode)
    let result = try await channel(server.port).deliver(alert())
    #expect(result == expected)
  }

  @Test func `an address that is gone keeps the mail from nobody else, and is named`() async throws
  {
    let server = try MailServerProcess("one-refused")
    let result = try await channel(server.port).deliver(alert())
    #expect(
      result
        == .delivered(answer: "SMTP 250", refused: "SMTP: 550 5.1.1 <a@example.org> is gone"))
    #expect(try await server.received(1).map(\.recipients) == [["b@example.org"]])
  }

  @Test func `a recipient that is put off has the mail sent again, under the same Message-ID`()
    async throws
  {
    let server = try MailServerProcess("one-put-off")
    let channel = try channel(server.port)
    let first = await channel.deliver(try alert())
    #expect(first == .retry(answer: "SMTP: 451 4.7.1 try again later"))
    #expect(await channel.deliver(try alert()) == .delivered(answer: "SMTP 250"))
    let mails = try await server.received(2)
    #expect(mails.map(\.recipients.count) == [1, 2])
    #expect(mails[0].header["message-id"] == mails[1].header["message-id"])
  }

  @Test func `a connection lost after the final dot is tried again under the same Message-ID`()
    async throws
  {
    let server = try MailServerProcess("drop-after-dot")
    let channel = try channel(server.port)
    guard case .retry = await channel.deliver(try alert()) else {
      Issue.record("not to be tried again")
      return
    }
    #expect(await channel.deliver(try alert()) == .delivered(answer: "SMTP 250"))
    let mails = try await server.received(2)
    #expect(mails[0] == mails[1])
  }

  @Test func `STARTTLS is used, and nothing is sent without`() async throws {
    let certificate = try TestCertificate()
    let secure = try MailServerProcess("ok", certificate: certificate)
    let clear = try MailServerProcess("ok")
    #expect(
      try await channel(secure.port, security: .startTLS, trust: certificate).deliver(alert())
        == .delivered(answer: "SMTP 250"))
    #expect(try await secure.received(1).map(\.tls) == [true])
    #expect(
      try await channel(secure.port, security: .startTLS).deliver(alert())
        == .retry(
          answer: "the receiver's certificate is not to be trusted: it is signed by itself"))
    #expect(
      try await channel(clear.port, security: .startTLS, trust: certificate).deliver(alert())
        == .retry(answer: "the receiver offers no TLS, and nothing is sent without"))
  }

  @Test func `a login is made, and a wrong one waits to be mended`() async throws {
    let certificate = try TestCertificate()
    let server = try MailServerProcess("login", certificate: certificate)
    func attempt(_ password: String) async throws -> DeliveryResult {
      try await channel(
        server.port, security: .startTLS, user: "desk", password: password, trust: certificate
      ).deliver(alert())
    }
    #expect(try await attempt("hush") == .delivered(answer: "SMTP 250"))
    #expect(try await server.received(1).map(\.user) == ["desk"])
    let wrong = try await attempt("wrong")
    #expect(
      wrong == .retry(answer: "the receiver refused the user name or password"))
  }

  static let addresses: [(String, Bool)] = [
    ("a@example.org", true), ("a.b+c@sub.example.org", true), ("a@localhost", true),
    ("", false), ("a", false), ("a@", false), ("@b", false), ("a@b@c", false),
    ("a@b\r\nRCPT TO:<c@d>", false), ("a\n@b", false), ("<a@b>", false), ("a b@c", false),
    ("-oQ@example.org", false), ("\"a b\"@c", false), ("a@[127.0.0.1]", false), ("a@b..c", false),
    ("ą@example.org", false), ("a@b,c@d", false), ("a@\u{0}b", false),
  ]

  @Test(arguments: addresses)
  func `an address is plain or refused`(text: String, isGood: Bool) {
    #expect((MailAddress(text) != nil) == isGood)
  }
}
