public import BriefModel
internal import BriefStore

extension Digest {
  /// SHA-256 of the bytes.
  public static func sha256(of bytes: [UInt8]) -> Digest { Fingerprint.sha256(bytes) }
}
