import BriefModel
import BriefStore
import Testing

/// The fixed forms. The digests were computed apart from this code, from the description in ``ContentCodec``: a change
/// here breaks every store, copy and citation.
struct GoldenVectorTests {
  static let brief = Content(
    title: "Russia and Belarus Deepen Integration", authors: ["Anna Maria Dyner"],
    published: CalendarDate(iso: "2021-11-08")?.midnight, number: "83/2021",
    body: Body(sections: [
      Section(heading: nil, text: "A lead."),
      Section(heading: "Questions?", text: "One gas market\n\nby 1 December 2023."),
    ]),
    enclosures: [
      Enclosure(
        url: "https://example.org/83.pdf?utm_source=feed", type: "application/pdf", length: 1234)
    ])

  @Test(arguments: [
    (Content(), "d138301b2f3e494ddda5bd88d4777c08d602b4549591f24b519759c31fb5e089"),
    (
      Content(title: "", body: Body(sections: [])),
      "0d6c9914e7ba571b8785e393c641d4d1656a8e6e11131b197d2e7116ce6dccc1"
    ),
    (Self.brief, "1e0be8ea43e6d7a6c15379396319cbf1deefab2d8f74867c4067056500e8c4a9"),
  ])
  func `a version is named by the digest of its comparable content`(content: Content, name: String)
  {
    #expect(Fingerprint.version(content).hexadecimal == name)
  }

  @Test func `a publication is named by its source and identity`() {
    let identity = Identity(kind: .entryID, value: "Spotlight 83/2021")
    #expect(
      Fingerprint.publication(source: SourceID("pism-spotlight"), identity: identity).hexadecimal
        == "235dc0b2b435cf543c8c5294f9cf0232")
  }

  @Test func `absent is not the same as empty`() {
    #expect(Fingerprint.version(Content()) != Fingerprint.version(Content(title: "")))
    #expect(
      Fingerprint.version(Content()) != Fingerprint.version(Content(body: Body(sections: []))))
  }
}

struct ContentCodecTests {
  @Test(arguments: [
    Content(), GoldenVectorTests.brief,
    Content(title: "", authors: ["", "é"], body: Body(sections: [])),
  ])
  func `content is read back as it was written`(content: Content) {
    #expect(ContentCodec.decode(ContentCodec.encode(content)) == content)
  }

  @Test func `no prefix of encoded content is content`() {
    let bytes = ContentCodec.encode(GoldenVectorTests.brief)
    for length in 0..<bytes.count { #expect(ContentCodec.decode(Array(bytes[..<length])) == nil) }
    #expect(ContentCodec.decode(bytes + [0]) == nil)
  }

  @Test func `a flag, length or count that lies is refused and reserves nothing`() {
    let content = Content(title: "abc")
    let bytes = ContentCodec.encode(content)
    let letters = ContentCodec.tag.utf8.count + 9..<ContentCodec.tag.utf8.count + 12
    for place in ContentCodec.tag.utf8.count..<bytes.count where !letters.contains(place) {
      var lying = bytes
      lying[place] = 0xFF
      #expect(ContentCodec.decode(lying) == nil, "byte \(place)")
    }
  }
}

struct CompressionTests {
  @Test func `what was compressed unfolds, alone and against a neighbour`() throws {
    let text = Array("The single gas market is to open by 1 December 2024. ".utf8)
    let old = (0..<200).flatMap { Array("\($0) ".utf8) + text }
    let new = (0..<200).flatMap { Array("\($0 == 77 ? 78 : $0) ".utf8) + text }
    let alone = try Compression.compress(old)
    let folded = try Compression.compress(old, against: new)
    #expect(try Compression.decompress(alone) == old)
    #expect(try Compression.decompress(folded, against: new) == old)
    #expect(folded.count * 4 < alone.count)
  }

  @Test func `damaged bytes are refused`() throws {
    var bytes = try Compression.compress(Array("text".utf8))
    bytes[0] ^= 1
    #expect(throws: CompressionTrouble.self) { try Compression.decompress(bytes) }
    #expect(throws: CompressionTrouble.self) { try Compression.decompress([]) }
  }
}
