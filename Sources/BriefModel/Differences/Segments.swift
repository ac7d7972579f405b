/// Finds, byte by byte, the stretches in which two texts differ, so that only those are cut into
/// words: most of a revised brief is as it was.
struct Segments {
  /// Where the segments of a text end, the last at the end of the text.
  private var ends: [Int] = []
  /// Whether a sentence ends there too.
  private var endsSentence: [Bool] = []
  private var numbers: [UInt32] = []

  /// - Parameter other: the other text, where that is cut already: what stands in it too is cut
  ///   alike, and has its number.
  private init(
    _ bytes: [UInt8], like other: (bytes: [UInt8], segments: Segments)? = nil,
    interner: inout Interner
  ) {
    let span = bytes.span
    let places = other?.segments.firstPlaces ?? []
    /// The segment of the other text that would stand here if all went on as there.
    var expected = 0
    var start = 0
    while start < span.count {
      if let other, let segment = other.segments.segment(expected),
        // Two bytes behind a segment decide that it ends there.
        segment.range.upperBound + 2 <= other.bytes.count,
        start + segment.range.count + 2 <= span.count,
        span.bytes.isEqual(
          to: other.bytes.span.bytes.extracting(
            segment.range.lowerBound..<segment.range.upperBound + 2), at: start)
      {
        start += segment.range.count
        append(end: start, endsSentence: segment.endsSentence, segment.number)
        expected += 1
        continue
      }
      let (end, endsSentence) = Self.cut(span, from: start)
      let number = interner.number(of: span.extracting(start..<end))
      append(end: end, endsSentence: endsSentence, number)
      start = end
      expected = (Int(number) < places.count ? places[Int(number)] : expected) + 1
    }
  }

  private mutating func append(end: Int, endsSentence: Bool, _ number: UInt32) {
    ends.append(end)
    self.endsSentence.append(endsSentence)
    numbers.append(number)
  }

  /// By number, the first segment that has it.
  private var firstPlaces: [Int] {
    var places: [Int] = []
    for (index, number) in numbers.enumerated() where Int(number) == places.count {
      places.append(index)
    }
    return places
  }

  /// `nil` behind the last.
  private func segment(
    _ index: Int
  ) -> (range: Range<Int>, endsSentence: Bool, number: UInt32)? {
    guard index < ends.count else { return nil }
    return (start(index)..<ends[index], endsSentence[index], numbers[index])
  }

  /// The end of the segment that begins at `start`.
  private static func cut(_ span: Span<UInt8>, from start: Int) -> (end: Int, endsSentence: Bool) {
    let count = span.count
    var index = start
    var wasLetter = false
    while index < count {
      skipLetters(span.bytes, &index, &wasLetter)
      guard index < count else { break }
      let byte = span[index]
      if byte > 0x20 || (byte == 0x20 && wasLetter) || !isSpace(byte) {
        wasLetter = byte >= 0x61
        index += 1
        continue
      }
      wasLetter = false
      let end = index
      var lineBreaks = 0
      while index < count, isSpace(span[index]) {
        if span[index] == 0x0A { lineBreaks += 1 }
        index += 1
      }
      let isSentence = end > start && isEnd(span, from: start, to: end, next: index)
      if isSentence || lineBreaks > 0 { return (index, isSentence || lineBreaks > 1) }
    }
    return (count, true)
  }

