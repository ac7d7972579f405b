/// Old entries that a feed keeps in its listing for ever, at its end or pinned to its top.
enum PinnedEntries {
  /// Which of a listing's entries are such: each that is further from all that are younger in time than
  /// those are from each other. One without a date is one when it stands behind such, and before none that is
  /// not.
  static func places(dates: [Timestamp?]) -> [Bool] {
    guard let limit = limit(dates) else { return [Bool](repeating: false, count: dates.count) }
    var isPinned = dates.map { $0.map { $0.seconds <= limit } ?? false }
    var before = false
    for index in dates.indices {
      if dates[index] == nil { isPinned[index] = before } else { before = isPinned[index] }
    }
    var behind = true
    for index in dates.indices.reversed() {
      if dates[index] == nil {
        isPinned[index] = isPinned[index] && behind
      } else {
        behind = isPinned[index]
      }
    }
    return isPinned
  }

  /// Seconds: what was published then or before is pinned. `nil` when nothing is.
  private static func limit(_ dates: [Timestamp?]) -> Int64? {
    let youngestFirst = dates.compactMap { $0?.seconds }.sorted(by: >)
    guard let newest = youngestFirst.first else { return nil }
    let least = Int64(days) * 86_400
    for (index, date) in youngestFirst.enumerated() where index >= fewestYounger {
      let oldest = youngestFirst[index - 1]
      let range = newest.subtractingReportingOverflow(oldest).partialValue
      if oldest.subtractingReportingOverflow(date).partialValue > max(range, least) { return date }
    }
    return nil
  }

  /// Days by which a pinned entry is at least older than the others, and how many of those there
  /// are at least: a quiet publisher's last three may lie months apart.
  private static let days = 90
  private static let fewestYounger = 4
}

/// Which way the dates of a listing run.
enum DateOrder {
  /// How many would have to go for the others to run from old to new: the number less the length of the longest
  /// run that does not fall.
  static func outOfOrder(_ dates: [Timestamp]) -> Int {
    // The last date of the best run of each length.
    var ends: [Timestamp] = []
    for date in dates {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = low + (high - low) / 2
        if ends[middle] <= date { low = middle + 1 } else { high = middle }
      }
      if low < ends.count { ends[low] = date } else { ends.append(date) }
    }
    return dates.count - ends.count
  }
}
