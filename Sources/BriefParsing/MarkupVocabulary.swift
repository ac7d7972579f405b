/// What an element of HTML does to the text around it.
enum MarkupElement: Sendable {
  case inline, block, line, cell, heading
  /// Shows nothing; with the beginning of its end tag.
  case hidden(endTag: StaticString)
}

/// The elements by name, found without making a string of it.
struct MarkupVocabulary: Sendable {
  static let shared = MarkupVocabulary()

  private var slots = [(name: UInt64, element: MarkupElement)](repeating: (0, .inline), count: 256)

  private init() {
    let blocks: [StaticString] = [
      "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
      "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
      "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre",
      "section", "summary", "table", "tbody", "tfoot", "thead", "title", "tr", "ul", "video",
      "audio", "iframe", "object",
    ]
    for name in blocks { add(name, .block) }
    for name in ["h1", "h2", "h3", "h4", "h5", "h6"] as [StaticString] { add(name, .heading) }
    add("br", .line)
    add("td", .cell)
    add("th", .cell)
    add("script", .hidden(endTag: "</script"))
    add("style", .hidden(endTag: "</style"))
    add("template", .hidden(endTag: "</template"))
    add("applet", .hidden(endTag: "</applet"))
    add("noembed", .hidden(endTag: "</noembed"))
    add("noframes", .hidden(endTag: "</noframes"))
  }

  /// By the letters of the name in lower case, the last in the lowest byte; of long names the last
  /// eight.
  subscript(name: UInt64) -> MarkupElement {
    var slot = Self.slot(name)
    while slots[slot].name != 0 {
      if slots[slot].name == name { return slots[slot].element }
      slot = (slot + 1) & 255
    }
    return .inline
  }

  private mutating func add(_ name: StaticString, _ element: MarkupElement) {
    let packed = name.withUTF8Buffer { $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
    var slot = Self.slot(packed)
    while slots[slot].name != 0 { slot = (slot + 1) & 255 }
    slots[slot] = (packed, element)
  }

  private static func slot(_ name: UInt64) -> Int {
    Int(truncatingIfNeeded: (name &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }
}
