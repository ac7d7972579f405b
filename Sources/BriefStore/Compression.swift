import CZstd

/// zstd, with a neighbouring text or a dictionary where there is one.
package enum Compression {
  /// A text that unfolds to more is no text of ours: content is bounded at parsing.
  package static let limit = 64 << 20

  /// Throws ``CompressionTrouble`` when the library fails (no memory).
  package static func compress(
    _ bytes: [UInt8], against neighbour: [UInt8] = [], level: Int32 = 3
  ) throws(CompressionTrouble) -> [UInt8] {
    let context = try CompressionContexts.takeCompressing()
    defer { CompressionContexts.giveBack(compressing: context) }
    try check(ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level))
    if !neighbour.isEmpty {
      // The window must reach over the whole neighbour, or the far part of it is of no use.
      let span = UInt(bytes.count + neighbour.count + 1024)
      let log = Int32(min(27, max(10, UInt.bitWidth - span.leadingZeroBitCount)))
      try check(ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, log))
      try check(ZSTD_CCtx_setParameter(context, ZSTD_c_enableLongDistanceMatching, 1))
    }
    return try neighbour.withUnsafeBufferPointer { prefix throws(CompressionTrouble) in
      if !neighbour.isEmpty { _ = ZSTD_CCtx_refPrefix(context, prefix.baseAddress, prefix.count) }
      return try folded(bytes, context)
    }
  }

  /// The same with a dictionary, at its level.
  package static func compress(
    _ bytes: [UInt8], with dictionary: FoldingDictionary
  ) throws(CompressionTrouble) -> [UInt8] {
    let context = try CompressionContexts.takeCompressing()
    defer { CompressionContexts.giveBack(compressing: context) }
    try check(ZSTD_CCtx_refCDict(context, dictionary.handle))
    // Who keeps the bytes knows which dictionary it was: four bytes less.
    try check(ZSTD_CCtx_setParameter(context, ZSTD_c_dictIDFlag, 0))
    return try folded(bytes, context)
  }

  private static func folded(
    _ bytes: [UInt8], _ context: OpaquePointer
  ) throws(CompressionTrouble) -> [UInt8] {
    var written = 0
    let output = [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) {
      output, count in
      written = bytes.withUnsafeBytes {
        ZSTD_compress2(context, output.baseAddress, output.count, $0.baseAddress, $0.count)
      }
      count = ZSTD_isError(written) == 0 ? written : 0
    }
    try check(written)
    // The room was for the worst case; what is kept is small.
    return Array(output[...])
  }

  /// Throws ``CompressionTrouble`` when the bytes are damaged, or unfold to more than ``limit``.
  package static func decompress(
    _ bytes: [UInt8], against neighbour: [UInt8] = []
  ) throws(CompressionTrouble) -> [UInt8] {
    let context = try CompressionContexts.takeUnfolding()
    defer { CompressionContexts.giveBack(unfolding: context) }
    return try neighbour.withUnsafeBufferPointer { prefix throws(CompressionTrouble) in
      if !neighbour.isEmpty { _ = ZSTD_DCtx_refPrefix(context, prefix.baseAddress, prefix.count) }
      return try unfolded(bytes, context)
    }
  }

  /// The same with a dictionary.
  package static func decompress(
    _ bytes: [UInt8], with dictionary: UnfoldingDictionary
  ) throws(CompressionTrouble) -> [UInt8] {
    let context = try CompressionContexts.takeUnfolding()
    defer { CompressionContexts.giveBack(unfolding: context) }
    try check(ZSTD_DCtx_refDDict(context, dictionary.handle))
    return try unfolded(bytes, context)
  }

  private static func unfolded(
    _ bytes: [UInt8], _ context: OpaquePointer
  ) throws(CompressionTrouble) -> [UInt8] {
    let size = bytes.withUnsafeBytes { ZSTD_getFrameContentSize($0.baseAddress, $0.count) }
    guard size <= UInt64(limit) else {
      throw .damaged("no size, or one beyond the limit, in the frame")
    }
    try check(ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 27))
    var written = 0
    let output = [UInt8](unsafeUninitializedCapacity: Int(size)) { output, count in
      written = bytes.withUnsafeBytes {
        ZSTD_decompressDCtx(context, output.baseAddress, Int(size), $0.baseAddress, $0.count)
      }
      count = ZSTD_isError(written) == 0 ? written : 0
    }
    try check(written)
    guard written == Int(size) else { throw .damaged("shorter than the frame says") }
    return output
  }

  private static func check(_ code: Int) throws(CompressionTrouble) {
    if ZSTD_isError(code) != 0 { throw .damaged(String(cString: ZSTD_getErrorName(code))) }
  }
}

package enum CompressionTrouble: Error, Hashable, CustomStringConvertible {
  case noMemory
  case damaged(String)

  /// A clause in brackets: the library's own words.
  package var description: String {
    switch self {
    case .noMemory: "there is no memory"
    case .damaged(let words): words
    }
  }
}
