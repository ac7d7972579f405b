import BriefModel
internal import BriefStore
internal import Glibc

/// A document as it came over the wire, where the store keeps it: `originals/ab/cd/SHA256.zst`.
enum OriginalFile {
  /// `nil` when it is not kept, or is not what its name says.
  static func read(_ digest: Digest, in location: StoreLocation) -> [UInt8]? {
    let name = digest.hexadecimal
    let path =
      "\(location.originals)/\(name.prefix(2))/\(name.dropFirst(2).prefix(2))/\(name).zst"
    guard let folded = bytes(path), let whole = try? Compression.decompress(folded),
      Fingerprint.sha256(whole) == digest
    else { return nil }
    return whole
  }

  private static func bytes(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= Compression.limit {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count == 0 ? bytes : nil }
      bytes.append(contentsOf: chunk[..<count])
    }
    return nil
  }
}
