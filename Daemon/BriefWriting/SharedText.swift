/// The schedules and rhythms of many sources in one text.
struct SharedText {
  private var text = ""
  private var parts: [(schedule: Range<Int>?, rhythm: Range<Int>?)] = []

  mutating func add(_ schedule: String?, _ rhythm: String?) {
    parts.append((schedule.map { append($0) }, rhythm.map { append($0) }))
  }

  /// The UTF-8 bytes that the part takes.
  private mutating func append(_ part: String) -> Range<Int> {
    let start = text.utf8.count
    text += part
    return start..<text.utf8.count
  }

  /// What was added, in order.
  var all: [(schedule: Substring?, rhythm: Substring?)] {
    let letters = text.utf8
    func part(_ range: Range<Int>?) -> Substring? {
      range.map { range in
        let start = letters.index(letters.startIndex, offsetBy: range.lowerBound)
        return text[start..<letters.index(start, offsetBy: range.count)]
      }
    }
    return parts.map { (part($0.schedule), part($0.rhythm)) }
  }
}
