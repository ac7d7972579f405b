/// SHA-256 of something, 32 bytes. Computed elsewhere: the model holds no cryptography.
public struct Digest: Hashable, Sendable {
  private let first: HalfDigest
  private let second: HalfDigest

  /// Exactly 32 bytes.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    append(to: &bytes)
    return bytes
  }

  /// `nil` unless there are 32 bytes.
  public init?(_ bytes: some Sequence<UInt8>) {
    let read = bytes.withContiguousStorageIfAvailable { Self(raw: UnsafeRawBufferPointer($0)) }
    guard let digest = read ?? Array(bytes).withUnsafeBytes({ Self(raw: $0) }) else { return nil }
    self = digest
  }

  private init?(raw bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 32 else { return nil }
    first = HalfDigest(bytes, at: 0)
    second = HalfDigest(bytes, at: 16)
  }

  package func append(to bytes: inout [UInt8]) {
    first.append(to: &bytes)
    second.append(to: &bytes)
  }

  /// 32 zero bytes: the predecessor of a chain's first entry.
  public static let zero = Digest()

  private init() { (first, second) = (HalfDigest(), HalfDigest()) }

  fileprivate var firstHalf: HalfDigest { first }

  /// 64 lower-case hexadecimal digits.
  public var hexadecimal: String { lowerHexadecimal(bytes) }

  /// Reads 64 hexadecimal digits.
  public init?(hexadecimal text: some StringProtocol) {
    guard let bytes = bytesOfHexadecimal(text) else { return nil }
    self.init(bytes)
  }
}

/// The name of a publication, the same in every store that follows its source under the same id:
/// the first 16 bytes of a SHA-256 over the source's id and the publication's identity.
public struct PublicationID: Hashable, Sendable, Comparable {
  private let half: HalfDigest

  /// Exactly 16 bytes.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16)
    append(to: &bytes)
    return bytes
  }

  /// `nil` unless there are 16 bytes.
  public init?(_ bytes: some Sequence<UInt8>) {
    let read = bytes.withContiguousStorageIfAvailable { Self(raw: UnsafeRawBufferPointer($0)) }
    guard let name = read ?? Array(bytes).withUnsafeBytes({ Self(raw: $0) }) else { return nil }
    self = name
  }

  private init?(raw bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 16 else { return nil }
    half = HalfDigest(bytes, at: 0)
  }

  package func append(to bytes: inout [UInt8]) { half.append(to: &bytes) }

  /// The first half of `digest`.
  public init(firstHalfOf digest: Digest) { half = digest.firstHalf }

  /// 32 lower-case hexadecimal digits.
  public var hexadecimal: String { lowerHexadecimal(bytes) }

  /// Reads 32 hexadecimal digits.
  public init?(hexadecimal text: some StringProtocol) {
    guard let bytes = bytesOfHexadecimal(text) else { return nil }
    self.init(bytes)
  }

  public static func < (a: Self, b: Self) -> Bool { a.half < b.half }
}

/// Sixteen bytes in two numbers, the first byte highest: names are compared and looked up by the
/// thousand, and an array for each would lie somewhere else.
private struct HalfDigest: Hashable, Sendable, Comparable {
  private var high: UInt64 = 0
  private var low: UInt64 = 0

  init() {}

  /// Takes sixteen bytes, which must be there, from `offset` on.
  init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    high = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    low = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
  }

  func append(to bytes: inout [UInt8]) {
    withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { bytes.append(contentsOf: $0) }
  }

  static func < (a: Self, b: Self) -> Bool { (a.high, a.low) < (b.high, b.low) }
}

/// The name of a version: SHA-256 of its canonical content. Two stores that saw the same text
/// agree.
public struct VersionID: Hashable, Sendable {
  public let digest: Digest
  public init(_ digest: Digest) { self.digest = digest }
  /// 64 lower-case hexadecimal digits.
  public var hexadecimal: String { digest.hexadecimal }
}

extension Digest: CustomStringConvertible { public var description: String { hexadecimal } }
extension PublicationID: CustomStringConvertible { public var description: String { hexadecimal } }
extension VersionID: CustomStringConvertible { public var description: String { hexadecimal } }

func lowerHexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count * 2)
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}

func bytesOfHexadecimal(_ text: some StringProtocol) -> [UInt8]? {
  let digits = text.utf8.map { UInt8(hexadecimalDigit: $0) }
  guard digits.count.isMultiple(of: 2) else { return nil }
  var bytes: [UInt8] = []
  for index in stride(from: 0, to: digits.count, by: 2) {
    guard let high = digits[index], let low = digits[index + 1] else { return nil }
    bytes.append(high << 4 | low)
  }
  return bytes
}

extension UInt8 {
  fileprivate init?(hexadecimalDigit character: UInt8) {
    switch character {
    case 0x30...0x39: self = character - 0x30
    case 0x61...0x66: self = character - 0x61 + 10
    case 0x41...0x46: self = character - 0x41 + 10
    default: return nil
    }
  }
}
