import CZstd

/// RFC 8878.
enum ZstdDecoding {
  /// RFC 9659: a web client need not take windows over 8 MB.
  static let largestWindowLog: Int32 = 23

  static func decode(_ body: [UInt8], limit: Int) -> Result<DecodedBody, DecodingTrouble> {
    guard let decoder = ZSTD_createDCtx() else { return .failure(.memory) }
    defer { ZSTD_freeDCtx(decoder) }
    let code = ZSTD_DCtx_setParameter(decoder, ZSTD_d_windowLogMax, largestWindowLog)
    guard ZSTD_isError(code) == 0 else { return .failure(.memory) }
    var output = DecodedBytes(expecting: body.count, limit: limit)
    let trouble = body.withUnsafeBufferPointer { unfold($0, decoder, into: &output) }
    return trouble.map(Result.failure) ?? .success(output.body)
  }

  private static func unfold(
    _ bytes: UnsafeBufferPointer<UInt8>, _ decoder: OpaquePointer, into output: inout DecodedBytes
  ) -> DecodingTrouble? {
    var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: DecodedBytes.piece) { piece in
      while true {
        var room = ZSTD_outBuffer(dst: piece.baseAddress, size: piece.count, pos: 0)
        let hint = ZSTD_decompressStream(decoder, &room, &input)
        guard ZSTD_isError(hint) == 0 else { return .corrupt }
        guard output.append(UnsafeBufferPointer(rebasing: piece[..<room.pos])) else {
          return .tooLarge
        }
        // 0: a frame is complete and put out; another may follow.
        if input.pos == input.size, room.pos < room.size { return hint == 0 ? nil : .truncated }
        if input.pos == input.size, hint == 0 { return nil }
        if hint == 0, !isFrame(bytes[input.pos...]) {
          return output.overlook(trailing: input.size - input.pos)
        }
      }
    }
  }

  /// RFC 8878, 3.1: another frame begins here, or one to be skipped.
  private static func isFrame(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
      || (bytes.first.map { $0 & 0xF0 == 0x50 } ?? false)
        && bytes.dropFirst().starts(with: [0x2A, 0x4D, 0x18])
  }
}
