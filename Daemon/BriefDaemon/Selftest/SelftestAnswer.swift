/// What the publisher of the self-test sends.
enum SelftestAnswer {
  /// An answer as HTTP/1.1 has it, with a right Content-Length.
  static func http(
    _ status: String = "200 OK", fields: [String] = [], _ body: [UInt8] = []
  ) -> [UInt8] {
    let head =
      ["HTTP/1.1 \(status)", "Content-Length: \(body.count)", "Connection: close"] + fields
    return Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
  }

  static func feed(_ entries: [(id: String, text: String)], fields: [String] = []) -> [UInt8] {
    http(fields: ["Content-Type: application/rss+xml"] + fields, Array(rss(entries).utf8))
  }

  /// Entries in their order, each a day older than the one before.
  static func rss(_ entries: [(id: String, text: String)]) -> String {
    let items = entries.enumerated().map { place, entry in
      let day = String(28 - place)
      return """
        <item><guid isPermaLink="false">\(entry.id)</guid><title>Brief \(entry.id)</title>
        <pubDate>\(day) Jan 2021 09:00:00 GMT</pubDate><description>\(entry.text)</description></item>
        """
    }
    return
      "<rss version=\"2.0\"><channel><title>Self-test</title>\(items.joined())</channel></rss>"
  }

  /// A feed in windows-1251 that says so in its declaration alone.
  static func cyrillic(title: String) -> [UInt8] {
    let text = """
      <?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>T</title>\
      <item><guid isPermaLink="false">ru</guid><title>\(title)</title></item></channel></rss>
      """
    let bytes = text.unicodeScalars.map { scalar -> UInt8 in
      // The letters from А to я lie together there, in the order of Unicode.
      (0x410...0x44F).contains(scalar.value)
        ? UInt8(truncatingIfNeeded: scalar.value - 0x410 + 0xC0)
        : UInt8(truncatingIfNeeded: scalar.value)
    }
    return http(fields: ["Content-Type: application/rss+xml"], bytes)
  }

  /// A gzip member (RFC 1952) with one stored block (RFC 1951, 3.2.4) that ends in its middle, under
  /// a Content-Length that is right for what is sent: only the format tells.
  static func cutGzip(_ entries: [(id: String, text: String)], fields: [String]) -> [UInt8] {
    let document = Array(rss(entries).utf8.prefix(0xFFFF))
    let length = UInt16(document.count)
    let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 1]
    let sizes = [length, ~length].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    return http(
      fields: ["Content-Encoding: gzip"] + fields,
      header + sizes + document.prefix(document.count / 2))
  }
}
