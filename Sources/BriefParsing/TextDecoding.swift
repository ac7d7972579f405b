/// Which declaration inside a document names its encoding.
package enum EncodingDeclaration: Sendable {
  /// `<?xml encoding="…"?>`
  case xml
  /// `<meta charset>` and `<meta http-equiv="content-type">`, then as XML.
  case html
  case none
}

/// What a decoded text is and how it came to be.
package struct DecodedText: Hashable, Sendable {
  /// Valid UTF-8 without byte order mark.
  package var utf8: [UInt8]
  package var encoding: TextEncoding
  /// The document or its header named another encoding than the bytes are in.
  package var isMislabelled: Bool
  /// Bytes that meant nothing, each now U+FFFD.
  package var replacements: Int

  package var text: String { String(decoding: utf8, as: UTF8.self) }
}

/// From bytes to UTF-8, as header, byte order mark, declaration and the bytes themselves tell.
package enum TextDecoding {
  /// - Parameter contentType: the value of the header field (RFC 9110, 8.3); its charset goes
  /// before the declaration
  /// (RFC 7303, 3), unless the bytes contradict it.
  package static func decode(
    _ bytes: [UInt8], contentType: String? = nil, declaration: EncodingDeclaration = .xml
  ) -> DecodedText {
    var decoder = TextDecoder(
      startingWith: bytes, contentType: contentType, declaration: declaration)
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 8)
    decoder.append(bytes[...], isLast: true, into: &utf8)
    return DecodedText(
      utf8: utf8, encoding: decoder.encoding, isMislabelled: decoder.isMislabelled,
      replacements: decoder.replacements)
  }

  /// The `charset` parameter of a content type; `nil` when there is none, or when it says US-ASCII,
  /// which servers put there when they know nothing.
  static func charset(ofContentType contentType: String?) -> String? {
    guard let contentType else { return nil }
    for parameter in contentType.split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2,
        String(decoding: parts[0].utf8.filter { !$0.isXMLSpace }, as: UTF8.self).lowercased()
          == "charset"
      else { continue }
      return meaningful(label: String(parts[1]))
    }
    return nil
  }

  static func meaningful(label: String) -> String? {
    let bare = String(
      decoding: label.utf8.filter { !$0.isXMLSpace && $0 != 0x22 && $0 != 0x27 }
        .map(\.asciiLowercased), as: UTF8.self)
    return bare.isEmpty || bare == "us-ascii" || bare == "ascii" ? nil : bare
  }

  /// The label in an XML declaration at the beginning of `head`.
  static func xmlDeclarationLabel(in head: [UInt8]) -> String? {
    var start = 0
    // Blank lines before the declaration are an error (XML 1.0, 2.8) that many feeds make.
    while start < head.count, head[start].isXMLSpace { start += 1 }
    guard head.hasASCII("<?xml", at: start, before: head.count) else { return nil }
    let end = head.firstIndex(
      of: UInt8(ascii: ">"), from: start, before: min(head.count, start + 512))
    return label(after: "encoding", in: head, from: start, before: end)
  }

  /// The label in a `meta` element within the first 4 KiB (WHATWG HTML looks at 1 KiB; pages put
  /// scripts before it).
  static func htmlMetaLabel(in head: [UInt8]) -> String? {
    let end = min(head.count, 4096)
    var index = 0
    while index < end {
      index = head.firstIndex(of: UInt8(ascii: "<"), from: index, before: end)
      if head.hasASCII("<meta", at: index, before: end) {
        let close = head.firstIndex(of: UInt8(ascii: ">"), from: index, before: end)
        if let label = label(after: "charset", in: head, from: index, before: close) {
          return label
        }
        index = close
      }
      index += 1
    }
    return nil
  }

  private static func label(
    after name: StaticString, in head: [UInt8], from start: Int, before end: Int
  ) -> String? {
    var index = start
    while index < end, !head.hasASCII(name, at: index, before: end) { index += 1 }
    index += name.utf8CodeUnitCount
    while index < end, head[index].isXMLSpace { index += 1 }
    guard index < end, head[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    while index < end, head[index].isXMLSpace || head[index] == 0x22 || head[index] == 0x27 {
      index += 1
    }
    let first = index
    while index < end,
      head[index].isASCIILetterOrDigit || head[index] == 0x2D
        || head[index] == 0x5F || head[index] == 0x2E || head[index] == 0x3A
    {
      index += 1
    }
    return meaningful(label: String(decoding: head[first..<index], as: UTF8.self))
  }
}
