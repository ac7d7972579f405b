/// One start tag, from its `<` on.
struct XMLTagScanner {
  let start: Int
  let maximumAttributes: Int
  private(set) var name = 0..<0
  /// Behind the closing bracket.
  private(set) var end = 0
  private(set) var isEmpty = false
  private(set) var isIllFormed = false
  private(set) var hasTooMany = false

  init(start: Int, maximumAttributes: Int) {
    self.start = start
    self.maximumAttributes = maximumAttributes
  }

  /// False when the window ends before the tag does.
  mutating func scan(
    _ window: [UInt8], into attributes: inout [XMLTokenizer.Attribute]
  ) -> Bool {
    var index = start + 1
    while index < window.count, XMLTokenizer.isName(window[index]) { index += 1 }
    name = (start + 1)..<index
    while index < window.count {
      let byte = window[index]
      if byte == UInt8(ascii: ">") {
        end = index + 1
        return true
      }
      if byte == UInt8(ascii: "/") {
        isEmpty = index + 1 < window.count && window[index + 1] == UInt8(ascii: ">")
        index += 1
      } else if byte == UInt8(ascii: "<") {
        // `<title <item>`: the bracket that was forgotten is taken as read.
        isIllFormed = true
        end = index
        return true
      } else if XMLTokenizer.isName(byte) {
        guard attribute(window, &index, into: &attributes) else { return false }
      } else {
        if !byte.isXMLSpace { isIllFormed = true }
        index += 1
      }
    }
    return false
  }

  private mutating func attribute(
    _ window: [UInt8], _ index: inout Int, into attributes: inout [XMLTokenizer.Attribute]
  ) -> Bool {
    let nameStart = index
    while index < window.count, XMLTokenizer.isName(window[index]) { index += 1 }
    let name = nameStart..<index
    while index < window.count, window[index].isXMLSpace { index += 1 }
    guard index < window.count else { return false }
    guard window[index] == UInt8(ascii: "=") else {
      isIllFormed = true
      return true
    }
    index += 1
    while index < window.count, window[index].isXMLSpace { index += 1 }
    guard index < window.count else { return false }
    let quote = window[index]
    let value: Range<Int>
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let valueStart = index + 1
      index = window.firstIndex(of: quote, from: valueStart, before: window.count)
      guard index < window.count else { return false }
      value = valueStart..<index
      index += 1
    } else {
      isIllFormed = true
      let valueStart = index
      while index < window.count, !window[index].isXMLSpace, window[index] != UInt8(ascii: ">") {
        index += 1
      }
      value = valueStart..<index
    }
    if attributes.count < maximumAttributes {
      attributes.append(XMLTokenizer.Attribute(name: name, value: value))
    } else {
      hasTooMany = true
    }
    return true
  }
}
