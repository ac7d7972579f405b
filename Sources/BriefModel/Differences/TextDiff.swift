/// What differs between two texts, in words.
public enum TextDiff {
  /// The differences in the order of the newer text, each with its class.
  ///
  /// Texts that differ in white space, quotation marks, dashes or the Unicode form of their letters
  /// alone have none (see ``ContentNormalisation``).
  public static func differences(
    from old: String, to new: String, field: Difference.Field
  ) -> [Difference] {
    let comparison = TextComparison(old: old, new: new)
    return comparison.differences(field: field)
  }

  /// The whole of both texts as kept, removed and added runs.
  public static func script(from old: String, to new: String) -> [DiffSpan] {
    TextComparison(old: old, new: new).script
  }
}

/// Two texts and the runs of tokens that differ.
struct TextComparison {
  let old: ComparedText
  let new: ComparedText
  let hunks: [Hunk]

  init(old: String, new: String) {
    var interner = Interner()
    self.old = ComparedText(old, interner: &interner)
    self.new = ComparedText(new, interner: &interner)
    var steps = 0
    hunks = SequenceDiff.hunks(old: self.old.keys, new: self.new.keys, steps: &steps)
  }

  var script: [DiffSpan] {
    var spans: [DiffSpan] = []
    var (x, y) = (0, 0)
    func keep(_ old: Int, _ new: Int) {
      guard old > x || new > y else { return }
      spans.append(DiffSpan(kind: .kept, old: x..<old, new: y..<new))
      (x, y) = (old, new)
    }
    for hunk in hunks {
      let (removed, added) = (old.byteRange(of: hunk.old), new.byteRange(of: hunk.new))
      keep(removed.lowerBound, added.lowerBound)
      if !removed.isEmpty {
        spans.append(DiffSpan(kind: .removed, old: removed, new: y..<y))
        x = removed.upperBound
      }
      if !added.isEmpty {
        spans.append(DiffSpan(kind: .added, old: x..<x, new: added))
        y = added.upperBound
      }
    }
    keep(old.bytes.count, new.bytes.count)
    return spans
  }

  func differences(field: Difference.Field) -> [Difference] {
    hunks.map { difference($0, class: .rewording, field: field) }
  }

  func difference(
    _ hunk: Hunk, class: Difference.Class, field: Difference.Field
  ) -> Difference {
    let isRemoval = hunk.new.isEmpty
    let (text, tokens) = isRemoval ? (old, hunk.old) : (new, hunk.new)
    return Difference(
      class: `class`, field: field, before: old.text(of: hunk.old), after: new.text(of: hunk.new),
      offset: text.byteRange(of: tokens).lowerBound,
      contextBefore: text.context(before: tokens.lowerBound),
      contextAfter: text.context(after: tokens.upperBound))
  }
}

extension ComparedText {
  /// Words of context on either side of a difference: enough to find the place by eye.
  private static let contextWords = 8

  func context(before token: Int) -> String {
    var (first, words) = (token, 0)
    while first > 0, words < Self.contextWords {
      first -= 1
      if tokens[first].isWord { words += 1 }
    }
    return text(of: first..<token).map(collapsed) ?? ""
  }

  func context(after token: Int) -> String {
    var (end, words) = (token, 0)
    while end < tokens.count, words < Self.contextWords {
      if tokens[end].isWord { words += 1 }
      end += 1
    }
    return text(of: token..<end).map(collapsed) ?? ""
  }

  private func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
