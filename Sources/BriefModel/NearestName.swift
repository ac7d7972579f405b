/// The known name that a mistyped one was probably meant to be.
package enum NearestName {
  /// `nil` when none is near: more than a third of the letters differ.
  package static func of(_ name: String, among known: some Sequence<String>) -> String? {
    let nearest = known.map { ($0, distance(name, $0)) }.min { $0.1 < $1.1 }
    guard let (candidate, distance) = nearest, distance * 3 <= max(name.count, candidate.count)
    else {
      return nil
    }
    return candidate
  }

  /// How many letters must be put in, taken out, replaced or swapped with the next (optimal string
  /// alignment).
  static func distance(_ a: String, _ b: String) -> Int {
    // Names are short; a longer text than this is no slip of the finger.
    let (a, b) = (Array(a.prefix(64)), Array(b.prefix(64)))
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        let substituted = last[j] + (a[i] == b[j] ? 0 : 1)
        var best = min(row[j] + 1, last[j + 1] + 1, substituted)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
