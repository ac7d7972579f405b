import CBrotli

/// RFC 7932.
enum BrotliDecoding {
  static func decode(_ body: [UInt8], limit: Int) -> Result<DecodedBody, DecodingTrouble> {
    guard let decoder = BrotliDecoderCreateInstance(nil, nil, nil) else { return .failure(.memory) }
    defer { BrotliDecoderDestroyInstance(decoder) }
    var output = DecodedBytes(expecting: body.count, limit: limit)
    let trouble = body.withUnsafeBufferPointer { unfold($0, decoder, into: &output) }
    return trouble.map(Result.failure) ?? .success(output.body)
  }

  private static func unfold(
    _ input: UnsafeBufferPointer<UInt8>, _ decoder: OpaquePointer, into output: inout DecodedBytes
  ) -> DecodingTrouble? {
    var left = input.count
    var next = input.baseAddress
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: DecodedBytes.piece) { piece in
      while true {
        var room = piece.count
        var end = piece.baseAddress
        let result = BrotliDecoderDecompressStream(decoder, &left, &next, &room, &end, nil)
        guard output.append(UnsafeBufferPointer(rebasing: piece[..<(piece.count - room)])) else {
          return .tooLarge
        }
        switch result {
        case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
        case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: return .truncated
        case BROTLI_DECODER_RESULT_SUCCESS: return output.overlook(trailing: left)
        default: return .corrupt
        }
      }
    }
  }
}
