package import BriefModel
import Crypto

/// The digests that name things. **Fixed**, like the canonical forms that they are taken over.
package enum Fingerprint {
  package static func sha256(_ bytes: [UInt8]) -> BriefModel.Digest {
    var hash = SHA256()
    hash.update(data: bytes)
    return hash.finalize().withUnsafeBytes { BriefModel.Digest($0) } ?? .zero
  }

  /// The name of a publication: over the source's id, the kind of identity, and the identity.
  package static func publication(source: SourceID, identity: Identity) -> PublicationID {
    var writer = FieldWriter(tag: "brief-sync/publication/1")
    writer.field(source.rawValue)
    writer.field(identity.kind.rawValue)
    writer.field(identity.value)
    return PublicationID(firstHalfOf: sha256(writer.bytes))
  }

  /// The name of a version: over its comparable content.
  package static func version(_ content: Content) -> VersionID {
    VersionID(sha256(ContentCodec.encode(content.comparable)))
  }
}
