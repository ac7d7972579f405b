import BriefModel

/// Sources whose schedules and rhythms are parts of one text.
struct SharedRows {
  private typealias Parts = (schedule: Range<Int>?, rhythm: Range<Int>?)

  private var text = ""
  private var rows: [(id: SourceID, memory: RememberedSource, parts: Parts)] = []

  /// Bytes of a text: large enough to leave few holes, and small enough that those read first are
  /// gone before the last are needed.
  private static let most = 256 << 10

  var isFull: Bool { text.utf8.count >= Self.most }

  mutating func add(
    _ id: SourceID, _ memory: RememberedSource, schedule: String?, rhythm: String?
  ) {
    if text.isEmpty { text.reserveCapacity(Self.most + (Self.most >> 4)) }
    rows.append((id, memory, (schedule.map { append($0) }, rhythm.map { append($0) })))
  }

  /// The UTF-8 bytes that the part takes.
  private mutating func append(_ part: String) -> Range<Int> {
    let start = text.utf8.count
    text += part
    return start..<text.utf8.count
  }

  /// Gives what was added, in order, and begins anew.
  mutating func handOver(_ take: (SourceID, RememberedSource) -> Void) {
    let letters = text.utf8
    func part(_ range: Range<Int>?) -> Substring? {
      range.map { range in
        let start = letters.index(letters.startIndex, offsetBy: range.lowerBound)
        return text[start..<letters.index(start, offsetBy: range.count)]
      }
    }
    for (id, memory, parts) in rows {
      var memory = memory
      memory.schedule = part(parts.schedule)
      memory.rhythm = part(parts.rhythm)
      take(id, memory)
    }
    text = ""
    rows.removeAll(keepingCapacity: true)
  }
}
