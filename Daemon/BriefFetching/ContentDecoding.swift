/// Content-Encoding undone (RFC 9110, 8.4): gzip, deflate, br, zstd, several on top of each other.
///
/// Done by us and not by libcurl, which takes a body that ends before its encoding does for a whole
/// one, and whose limits do not hold after decoding.
package enum ContentDecoding {
  /// Encodings on top of each other; honest servers use one.
  static let mostLayers = 3

  /// The encodings of a Content-Encoding field, in the order in which they were applied.
  package static func encodings(fieldValue: String?) -> [String] {
    (fieldValue ?? "").split(separator: ",").map {
      String(decoding: trimmed(Array($0.utf8)), as: UTF8.self).lowercased()
    }.filter { !$0.isEmpty && $0 != "identity" }
  }

  /// - Parameter limit: bytes that any layer may unfold to.
  package static func decode(
    _ body: [UInt8], encodings: [String], limit: Int
  ) -> Result<[UInt8], DecodingTrouble> {
    read(body, encodings: encodings, limit: limit).map(\.bytes)
  }

  /// The same, with what was overlooked on the way.
  static func read(
    _ body: [UInt8], encodings: [String], limit: Int
  ) -> Result<DecodedBody, DecodingTrouble> {
    guard encodings.count <= mostLayers else { return .failure(.tooManyLayers) }
    var (bytes, faults) = (body, Set<DecodingFault>())
    for encoding in encodings.reversed() {
      // An empty body has nothing to decode, whatever the field says.
      if bytes.isEmpty { break }
      let decoded: Result<DecodedBody, DecodingTrouble> =
        switch encoding {
        case "gzip", "x-gzip": Inflation.decode(bytes, form: .gzip, limit: limit)
        case "deflate": Inflation.decodeDeflate(bytes, limit: limit)
        case "br": BrotliDecoding.decode(bytes, limit: limit)
        case "zstd": ZstdDecoding.decode(bytes, limit: limit)
        // `none`, `UTF-8`: names of no encoding, on a document that was never encoded.
        case _ where isPlain(bytes):
          .success(DecodedBody(bytes: bytes, faults: [.unknownName]))
        default: .failure(.unknownEncoding)
        }
      switch decoded {
      case .success(let unfolded):
        bytes = unfolded.bytes
        faults.formUnion(unfolded.faults)
      case .failure: return decoded
      }
    }
    return .success(DecodedBody(bytes: bytes, faults: faults))
  }

  /// The bytes begin as a document does: with markup or JSON, behind a byte order mark or blanks.
  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
    let mark = marks.first { bytes.starts(with: $0) } ?? []
    let first = bytes.dropFirst(mark.count).first { ![0x00, 0x09, 0x0A, 0x0D, 0x20].contains($0) }
    return first.map { "<{[".utf8.contains($0) } ?? false
  }

  private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var rest = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = rest.last, last == 0x20 || last == 0x09 { rest.removeLast() }
    return rest
  }
}

/// What a body decoded to.
struct DecodedBody: Hashable, Sendable {
  var bytes: [UInt8]
  var faults: Set<DecodingFault> = []
}

/// A fault of the server's that costs nothing of the document.
package enum DecodingFault: String, Hashable, Sendable, CaseIterable {
  /// Content-Encoding names what is no encoding, and the document is not encoded.
  case unknownName = "unknown-name"
  /// Bytes stand behind the end of the compressed data.
  case trailingBytes = "trailing-bytes"

  package var sentence: String {
    switch self {
    case .unknownName: "The server names an encoding that is none; the document came without one."
    case .trailingBytes: "Some bytes behind the end of the compressed document were left out."
    }
  }
}

/// Why a body does not decode.
package enum DecodingTrouble: String, Error, Hashable, Sendable, CaseIterable {
  /// The data is not what its encoding demands, or has something behind its end.
  case corrupt
  /// The data ends before its encoding does.
  case truncated
  case tooLarge = "too-large"
  case unknownEncoding = "unknown-encoding"
  case tooManyLayers = "too-many-layers"
  case memory

  var clause: String {
    switch self {
    case .corrupt: "the compressed data is not valid"
    case .truncated: "the compressed data ends too early"
    case .tooLarge: "it unfolds to more than we take"
    case .unknownEncoding: "the server used an encoding that we did not offer"
    case .tooManyLayers: "it is compressed too many times over"
    case .memory: "there was no memory to decode it"
    }
  }
}

/// Collects what a decoder puts out, piece by piece, up to a limit.
struct DecodedBytes {
  /// Bytes of one piece: about a feed.
  static let piece = 64 << 10

  private(set) var bytes: [UInt8] = []
  let limit: Int
  var faults: Set<DecodingFault> = []

  /// Bytes behind the end of compressed data that are let pass: line ends and remarks of caches.
  /// More may be a document of its own.
  private static let mostTrailing = 4 << 10

  init(expecting encoded: Int, limit: Int) {
    self.limit = limit
    // Feeds shrink to a fifth or a tenth; a guess that is too small costs a copy.
    bytes.reserveCapacity(min(encoded.multipliedReportingOverflow(by: 6).partialValue, 1 << 20))
  }

  /// What `count` bytes behind the end come to.
  mutating func overlook(trailing count: Int) -> DecodingTrouble? {
    guard count > 0 else { return nil }
    faults.insert(.trailingBytes)
    return count <= Self.mostTrailing ? nil : .corrupt
  }

  var body: DecodedBody { DecodedBody(bytes: bytes, faults: faults) }

  /// False when the limit would be passed; then nothing is added.
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    guard piece.count <= limit - bytes.count else { return false }
    bytes.append(contentsOf: piece)
    return true
  }
}
