import BriefModel

/// The randomness of one event: a 64-bit value from the caller, mixed with the source's name, so
/// that a run with the same values repeats exactly and two sources never share their jitter.
struct Chance: Sendable {
  private let seed: UInt64

  init(_ seed: UInt64) { self.seed = seed }

  /// Uniform in 0..<1.
  func fraction(for source: SourceID) -> Double {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a: the standard hasher is seeded per process
    for byte in source.rawValue.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var mixed = seed &+ hash  // SplitMix64
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    mixed ^= mixed >> 31
    return Double(mixed >> 11) / 9_007_199_254_740_992
  }
}
