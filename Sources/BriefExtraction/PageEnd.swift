/// Where a page's bytes end, from the best to the worst: a page that ends worse than it did before may have
/// been cut. HTML lets a page leave its last end tags out, so that one page alone says little.
package enum PageEnd: Int, Hashable, Sendable, Comparable, CaseIterable {
  /// The end tag of `body` or `html` is there.
  case closed
  /// Behind some other tag.
  case behindTag
  /// In a text.
  case inText
  /// In a tag, which no publisher's template ends with.
  case inTag

  package init(_ bytes: [UInt8]) {
    if Self.hasEndTag(bytes) {
      self = .closed
      return
    }
    var end = bytes.endIndex
    while end > 0, bytes[end - 1].isHTMLSpace { end -= 1 }
    let isBehindTag = end > 0 && bytes[end - 1] == UInt8(ascii: ">")
    self = isBehindTag ? .behindTag : Self.isTagOpen(bytes[..<end]) ? .inTag : .inText
  }

  package static func < (a: PageEnd, b: PageEnd) -> Bool { a.rawValue < b.rawValue }

  /// `</body` or `</html`, in any case, wherever it stands: caches write comments behind it.
  private static func hasEndTag(_ bytes: [UInt8]) -> Bool {
    for name in ["</body", "</html"].map({ Array($0.utf8) }) where bytes.count >= name.count {
      var place = bytes.count - name.count
      while place >= 0 {
        if bytes[place] == name[0],
          zip(bytes[place..<place + name.count], name).allSatisfy({ $0.lowered == $1 })
        {
          return true
        }
        place -= 1
      }
    }
    return false
  }

  /// The last `<` begins a tag that no `>` ends.
  private static func isTagOpen(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let place = bytes.lastIndex(of: UInt8(ascii: "<")),
      bytes[place...].firstIndex(of: UInt8(ascii: ">")) == nil
    else { return false }
    guard place + 1 < bytes.endIndex else { return true }
    let next = bytes[place + 1]
    return next.isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
  }
}
