extension ComparedText {
  /// Words of context on either side of a difference: enough to find the place by eye.
  private static let contextWords = 8

  /// The words before a byte, white space collapsed.
  func context(before position: Int) -> String {
    var (first, words) = (position, 0)
    while first > 0 {
      if !isSpace(first - 1), first == position || isSpace(first) {
        if words == Self.contextWords { break }
        words += 1
      }
      first -= 1
    }
    return collapsed(first..<position)
  }

  /// The words from a byte on, white space collapsed.
  func context(after position: Int) -> String {
    var (end, words) = (position, 0)
    while end < bytes.count {
      if !isSpace(end), end == position || isSpace(end - 1) {
        if words == Self.contextWords { break }
        words += 1
      }
      end += 1
    }
    return collapsed(position..<end)
  }

  private func isSpace(_ index: Int) -> Bool { bytes[index] <= 0x20 }

  private func collapsed(_ range: Range<Int>) -> String {
    let text = bytes
    return String(unsafeUninitializedCapacity: range.count) { words in
      var count = 0
      for index in range {
        let byte = text[index]
        if byte <= 0x20 {
          guard count > 0, words[count - 1] != 0x20 else { continue }
          words[count] = 0x20
        } else {
          words[count] = byte
        }
        count += 1
      }
      return count > 0 && words[count - 1] == 0x20 ? count - 1 : count
    }
  }
}
