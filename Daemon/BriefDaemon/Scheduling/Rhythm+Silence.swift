import BriefModel

/// When silence is longer than what was learned of a source explains.
extension Rhythm {
  /// The mean over weeks as it stood at the newest publication: the silence itself must not make
  /// long silences usual. `nil` while too little is known.
  var usualSilence: UsualSilence? {
    guard seen >= SilencePolicy.leastSeen else { return nil }
    let rate = rate(at: asOf)
    guard rate > 0 else { return nil }
    let gap = Int64(min(1 / rate, SilencePolicy.largestGap))
    return UsualSilence(
      since: Timestamp(seconds: asOf), gap: gap,
      longest: max(SilencePolicy.least, gap.timesSaturating(SilencePolicy.gaps)))
  }
}

enum SilencePolicy {
  /// Publications before which a source has no rhythm yet.
  static let leastSeen: Int64 = 8
  /// Mean gaps: were publications independent of each other, one gap in 400 would last longer.
  static let gaps: Int64 = 6
  /// Seconds; a long weekend is no silence.
  static let least: Int64 = 5 * 86_400
  /// Seconds; two years.
  static let largestGap: Double = 2 * 365 * 86_400
}
