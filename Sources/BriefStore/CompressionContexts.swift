import CZstd
import Synchronization

/// zstd's working memory, kept between calls: to make it anew costs more than a short text.
enum CompressionContexts {
  /// As many are kept as threads compress at once, within reason: one is a few hundred kB.
  private static let limit = 2

  /// Addresses, since pointers may not pass between threads; each is in one place only.
  private struct Idle {
    var compressing: [UInt] = []
    var unfolding: [UInt] = []
  }
  private static let idle = Mutex(Idle())

  /// One with nothing set. Throws ``CompressionTrouble/noMemory``.
  static func takeCompressing() throws(CompressionTrouble) -> OpaquePointer {
    let address = idle.withLock { $0.compressing.popLast() }
    guard let context = address.flatMap(OpaquePointer.init(bitPattern:)) ?? ZSTD_createCCtx() else {
      throw .noMemory
    }
    return context
  }

  static func giveBack(compressing context: OpaquePointer) {
    // Nothing of this call may reach the next: neither its level nor its neighbour.
    ZSTD_CCtx_reset(context, ZSTD_reset_session_and_parameters)
    // A long text leaves megabytes behind.
    let isSmall = ZSTD_sizeof_CCtx(context) <= 4 << 20
    let isKept =
      isSmall
      && idle.withLock {
        if $0.compressing.count < limit {
          $0.compressing.append(UInt(bitPattern: context))
          return true
        }
        return false
      }
    if !isKept { ZSTD_freeCCtx(context) }
  }

  /// The same for unfolding.
  static func takeUnfolding() throws(CompressionTrouble) -> OpaquePointer {
    let address = idle.withLock { $0.unfolding.popLast() }
    guard let context = address.flatMap(OpaquePointer.init(bitPattern:)) ?? ZSTD_createDCtx() else {
      throw .noMemory
    }
    return context
  }

  static func giveBack(unfolding context: OpaquePointer) {
    ZSTD_DCtx_reset(context, ZSTD_reset_session_and_parameters)
    let isKept = idle.withLock {
      if $0.unfolding.count < limit {
        $0.unfolding.append(UInt(bitPattern: context))
        return true
      }
      return false
    }
    if !isKept { ZSTD_freeDCtx(context) }
  }
}
