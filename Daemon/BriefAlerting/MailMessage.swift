import BriefConfiguration
import BriefModel

/// An alert as a mail (RFC 5322, RFC 2046): the same bytes on every attempt.
struct MailMessage: Sendable {
  let sender: MailAddress
  let recipients: [MailAddress]
  let alert: OutgoingAlert
  let document: AlertDocument
  let labels: AlertLabels

  /// The whole mail in CR LF lines.
  var text: String {
    let story = AlertStory(document, labels: labels)
    let boundary = "=_brief-sync-alternative"  // cannot stand in quoted-printable text
    return header(story, boundary: boundary) + "\r\n"
      + part("text/plain", story.plainLines(labels: labels), boundary: boundary)
      + part("text/html", html(story), boundary: boundary)
      + "--\(boundary)--\r\n"
  }

  private func header(_ story: AlertStory, boundary: String) -> String {
    var header =
      "Date: \(MIMEText.date(alert.created.seconds))\r\n"
      + "From: \(sender)\r\n"
      + "To: \(recipients.map(\.text).joined(separator: ",\r\n "))\r\n"
      + MIMEText.field("Subject", story.headline)
      + "Message-ID: \(messageID)\r\n"
    if let thread, thread != messageID {
      header += "In-Reply-To: \(thread)\r\nReferences: \(thread)\r\n"
    }
    return header
      + "List-Id: <\(alert.channel).brief-sync.\(sender.domain)>\r\n"
      + "Auto-Submitted: auto-generated\r\n"  // RFC 3834: nobody's holiday notice comes back
      + "MIME-Version: 1.0\r\n"
      + "Content-Type: multipart/alternative; boundary=\"\(boundary)\"\r\n"
  }

  /// The mail of an addition has its publication's name, so that every later one can point to it
  /// without asking the store; all others have their key's.
  private var messageID: String {
    if document.change?.kind == "added", let thread { return thread }
    return "<\(Self.idPart(alert.key))@\(sender.domain)>"
  }

  private var thread: String? {
    alert.publication.map {
      "<p.\($0.hexadecimal).\(Self.idPart(alert.channel.rawValue))@\(sender.domain)>"
    }
  }

  /// Letters, digits, dots, hyphens and underscores as they are, other bytes as `=XX`.
  private static func idPart(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain =
        (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A)
        || (byte >= 0x61 && byte <= 0x7A) || byte == 0x2E || byte == 0x2D || byte == 0x5F
      return isPlain ? String(Unicode.Scalar(byte)) : "=" + String(byte, radix: 16)
    }.joined()
  }

  private func part(_ type: String, _ lines: [String], boundary: String) -> String {
    "--\(boundary)\r\nContent-Type: \(type); charset=utf-8\r\n"
      + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + MIMEText.quotedPrintable(lines)
  }

  private func html(_ story: AlertStory) -> [String] {
    ["<!DOCTYPE html>", "<html><head><meta charset=\"utf-8\"></head><body>"]
      + story.html(labels: labels).split(separator: "\n").map(String.init) + ["</body></html>"]
  }
}
