/// How long to wait after `failures` failures in a row: a minute, doubling, up to a day, for ever.
///
/// | failures | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 and more |
/// |---|---|---|---|---|---|---|---|---|---|---|---|---|
/// | least wait, s | 60 | 120 | 240 | 480 | 960 | 1920 | 3840 | 7680 | 15360 | 30720 | 61440 |
/// 69120 |
///
/// Up to a quarter is added at random, so that sources that failed together do not return together;
/// the longest wait is thereby a day.
package struct BackOff: Hashable, Sendable {
  package var first: Int64 = 60
  package var longest: Int64 = 86_400

  package init() {}

  /// Seconds to wait; `chance` in 0..<1.
  func wait(failures: Int, chance: Double) -> Int64 {
    let doublings = max(0, min(failures - 1, 40))
    let least = min(first.timesSaturating(1 << Int64(doublings)), longest - longest / 5)
    return min(longest, least.plusSaturating(Int64(Double(least) * 0.25 * chance)))
  }
}
