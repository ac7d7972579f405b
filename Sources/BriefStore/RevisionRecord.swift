package import BriefModel

/// Everything that one revision records, as it is hashed into the chain. Names are ids and never
/// local row numbers, so that copies of a store agree.
package struct RevisionRecord: Hashable, Sendable {
  package var origin: String
  package var sequence: Int64
  package var time: Timestamp
  package var source: SourceID
  /// In the order of their ids.
  package var publications: [PublicationRecord] = []
  /// In the order of kind and identity.
  package var aliases: [Alias] = []
  /// In the order of publication and number.
  package var versions: [VersionRecord] = []
  /// In the order of their ordinals.
  package var changes: [ChangeRecord] = []
  /// The time for which the source was known to be complete, when a gap ended it.
  package var sealedCoverage: CoverageRecord?

  package init(origin: String, sequence: Int64, time: Timestamp, source: SourceID) {
    self.origin = origin
    self.sequence = sequence
    self.time = time
    self.source = source
  }

  /// `SHA-256(tag, predecessor, canonical form)`. **Fixed.**
  package func entry(after predecessor: Digest) -> Digest {
    Fingerprint.sha256(canonical(after: predecessor))
  }

  /// The bytes that an entry is the digest of. **Fixed.**
  package func canonical(after predecessor: Digest) -> [UInt8] {
    var writer = FieldWriter(tag: "brief-sync/revision/1")
    writer.field(bytes: predecessor.bytes)
    writer.field(origin)
    writer.field(sequence)
    writer.field(time.seconds)
    writer.field(source.rawValue)
    writer.list(publications) { $1.write(to: &$0) }
    writer.list(aliases) {
      $0.field($1.identity.kind.rawValue)
      $0.field($1.identity.value)
      $0.field(bytes: $1.publication.bytes)
    }
    writer.list(versions) { $1.write(to: &$0) }
    writer.list(changes) { $1.write(to: &$0) }
    writer.list(sealedCoverage.map { [$0] } ?? []) {
      $0.field($1.first.seconds)
      $0.field($1.last.seconds)
    }
    return writer.bytes
  }

  /// Brings the lists into the order in which they are hashed.
  package mutating func sort() {
    publications.sort { $0.id < $1.id }
    aliases.sort {
      ($0.identity.kind.rawValue, $0.identity.value) < (
        $1.identity.kind.rawValue, $1.identity.value
      )
    }
    versions.sort {
      $0.publication == $1.publication ? $0.number < $1.number : $0.publication < $1.publication
    }
    changes.sort { $0.ordinal < $1.ordinal }
  }
}

package struct PublicationRecord: Hashable, Sendable {
  package var id: PublicationID
  package var identity: Identity
  package var firstSeen: Timestamp

  package init(id: PublicationID, identity: Identity, firstSeen: Timestamp) {
    self.id = id
    self.identity = identity
    self.firstSeen = firstSeen
  }

  func write(to writer: inout FieldWriter) {
    writer.field(bytes: id.bytes)
    writer.field(identity.kind.rawValue)
    writer.field(identity.value)
    writer.field(firstSeen.seconds)
  }
}

/// A version with all that the publisher said around its content.
package struct VersionRecord: Hashable, Sendable {
  package var publication: PublicationID
  package var number: Int
  package var id: VersionID
  package let content: KeptContent
  /// SHA-256 of the content exactly as kept: `id` is taken over the comparable form, which forgives
  /// quotes.
  private let contentDigest: Digest
  package var updated: Timestamp?
  package var link: String?
  package var language: String?
  package var publisher: String?
  package var series: String?
  package var correction: String?
  package var categories: [String]
  package var rawDigest: Digest
  /// ``HTTPFacts`` as JSON, exactly as stored.
  package var facts: String

  /// - Parameter contentDigest: the content's, where it is known already.
  package init(
    publication: PublicationID, number: Int, id: VersionID, content: KeptContent,
    contentDigest: Digest? = nil, updated: Timestamp?,
    link: String?, language: String?, publisher: String?, series: String?, correction: String?,
    categories: [String], rawDigest: Digest, facts: String
  ) {
    self.publication = publication
    self.number = number
    self.id = id
    self.content = content
    self.contentDigest = contentDigest ?? content.stored.digest
    self.updated = updated
    self.link = link
    self.language = language
    self.publisher = publisher
    self.series = series
    self.correction = correction
    self.categories = categories
    self.rawDigest = rawDigest
    self.facts = facts
  }

  func write(to writer: inout FieldWriter) {
    writer.field(bytes: publication.bytes)
    writer.field(Int64(number))
    writer.field(bytes: id.digest.bytes)
    writer.field(bytes: contentDigest.bytes)
    writer.field(updated?.seconds)
    writer.field(link)
    writer.field(language)
    writer.field(publisher)
    writer.field(series)
    writer.field(correction)
    writer.list(categories) { $0.field($1) }
    writer.field(bytes: rawDigest.bytes)
    writer.field(facts)
  }
}

package struct ChangeRecord: Hashable, Sendable {
  package var ordinal: Int
  package var kind: Change.Kind
  package var publication: PublicationID
  package var version: Int
  package var isSilent: Bool?
  /// How a withdrawal was told.
  package var withdrawal: Presence.Withdrawal?
  /// As JSON, exactly as stored.
  package var differences: String

  package init(
    ordinal: Int, kind: Change.Kind, publication: PublicationID, version: Int, isSilent: Bool?,
    withdrawal: Presence.Withdrawal?, differences: String
  ) {
    self.ordinal = ordinal
    self.kind = kind
    self.publication = publication
    self.version = version
    self.isSilent = isSilent
    self.withdrawal = withdrawal
    self.differences = differences
  }

  func write(to writer: inout FieldWriter) {
    writer.field(Int64(ordinal))
    writer.field(kind.rawValue)
    writer.field(bytes: publication.bytes)
    writer.field(Int64(version))
    writer.field(isSilent.map { $0 ? "silent" : "announced" })
    writer.field(withdrawal?.rawValue)
    writer.field(differences)
  }
}

/// A time for which a source is known to be complete: every poll in it shared entries with the one
/// before.
package struct CoverageRecord: Hashable, Sendable {
  package var first: Timestamp
  package var last: Timestamp

  package init(first: Timestamp, last: Timestamp) {
    self.first = first
    self.last = last
  }
}
