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

  /// Both of the above for the cost of one.
  public static func comparison(
    from old: String, to new: String, field: Difference.Field
  ) -> (script: [DiffSpan], differences: [Difference]) {
    let comparison = TextComparison(old: old, new: new)
    return (comparison.script, comparison.differences(field: field))
  }
}

extension TextComparison {
  /// Both texts as spans.
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
}
