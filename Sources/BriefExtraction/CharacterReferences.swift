import BriefParsing

/// Character references of a page's text and attributes (HTML, 13.2.5.72).
enum CharacterReferences {
  /// In an attribute a reference needs its semicolon: `?a=1&copy=2` is a link, not a sign.
  static func decoded(_ bytes: ArraySlice<UInt8>, isAttribute: Bool) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    let source = Array(bytes)
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "&") {
        let length = HTMLEntities.appendReference(
          in: source, at: index, before: source.count, onlyTerminated: isAttribute, into: &result)
        if length > 0 {
          index += length
          continue
        }
      }
      result.append(source[index])
      index += 1
    }
    return MarkRuns.text(of: result)
  }
}
