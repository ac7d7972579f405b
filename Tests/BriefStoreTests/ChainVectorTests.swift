import BriefModel
import BriefStore
import Testing

/// The fixed form of a chain's entries, a record of each kind. The digests were computed apart from this code, by
/// these lines of Python:
///
///     def f(v):    # a field: 0 when absent, else 1, eight bytes of length, the bytes
///         if v is None: return b"\0"
///         v = v if isinstance(v, bytes) else str(v).encode()
///         return b"\1" + len(v).to_bytes(8, "big") + v
///     def l(*items): return len(items).to_bytes(8, "big") + b"".join(items)
///     def entry(before, publications=(), aliases=(), versions=(), changes=(), coverage=()):
///         return sha256(b"brief-sync/revision/1" + f(before) + f("00000000-0000-4000-8000-000000000001")
///             + f(7) + f(-86400) + f("pism-spotlight") + l(*publications) + l(*aliases) + l(*versions)
///             + l(*changes) + l(*coverage))
///     p, v, zero = bytes(range(16)), bytes(range(32)), bytes(32)
///     content = sha256(b"brief-sync/content/1" + f("é") + l() + f(None) + f(None) + b"\0" + l())
///     entry(zero)
///     entry(v)
///     entry(zero, publications=[f(p) + f("entry-id") + f("Spotlight 83/2021") + f(1636329600)])
///     entry(zero, aliases=[f("link") + f("example.org/83") + f(p)])
///     entry(zero, versions=[f(p) + f(2) + f(v) + f(content) + f(1636329601) + f("https://example.org/83")
///         + f("pl") + f("PISM") + f("Spotlight") + f("Corrected.") + l(f("Economy"), f("")) + f(v[::-1])
///         + f('{"status":200}')])
///     entry(zero, versions=[f(p) + f(1) + f(v) + f(v[::-1]) + f(None) * 6 + l() + f(v) + f("{}")])
///     entry(zero, changes=[
///         f(0) + f("added") + f(p) + f(1) + f(None) + f(None) + f(""),
///         f(1) + f("revised") + f(p) + f(2) + f("silent") + f(None) + f("[]"),
///         f(2) + f("revised") + f(p) + f(3) + f("announced") + f(None) + f("[]"),
///         f(3) + f("withdrawn") + f(p) + f(3) + f(None) + f("not-in-complete-feed") + f(""),
///         f(4) + f("restored") + f(p) + f(3) + f(None) + f(None) + f("")])
///     entry(zero, coverage=[f(-1) + f(1636329600)])
///
/// A change here orphans every store, copy and export.
struct ChainVectorTests {
  private static let bytes = (0..<32).map { UInt8($0) }

  /// The digest of the bytes 0 to 31, or of 31 to 0.
  private static func digest(reversed: Bool = false) throws -> Digest {
    try #require(Digest(reversed ? bytes.reversed() : bytes))
  }

  private static func publication() throws -> PublicationID {
    try #require(PublicationID(bytes.prefix(16)))
  }

  private func name(
    after predecessor: Digest = .zero, _ fill: (inout RevisionRecord) throws -> Void
  ) rethrows -> String {
    var record = RevisionRecord(
      origin: "00000000-0000-4000-8000-000000000001", sequence: 7,
      time: Timestamp(seconds: -86_400), source: SourceID("pism-spotlight"))
    try fill(&record)
    return record.entry(after: predecessor).hexadecimal
  }

  @Test func `a revision that records nothing is named by where and when it was`()
    throws
  {
    let (first, second) = (name { _ in }, name(after: try Self.digest()) { _ in })
    #expect(first == "f40afa8f1d1699c43bc7088bbb17f58a7fa757935fde5da15bc16cd55d7502a7")
    #expect(second == "53741c1f027a284feb3e18e7bddb4e96af0ef0f1434358919166abb0c54aed37")
  }

  @Test func `a publication is in the chain`() throws {
    let name = try name {
      $0.publications = [
        PublicationRecord(
          id: try Self.publication(),
          identity: Identity(kind: .entryID, value: "Spotlight 83/2021"),
          firstSeen: Timestamp(seconds: 1_636_329_600))
      ]
    }
    #expect(name == "89391eefb047283e11267c8367bb5c7195464b1d986e83e8b66a2cc8f9a0622e")
  }

  @Test func `a second identity is in the chain`() throws {
    let name = try name {
      $0.aliases = [
        Alias(
          identity: Identity(kind: .link, value: "example.org/83"),
          publication: try Self.publication())
      ]
    }
    #expect(name == "d3b0978e58a4bfa75daa649da4854b9156bb21235b042214e583bb4c5d8cc605")
  }

  @Test func `a version is in the chain with all that the publisher said around its content`()
    throws
  {
    let name = try name {
      $0.versions = [
        VersionRecord(
          publication: try Self.publication(), number: 2, id: VersionID(try Self.digest()),
          content: .kept(Content(title: "é")), updated: Timestamp(seconds: 1_636_329_601),
          link: "https://example.org/83", language: "pl", publisher: "PISM", series: "Spotlight",
          correction: "Corrected.", categories: ["Economy", ""],
          rawDigest: try Self.digest(reversed: true), facts: #"{"status":200}"#)
      ]
    }
    #expect(name == "dd7dffa6b1653eaae693208b93d00b147f26690d47a1bd7c24fbea4994ac3613")
  }

  @Test func `a version that was pruned is in the chain by the digest of its content`() throws {
    let name = try name {
      $0.versions = [
        VersionRecord(
          publication: try Self.publication(), number: 1, id: VersionID(try Self.digest()),
          content: .pruned(try Self.digest(reversed: true)), updated: nil, link: nil,
          language: nil, publisher: nil, series: nil, correction: nil, categories: [],
          rawDigest: try Self.digest(), facts: "{}")
      ]
    }
    #expect(name == "91bbbdea1ff8d75ace6322c3f83857571c444ccfa8d2a7ba1af5e4fc6ae21bd5")
  }

  @Test func `changes of every kind are in the chain`() throws {
    let publication = try Self.publication()
    func change(
      _ ordinal: Int, _ kind: Change.Kind, version: Int, isSilent: Bool? = nil,
      withdrawal: Presence.Withdrawal? = nil, differences: String = ""
    ) -> ChangeRecord {
      ChangeRecord(
        ordinal: ordinal, kind: kind, publication: publication, version: version,
        isSilent: isSilent, withdrawal: withdrawal, differences: differences)
    }
    let name = name {
      $0.changes = [
        change(0, .added, version: 1),
        change(1, .revised, version: 2, isSilent: true, differences: "[]"),
        change(2, .revised, version: 3, isSilent: false, differences: "[]"),
        change(3, .withdrawn, version: 3, withdrawal: .notInCompleteFeed),
        change(4, .restored, version: 3),
      ]
    }
    #expect(name == "7edf6d49b1878e1b8bb5dfee511317301574db0ff7ac6441f53b41d101e02832")
  }

  @Test func `a time of coverage that a gap ended is in the chain`() {
    let name = name {
      $0.sealedCoverage = CoverageRecord(
        first: Timestamp(seconds: -1), last: Timestamp(seconds: 1_636_329_600))
    }
    #expect(name == "7fb8e231c1d6e166412744bd73f5c8f409fe50810df83dc996d8546d05197083")
  }
}
