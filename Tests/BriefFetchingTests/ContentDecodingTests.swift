import Testing

@testable import BriefFetching

@Suite struct ContentDecodingTests {
  /// What the fixtures unfold to.
  static let text = Array(String(repeating: "<rss version='2.0'/>", count: 4).utf8)

  static let gzip = bytes(
    "1f8b0800000000000203b3292a2e56284b2d2acecccfb35537d23350d7b7b3a1400c001332e99b50000000")
  static let encoded: [(encoding: String, body: [UInt8])] = [
    ("gzip", gzip), ("x-gzip", gzip),
    ("deflate", bytes("789cb3292a2e56284b2d2acecccfb35537d23350d7b7b3a1400c0017bc1909")),
    // Without the zlib wrapping, as some servers send it.
    ("deflate", bytes("b3292a2e56284b2d2acecccfb35537d23350d7b7b3a1400c00")),
    ("br", bytes("1b4f00f8c553d6a286c9f61aae4ef9a74640467ffb2a8486ae00")),
    (
      "zstd",
      bytes("28b52ffd0458dd0000a03c7273732076657273696f6e3d27322e30272f3e010072d264023cb3f89d")
    ),
  ]

  static func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    return stride(from: 0, to: digits.count - 1, by: 2).map {
      UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
  }

  @Test(arguments: encoded)
  func `each encoding unfolds`(encoding: String, body: [UInt8]) {
    #expect(
      ContentDecoding.decode(body, encodings: [encoding], limit: 80) == .success(Self.text))
  }

  @Test(arguments: encoded)
  func `the limit holds after unfolding`(encoding: String, body: [UInt8]) {
    #expect(
      ContentDecoding.decode(body, encodings: [encoding], limit: 79) == .failure(.tooLarge))
  }

  @Test(arguments: encoded)
  func `a body that is cut anywhere never unfolds`(encoding: String, body: [UInt8]) {
    for length in 1..<body.count {
      let result = ContentDecoding.decode(
        Array(body[..<length]), encodings: [encoding], limit: 1000)
      #expect(result == .failure(.truncated), "\(length) of \(body.count) bytes")
    }
  }

  @Test func `bytes behind the end are left out and noted, where the end can be trusted`() {
    let tails: [[UInt8]] = [[0x0A], [1, 2, 3], Array("<!-- cached -->\n".utf8)]
    for (place, (encoding, body)) in Self.encoded.enumerated() {
      for tail in tails {
        let result = ContentDecoding.read(body + tail, encodings: [encoding], limit: 1000)
        // Raw deflate says nothing of its end that could be trusted.
        #expect(
          result
            == (place == 3
              ? .failure(.corrupt)
              : .success(DecodedBody(bytes: Self.text, faults: [.trailingBytes]))),
          "\(encoding), \(tail.count) bytes")
      }
      // What is longer may be a document of its own.
      let long = [UInt8](repeating: 0x0A, count: 5_000)
      #expect(
        ContentDecoding.decode(body + long, encodings: [encoding], limit: 1000)
          == .failure(.corrupt), "\(encoding)")
    }
    // A member that began is wanted to its end.
    #expect(
      ContentDecoding.decode(Self.gzip + Self.gzip.prefix(20), encodings: ["gzip"], limit: 1000)
        == .failure(.truncated))
    #expect(
      ContentDecoding.decode(Self.gzip + Self.gzip, encodings: ["gzip"], limit: 1000)
        == .success(Self.text + Self.text))
    #expect(
      ContentDecoding.decode(Self.gzip + [0, 0], encodings: ["gzip"], limit: 1000)
        == .success(Self.text))
  }

  @Test func `plain bytes under the name of an encoding are corrupt`() {
    for encoding in ["gzip", "deflate", "zstd"] {
      #expect(
        ContentDecoding.decode(Self.text, encodings: [encoding], limit: 1000)
          == .failure(.corrupt), "\(encoding)")
    }
  }

  @Test(arguments: ["none", "utf-8", "8bit", "iso-8859-1", "xml"])
  func `a document that is not encoded is taken, whatever the server calls that`(name: String) {
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF, 0x0A] + Self.text
    for bytes in [Self.text, marked, Array("{}".utf8)] {
      #expect(
        ContentDecoding.read(bytes, encodings: [name], limit: 1000)
          == .success(DecodedBody(bytes: bytes, faults: [.unknownName])))
    }
    #expect(
      ContentDecoding.decode(Self.gzip, encodings: [name], limit: 1000)
        == .failure(.unknownEncoding))
  }

  @Test func `layers are undone from the last to the first, up to three`() {
    let gzip = Self.gzip
    // A zlib "stored" block around the gzip bytes would need a checksum: gzip twice by hand
    // instead.
    #expect(
      ContentDecoding.decode(gzip, encodings: ["gzip", "identity-free"], limit: 1000)
        == .failure(.unknownEncoding))
    #expect(
      ContentDecoding.decode(
        gzip, encodings: ["gzip", "gzip", "gzip", "gzip"], limit: 1000)
        == .failure(.tooManyLayers))
    #expect(ContentDecoding.decode([], encodings: ["gzip"], limit: 1000) == .success([]))
  }

  @Test func `a small bomb stops at the limit`() {
    // 100,000 letters in 30 bytes.
    let bomb = Self.bytes("5b9f86815f222c1e0b04b2fc0200")
    #expect(ContentDecoding.decode(bomb, encodings: ["br"], limit: 99_999) == .failure(.tooLarge))
    #expect(
      ContentDecoding.decode(bomb, encodings: ["br"], limit: 100_000)
        == .success([UInt8](repeating: UInt8(ascii: "a"), count: 100_000)))
  }

  @Test func `the field is read as a list`() {
    #expect(ContentDecoding.encodings(fieldValue: nil) == [])
    #expect(ContentDecoding.encodings(fieldValue: "identity") == [])
    #expect(ContentDecoding.encodings(fieldValue: " GZip ,, br") == ["gzip", "br"])
  }
}
