import CCurl

/// Writes a conversation down, line by line, without its secrets: no path of an address, no
/// password, no token. Touched by the courier's thread alone.
final class Transcript {
  /// UTF-8 bytes of a line that are shown.
  private static let line = 500
  /// Bytes of a body that are shown.
  private static let body = 8_000
  private let write: @Sendable (String) -> Void
  /// Between a login and the server's verdict on it.
  private var hidesLogin = false

  private let secrets: HiddenWords

  init(hiding secrets: HiddenWords, _ write: @escaping @Sendable (String) -> Void) {
    self.secrets = secrets
    self.write = write
  }

  func note(_ kind: curl_infotype, _ bytes: UnsafeRawBufferPointer) {
    let lines = String(decoding: secrets.hidden(in: bytes.prefix(Self.body)), as: UTF8.self)
      .split(omittingEmptySubsequences: true, whereSeparator: \.isNewline)
    switch kind {
    case CURLINFO_TEXT:
      for line in lines where Self.isTold(line) { say("*", String(line)) }
    case CURLINFO_HEADER_OUT:
      for (index, line) in lines.enumerated() { say(">", sent(String(line), isFirst: index == 0)) }
    case CURLINFO_HEADER_IN:
      for line in lines {
        if !line.hasPrefix("334") { hidesLogin = false }
        say("<", String(line))
      }
    case CURLINFO_DATA_OUT: for line in lines { say(">", String(line)) }
    case CURLINFO_DATA_IN: for line in lines { say("<", String(line)) }
    default: break
    }
  }

  private func say(_ mark: String, _ text: String) {
    write("\(mark) \(SafeText.line(text, limit: Self.line))")
  }

  /// libcurl's notes name paths and fields too: only those of connecting are passed on.
  private static func isTold(_ line: Substring) -> Bool {
    let text = line.drop { $0 == " " }
    return [
      "Connected to", "SSL connection using", "subject:", "issuer:", "SSL certificate",
      "Could not resolve", "connect to", "Failed to connect", "Operation timed out",
      "Closing connection", "STARTTLS",
    ].contains { text.hasPrefix($0) }
  }

  private func sent(_ line: String, isFirst: Bool) -> String {
    let hidden = "(not shown)"
    if hidesLogin { return hidden }
    let words = line.split(separator: " ")
    if words.first == "AUTH" {
      hidesLogin = true
      return words.prefix(2).joined(separator: " ") + (words.count > 2 ? " \(hidden)" : "")
    }
    if isFirst, words.count >= 3, let last = words.last, last.hasPrefix("HTTP/") {
      return "\(words[0]) \(hidden) \(last)"
    }
    if line.lowercased().hasPrefix("authorization:") { return "Authorization: \(hidden)" }
    return line
  }
}
