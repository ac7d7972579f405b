/// Takes emphasis, links, pictures, tags and escapes out of a line of Markdown.
enum InlineMarkdown {
  /// The words, white space collapsed. A link leaves its label, a picture nothing.
  static func plain(_ marked: Substring, limits: DocumentLimits) -> String {
    let source = Array(marked.unicodeScalars)
    var words = String.UnicodeScalarView()
    var index = 0
    while index < source.count {
      index = step(source, at: index, into: &words, limits: limits)
    }
    return String(words).collapsed
  }

  /// Copies or drops what stands at `index`; the index after it.
  private static func step(
    _ source: [Unicode.Scalar], at index: Int, into words: inout String.UnicodeScalarView,
    limits: DocumentLimits
  ) -> Int {
    let scalar = source[index]
    switch scalar {
    case "\\" where index + 1 < source.count && source[index + 1].isPunctuationMark:
      words.append(source[index + 1])
      return index + 2
    case "*", "_":
      return emphasis(source, at: index, into: &words)
    case "`":
      return index + 1
    case "!" where index + 1 < source.count && source[index + 1] == "[":
      guard let link = link(source, at: index + 1, limits: limits) else { break }
      return link.end
    case "[":
      if index + 1 < source.count, source[index + 1] == "^",
        let end = first("]", in: source, after: index, limit: 32)
      {
        return end + 1  // a mark that points to a footnote
      }
      guard let link = link(source, at: index, limits: limits) else { break }
      for scalar in plain(text(source[link.label]), limits: limits).unicodeScalars {
        words.append(scalar)
      }
      return link.end
    case "<":
      guard index + 1 < source.count, source[index + 1].isTagStart,
        let end = first(">", in: source, after: index, limit: limits.inlineLink)
      else { break }
      return end + 1
    default: break
    }
    words.append(scalar)
    return index + 1
  }

  /// A run of marks that touches a word is emphasis; one between spaces is a star or a blank to
  /// fill in; an underscore inside a word belongs to it.
  private static func emphasis(
    _ source: [Unicode.Scalar], at index: Int, into words: inout String.UnicodeScalarView
  ) -> Int {
    let mark = source[index]
    var end = index
    while end < source.count, source[end] == mark { end += 1 }
    let before = index > 0 ? source[index - 1] : " "
    let after = end < source.count ? source[end] : " "
    let touches = !before.properties.isWhitespace || !after.properties.isWhitespace
    let isInside = mark == "_" && before.isWordPart && after.isWordPart
    if !touches || isInside { for mark in source[index..<end] { words.append(mark) } }
    return end
  }

  private static func link(
    _ source: [Unicode.Scalar], at index: Int, limits: DocumentLimits
  ) -> (label: Range<Int>, end: Int)? {
    guard let close = first("]", in: source, after: index, limit: limits.inlineLink),
      close + 1 < source.count, source[close + 1] == "(",
      let end = first(")", in: source, after: close + 1, limit: limits.inlineLink)
    else { return nil }
    return (index + 1..<close, end + 1)
  }

  private static func first(
    _ wanted: Unicode.Scalar, in source: [Unicode.Scalar], after index: Int, limit: Int
  ) -> Int? {
    let end = min(source.count, index + 1 + limit)
    return index + 1 < end ? source[index + 1..<end].firstIndex(of: wanted) : nil
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> Substring {
    var view = String.UnicodeScalarView()
    for scalar in scalars where scalar != "[" { view.append(scalar) }
    return Substring(String(view))
  }
}

extension Unicode.Scalar {
  var isPunctuationMark: Bool {
    switch value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  fileprivate var isTagStart: Bool {
    self == "/" || self == "!" || (isASCII && properties.isAlphabetic)
  }
}
