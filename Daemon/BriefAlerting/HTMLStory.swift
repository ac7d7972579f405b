/// A story as HTML, in the few elements that every reader of mail and chat knows.
extension AlertStory {
  /// A fragment; all text in it is escaped.
  func html(labels: AlertLabels) -> String {
    var parts = ["<p><b>\(Self.escaped(headline))</b></p>"]
    if let link {
      parts.append("<p><a href=\"\(Self.escaped(link))\">\(Self.escaped(link))</a></p>")
    }
    if !facts.isEmpty {
      let lines = facts.map { "\(Self.escaped($0.label)): \(Self.escaped($0.value))" }
      parts.append("<p>\(lines.joined(separator: "<br>"))</p>")
    }
    for edit in edits { parts.append("<p><i>\(Self.escaped(edit.label))</i><br>\(edit.html)</p>") }
    if !items.isEmpty {
      let lines = items.map { item in
        let text = Self.escaped(item.headline)
        guard let link = item.link else { return "<li>\(text)</li>" }
        return "<li><a href=\"\(Self.escaped(link))\">\(text)</a></li>"
      }
      parts.append("<ul>\(lines.joined())</ul>")
    }
    if omitted > 0 { parts.append("<p>\(Self.escaped(labels.more(omitted)))</p>") }
    if let lookUp { parts.append("<p><code>\(Self.escaped(lookUp))</code></p>") }
    return parts.joined(separator: "\n")
  }

  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension AlertStory.Edit {
  fileprivate var html: String {
    let parts = [
      AlertStory.escaped(contextBefore),
      before.isEmpty ? "" : "<del>\(AlertStory.escaped(before))</del>",
      after.isEmpty ? "" : "<ins>\(AlertStory.escaped(after))</ins>",
      AlertStory.escaped(contextAfter),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
