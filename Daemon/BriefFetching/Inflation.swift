import CZlib

/// gzip (RFC 1952), zlib (RFC 1950) and raw deflate (RFC 1951).
enum Inflation {
  enum Form {
    case gzip, zlib, raw

    /// zlib's `windowBits`: 15 for the largest window, 16 more for gzip, negative for no wrapping.
    var windowBits: Int32 {
      switch self {
      case .gzip: 31
      case .zlib: 15
      case .raw: -15
      }
    }
  }

  /// "deflate" means zlib by the standard; some servers send raw deflate.
  static func decodeDeflate(_ body: [UInt8], limit: Int) -> Result<DecodedBody, DecodingTrouble> {
    let first = decode(body, form: .zlib, limit: limit)
    guard case .failure(.corrupt) = first else { return first }
    return decode(body, form: .raw, limit: limit)
  }

  static func decode(_ body: [UInt8], form: Form, limit: Int) -> Result<
    DecodedBody, DecodingTrouble
  > {
    var stream = z_stream()
    guard
      inflateInit2_(
        &stream, form.windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return .failure(.memory) }
    defer { inflateEnd(&stream) }
    var output = DecodedBytes(expecting: body.count, limit: limit)
    let trouble = body.withUnsafeBufferPointer { input in
      // zlib does not write to its input; the type only says so since 1.2.5.2 with ZLIB_CONST.
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = UInt32(clamping: input.count)
      return unfold(&stream, form, into: &output)
    }
    return trouble.map(Result.failure) ?? .success(output.body)
  }

  private static func unfold(
    _ stream: inout z_stream, _ form: Form, into output: inout DecodedBytes
  ) -> DecodingTrouble? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: DecodedBytes.piece) { piece in
      while true {
        stream.next_out = piece.baseAddress
        stream.avail_out = UInt32(clamping: piece.count)
        let code = inflate(&stream, Z_NO_FLUSH)
        let count = piece.count - Int(stream.avail_out)
        guard output.append(UnsafeBufferPointer(rebasing: piece[..<count])) else {
          return .tooLarge
        }
        switch code {
        case Z_OK: continue
        case Z_STREAM_END where stream.avail_in == 0: return nil
        case Z_STREAM_END:
          // RFC 1952, 2.2: a gzip file is a series of members. Zero bytes may pad the last. What
          // ended with its checksum is whole, whatever stands behind it; raw data has none.
          guard form == .gzip, !isPadding(stream) else {
            return form == .gzip ? nil : form == .raw ? .corrupt : overlook(stream, &output)
          }
          guard isMember(stream) else { return overlook(stream, &output) }
          guard inflateReset(&stream) == Z_OK else { return .memory }
        case Z_BUF_ERROR: return .truncated
        case Z_MEM_ERROR: return .memory
        default: return .corrupt
        }
      }
    }
  }

  private static func overlook(_ stream: z_stream, _ output: inout DecodedBytes)
    -> DecodingTrouble?
  {
    output.overlook(trailing: Int(stream.avail_in))
  }

  /// Another member begins here.
  private static func isMember(_ stream: z_stream) -> Bool {
    UnsafeBufferPointer(start: stream.next_in, count: Int(stream.avail_in))
      .starts(with: [0x1F, 0x8B])
  }

  private static func isPadding(_ stream: z_stream) -> Bool {
    UnsafeBufferPointer(start: stream.next_in, count: Int(stream.avail_in)).allSatisfy { $0 == 0 }
  }
}
