import CZstd

/// zstd, with a neighbouring text as dictionary where there is one.
package enum Compression {
  /// A text that unfolds to more is no text of ours: content is bounded at parsing.
  package static let limit = 64 << 20

  /// Throws ``CompressionTrouble`` when the library fails (no memory).
  package static func compress(
    _ bytes: [UInt8], against neighbour: [UInt8] = [], level: Int32 = 3
  ) throws(CompressionTrouble) -> [UInt8] {
    guard let context = ZSTD_createCCtx() else { throw .noMemory }
    defer { ZSTD_freeCCtx(context) }
    try check(ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level))
    if !neighbour.isEmpty {
      // The window must reach over the whole neighbour, or the far part of it is of no use.
      let span = UInt(bytes.count + neighbour.count + 1024)
      let log = Int32(min(27, max(10, UInt.bitWidth - span.leadingZeroBitCount)))
      try check(ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, log))
      try check(ZSTD_CCtx_setParameter(context, ZSTD_c_enableLongDistanceMatching, 1))
    }
    var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let capacity = output.count
    let written = neighbour.withUnsafeBytes { prefix in
      if !neighbour.isEmpty { _ = ZSTD_CCtx_refPrefix(context, prefix.baseAddress, prefix.count) }
      return output.withUnsafeMutableBytes { out in
        bytes.withUnsafeBytes {
          ZSTD_compress2(context, out.baseAddress, capacity, $0.baseAddress, $0.count)
        }
      }
    }
    try check(written)
    output.removeLast(capacity - written)
    return output
  }

  /// Throws ``CompressionTrouble`` when the bytes are damaged, or unfold to more than ``limit``.
  package static func decompress(
    _ bytes: [UInt8], against neighbour: [UInt8] = []
  ) throws(CompressionTrouble) -> [UInt8] {
    guard let context = ZSTD_createDCtx() else { throw .noMemory }
    defer { ZSTD_freeDCtx(context) }
    let size = bytes.withUnsafeBytes { ZSTD_getFrameContentSize($0.baseAddress, $0.count) }
    guard size <= UInt64(limit) else {
      throw .damaged("no size, or one beyond the limit, in the frame")
    }
    try check(ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 27))
    var output = [UInt8](repeating: 0, count: Int(size))
    let written = neighbour.withUnsafeBytes { prefix in
      if !neighbour.isEmpty { _ = ZSTD_DCtx_refPrefix(context, prefix.baseAddress, prefix.count) }
      return output.withUnsafeMutableBytes { out in
        bytes.withUnsafeBytes {
          ZSTD_decompressDCtx(context, out.baseAddress, out.count, $0.baseAddress, $0.count)
        }
      }
    }
    try check(written)
    guard written == output.count else { throw .damaged("shorter than the frame says") }
    return output
  }

  private static func check(_ code: Int) throws(CompressionTrouble) {
    if ZSTD_isError(code) != 0 { throw .damaged(String(cString: ZSTD_getErrorName(code))) }
  }
}

package enum CompressionTrouble: Error, Hashable {
  case noMemory
  case damaged(String)
}