  /// To the next byte at which a segment may end: a line break, or a space that stands behind no
  /// letter. Stops before the last bytes of a text.
  private static func skipLetters(_ bytes: RawSpan, _ index: inout Int, _ wasLetter: inout Bool) {
    while index + 8 <= bytes.byteCount {
      let eight = EightBytes(bytes, at: index)
      let letters = eight.isAtLeast(0x61)
      let behindLetter = letters << 8 | (wasLetter ? 0x80 : 0)
      let stops =
        (eight.isSpace & ~behindLetter) | (~eight.isAtLeast(0x20) & EightBytes.highest)
      let skipped = EightBytes.count(before: stops)
      if skipped > 0 { wasLetter = letters >> UInt64(8 * skipped - 1) & 1 != 0 }
      index += skipped
      if skipped < 8 { return }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D
  }

  /// `.`, `!` or `?`, and perhaps a closing mark, end a word of more than two bytes just before
  /// `end`, and neither a digit nor a small letter follows: with fewer cuts than there are
  /// sentences, no date ("am 1. Dezember", "on Dec. 3") and no name ("A. Lukashenko") is cut in
  /// two.
  private static func isEnd(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, next: Int
  ) -> Bool {
    func isTerminator(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x21 || byte == 0x3F }
    var mark = end - 1
    if !isTerminator(bytes[mark]) {
      let isLetterOrDigit = bytes[mark] >= 0x61 || (bytes[mark] >= 0x30 && bytes[mark] <= 0x39)
      guard !isLetterOrDigit, mark > start, isTerminator(bytes[mark - 1]) else { return false }
      mark -= 1
    }
    guard mark - start >= 3, (1...3).allSatisfy({ bytes[mark - $0] > 0x20 }) else { return false }
    guard next < bytes.count else { return true }
    let first = bytes[next]
    if (first >= 0x30 && first <= 0x39) || (first >= 0x61 && first <= 0x7A) { return false }
    // Small Cyrillic letters are D0 B0 to D1 9F.
    return first != 0xD1 && !(first == 0xD0 && next + 1 < bytes.count && bytes[next + 1] >= 0xB0)
  }

  /// The stretches that differ, as ranges of bytes of both texts, in order. Each begins and ends at
  /// the edge of a sentence where one is near.
  static func differing(old: [UInt8], new: [UInt8], steps: inout Int) -> [Stretch] {
    var interner = Interner(expecting: (old.count + new.count) / DiffLimits.segmentBytes)
    let a = Segments(old, interner: &interner)
    let b = Segments(new, like: (old, a), interner: &interner)
    let hunks = SequenceDiff.hunks(
      old: a.numbers, new: b.numbers, keyCount: interner.count, steps: &steps)
    var stretches: [Stretch] = []
    var before = Hunk(old: 0..<0, new: 0..<0)
    for (index, hunk) in hunks.enumerated() {
      let room = hunk.new.lowerBound - before.new.upperBound
      let roomAfter =
        (index + 1 < hunks.count ? hunks[index + 1].new.lowerBound : b.ends.count)
        - hunk.new.upperBound
      let back = b.distanceBack(from: hunk.new.lowerBound, atMost: room)
      let on = b.distanceOn(from: hunk.new.upperBound, atMost: roomAfter, isIn: a, hunk.old)
      before = hunk
      let wide = Hunk(
        old: hunk.old.lowerBound - back..<hunk.old.upperBound + on,
        new: hunk.new.lowerBound - back..<hunk.new.upperBound + on)
      let next = Stretch(
        old: a.start(wide.old.lowerBound)..<a.start(wide.old.upperBound),
        new: b.start(wide.new.lowerBound)..<b.start(wide.new.upperBound),
        beginsSentence: wide.new.lowerBound == 0 || b.endsSentence[wide.new.lowerBound - 1])
      if let last = stretches.last, last.new.upperBound >= next.new.lowerBound,
        last.old.upperBound >= next.old.lowerBound
      {
        stretches[stretches.count - 1].old = last.old.lowerBound..<next.old.upperBound
        stretches[stretches.count - 1].new = last.new.lowerBound..<next.new.upperBound
      } else {
        stretches.append(next)
      }
    }
    return stretches
  }

  private func start(_ segment: Int) -> Int { segment == 0 ? 0 : ends[segment - 1] }

  /// Segments to the beginning of the sentence; 0 where it is farther than allowed.
  private func distanceBack(from segment: Int, atMost room: Int) -> Int {
    for distance in 0...min(room, DiffLimits.widenedSegments) {
      if segment == distance || endsSentence[segment - distance - 1] { return distance }
    }
    return min(room, 1)
  }

  /// Segments to the end of the sentence, seen from where both texts agree again.
  private func distanceOn(
    from segment: Int, atMost room: Int, isIn other: Segments, _ theirs: Range<Int>
  ) -> Int {
    let isAtEnd = { (segments: Segments, end: Int) in end == 0 || segments.endsSentence[end - 1] }
    if isAtEnd(self, segment) && isAtEnd(other, theirs.upperBound) { return 0 }
    guard room > 0 else { return 0 }
    for distance in 1...max(1, min(room, DiffLimits.widenedSegments)) {
      if endsSentence[segment + distance - 1] { return distance }
    }
    return min(room, 1)
  }
}

/// Ranges of bytes of two texts in which they differ.
struct Stretch: Equatable {
  var old: Range<Int>
  var new: Range<Int>
  /// Both ranges begin where a sentence does.
  var beginsSentence: Bool
}
