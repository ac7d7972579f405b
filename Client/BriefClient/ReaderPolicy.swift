internal import Glibc

/// How long a reader may stay in one moment of the store.
enum ReaderPolicy {
  /// Seconds. While a snapshot is held the daemon cannot reuse its log, which grows with every
  /// commit; no question of ours takes as long.
  static let longest: Int64 = 60

  /// Of a clock that never goes back, and stands still for nobody.
  @Sendable static func seconds() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int64(now.tv_sec)
  }

  static var outlived: ArchiveError {
    ArchiveError(
      code: .outlived,
      message: """
        The answer took longer than \(longest) seconds; the moment of the store that it is from had to \
        be let go.
        """,
      nextCommand: "brief-sync status  (then the same command again)")
  }
}
